import Documents
public import Domain
public import Postgres
public import Store

/// What stands on the labels of devices.
public struct DeviceLabels: Question {
    public static let name = "device-labels"
    public static let summary = Phrase(
        fr: "prépare les étiquettes d'appareils",
        en: "prepares labels of devices"
    )
    public static let permission = Permission(
        .intake,
        .technician,
        .wipeOperator,
        .grader,
        .shop,
        .admin
    )

    public let devices: [DeviceReference]

    public init(devices: [DeviceReference]) {
        self.devices = devices
    }

    public struct Label: Codable, Sendable, Hashable {
        /// The code with its check symbol: `M-7K3Q-9F`.
        public let code: String
        public let description: String
    }

    /// In the order asked for.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Label] {
        var numbers: [Int64] = []
        for device in devices {
            numbers.append(try device.resolve(in: db, circumstances.speaker))
        }
        let asked = numbers
        let found = try Failure.running { () throws(PostgresError) in
            try ErasureStore.descriptions(asked, of: circumstances.speaker, in: db)
        }
        var labels: [Label] = []
        for number in numbers {
            let code = DeviceReference(number: number).text
            guard let text = found[number] else {
                throw .refused(Refusal(.unknownDevice, ["device": .text(code)]))
            }
            labels.append(Label(code: code, description: text))
        }
        return labels
    }
}

extension DocumentDrawer {
    /// The labels of devices as a PDF to be printed at 100 %.
    ///
    /// `format` is `62x29`, `25x54`, `24`, `L7160`, `L7162` or `L7163`; `startAt` is the first label used on the first
    /// sheet, from 1 along the rows; `matrix` is `qr` or `data_matrix`; the offset is what this printer is off by, in
    /// hundredths of a millimetre to the right and down.
    public func labels(
        of devices: [DeviceReference],
        format: String,
        startAt: Int = 1,
        matrix: String = "qr",
        offset: (x: Int, y: Int) = (0, 0),
        as speaker: Speaker
    ) async throws(PaperFailure) -> [UInt8] {
        guard let format = LabelFormat(rawValue: format) else {
            let known = LabelFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw .failed(
                .unreadable(Unreadable(format, expected: Phrase(fr: known, en: known)))
            )
        }
        guard let symbol = Label.Matrix(rawValue: matrix) else {
            let known = "qr, data_matrix"
            throw .failed(
                .unreadable(Unreadable(matrix, expected: Phrase(fr: known, en: known)))
            )
        }
        if let expected = Self.wrong(devices, on: format, startAt: startAt) {
            throw .failed(.unreadable(expected))
        }
        let labels = try await ask(DeviceLabels(devices: devices), as: speaker)
        let batch = LabelBatch(
            format: format,
            labels: labels.map {
                Label(
                    code: $0.code,
                    payload: $0.code,
                    matrix: symbol,
                    description: $0.description
                )
            },
            startAt: startAt,
            offsetX: offset.x,
            offsetY: offset.y,
            instant: 0
        )
        return try drawing { (press) throws(DrawingError) in try press.pdf(of: batch) }
    }

    /// What is wrong with an order of labels before anything is asked or drawn; nil for nothing.
    private static func wrong(
        _ devices: [DeviceReference],
        on format: LabelFormat,
        startAt: Int
    ) -> Unreadable? {
        if devices.isEmpty {
            return Unreadable(
                "",
                expected: Phrase(
                    fr: "au moins une machine, comme device=M-7K3Q-9F",
                    en: "at least one machine, such as device=M-7K3Q-9F"
                )
            )
        }
        let most = format.labelsPerPage
        guard !(1...most).contains(startAt) else { return nil }
        let expected =
            most == 1
            ? Phrase(
                fr: "1, car un rouleau n'a pas de places à sauter",
                en: "1, for a roll has no places to skip"
            )
            : Phrase(
                fr: "la première place libre de la feuille, de 1 à \(most)",
                en: "the first free place of the sheet, from 1 to \(most)"
            )
        return Unreadable("\(startAt)", expected: expected)
    }

    /// Cards to scan at a bench: one for each step of the map that asks for no more than a scan.
    public func actionCards(in language: Language) throws(PaperFailure) -> [UInt8] {
        var seen: Set<String> = []
        var cards: [ActionCards.Card] = []
        for step in map.steps
        where step.evidence == .none && seen.insert(step.name.rawValue).inserted {
            let command = step.name.rawValue.uppercased().map { $0 == "_" ? "-" : $0 }
            let states = map.steps.filter { $0.name == step.name }.compactMap { step in
                map.states.first { $0.name == step.from }?.label.text(in: language)
            }
            cards.append(
                ActionCards.Card(
                    command: "ACTION-" + String(command),
                    title: step.label.text(in: language),
                    explanation: states.joined(separator: ", ")
                )
            )
        }
        let heading = Phrase(fr: "Cartes d'action", en: "Action cards").text(in: language)
        let sheet = ActionCards(heading: heading, cards: cards, instant: 0)
        return try drawing { (press) throws(DrawingError) in try press.pdf(of: sheet) }
    }

    private func drawing(
        _ body: (Press) throws(DrawingError) -> [UInt8]
    ) throws(PaperFailure) -> [UInt8] {
        let press = try press()
        do throws(DrawingError) {
            return try body(press)
        } catch {
            throw .undrawable(error.description)
        }
    }
}
