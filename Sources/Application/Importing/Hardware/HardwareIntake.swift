import Domain
import Importing
import Postgres
import Store

/// Finds the machine of each report, or makes it, and writes down what the report says.
struct HardwareIntake {
    struct Choices: Sendable {
        /// Under which machines come that nobody knew; nil when all must be known.
        var donation: Int64?
        /// The machine that a person named: stronger than anything that a report says.
        var device: DeviceReference?
        /// The kind of machines whose case does not tell it.
        var kind: DeviceType?
        var step = "receive"
    }

    /// One file as it lies there.
    struct File {
        let name: String
        let bytes: [UInt8]
        let sha256: [UInt8]

        init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            sha256 = Digest.sha256(bytes)
        }
    }

    private let choices: Choices
    private let speaker: Speaker
    private let reference: ImportReference
    private var batch: Int64?
    private var lineCount: Int32 = 0

    init(_ choices: Choices, _ speaker: Speaker, _ reference: ImportReference) {
        self.choices = choices
        self.speaker = speaker
        self.reference = reference
    }

    /// Takes every report of a file, in the order in which they stand in it.
    mutating func take(
        _ file: File,
        in db: isolated Connection
    ) throws(Failure) -> [HardwareLine] {
        let reports: [HardwareReport]
        do throws(HardwareRefusal) {
            reports = try HardwareDocument.read(file.bytes)
        } catch {
            return [line(file, 1, nil, .refused, HardwareLine.Reason(error.code, error.sentence))]
        }
        var lines: [HardwareLine] = []
        for (index, report) in reports.enumerated() {
            lines.append(try take(report, file, part: index + 1, in: db))
        }
        return lines
    }

    private mutating func take(
        _ raw: HardwareReport,
        _ file: File,
        part: Int,
        in db: isolated Connection
    ) throws(Failure) -> HardwareLine {
        let identifiers = raw.identifiers(reference)
        let report = raw.cleaned(reference)
        let speaker = speaker
        let known = try Failure.running { () throws(PostgresError) in
            try HardwareStore.device(
                recordedFrom: file.sha256,
                part: Int32(part),
                speaker,
                in: db
            )
        }
        if let known {
            return line(file, part, report, .same, nil, device: known)
        }
        let target = try target(of: report, identifiers, file, in: db)
        switch target {
        case .refused(let problem): return line(file, part, report, .refused, problem.reason)
        case .device(let device, let verdict, let reason):
            let notes = try record(report, identifiers, on: device, file, part, in: db)
            return line(file, part, report, verdict, reason, device: device, notes: notes)
        }
    }

    /// Which machine a report will be written beside.
    private enum Target {
        case device(Int64, HardwareLine.Verdict, HardwareLine.Reason?)
        case refused(HardwareProblem)
    }

    private mutating func target(
        of report: HardwareReport,
        _ identifiers: [MachineIdentifier],
        _ file: File,
        in db: isolated Connection
    ) throws(Failure) -> Target {
        let search = HardwareSearch(speaker)
        if let label = choices.device ?? report.label.map({ DeviceReference($0) }) {
            guard let number = try search.number(of: label, in: db) else {
                return .refused(.unknownLabel(label.text))
            }
            return .device(number, .updated, nil)
        }
        let found = try search.match(report, identifiers, in: db)
        switch found {
        case .same(let device, let state):
            guard HardwareSearch.hasLeft(state) else { return .device(device, .updated, nil) }
            return try again(device, state, report, file, in: db)
        case .new:
            return try add(report, file, doubting: nil, in: db)
        case .doubtful(let device, let agreeing):
            return try add(report, file, doubting: (device, agreeing), in: db)
        }
    }

    private mutating func again(
        _ device: Int64,
        _ state: String,
        _ report: HardwareReport,
        _ file: File,
        in db: isolated Connection
    ) throws(Failure) -> Target {
        let label = DeviceReference(number: device).text
        guard let donation = choices.donation else { return .refused(.left(label)) }
        guard HardwareSearch.comesAgain(state) else {
            return try add(report, file, doubting: (device, ["serial"]), in: db)
        }
        try Failure.running { () throws(PostgresError) in
            try HardwareStore.receiveAgain(device, under: donation, in: db)
        }
        return .device(device, .again, nil)
    }

    private mutating func add(
        _ report: HardwareReport,
        _ file: File,
        doubting other: (device: Int64, agreeing: [String])?,
        in db: isolated Connection
    ) throws(Failure) -> Target {
        let problem = other.map {
            HardwareProblem.mayBe(DeviceReference(number: $0.device).text, agreeing: $0.agreeing)
        }
        guard report.namesMachine || report.ramMB != nil || !report.processors.isEmpty else {
            let serials = report.drives.compactMap { $0.serial ?? $0.wwn ?? $0.model }
            return .refused(report.drives.isEmpty ? .namesNoMachine : .driveUnknown(serials))
        }
        // A handful of memory modules or batteries is no machine.
        guard report.namesMachine else { return .refused(.namesNoMachine) }
        guard let donation = choices.donation else { return .refused(problem ?? .donationMissing) }
        guard let kind = report.kind ?? choices.kind else { return .refused(.kindMissing) }
        let batch = try batch(for: file, in: db)
        lineCount += 1
        let line = lineCount
        let step = choices.step
        let evidence = SentJSON.text(["agreeing": other?.agreeing ?? []])
        let device = try Failure.running { () throws(PostgresError) in
            try HardwareStore.add(
                kind.rawValue,
                to: donation,
                step: step,
                batch: batch,
                line: line,
                doubting: other?.device,
                evidence: evidence,
                in: db
            )
        }
        return .device(device, other == nil ? .created : .doubtful, problem?.reason)
    }

    /// One run is one batch, named after its first new machine's file.
    private mutating func batch(
        for file: File,
        in db: isolated Connection
    ) throws(Failure) -> Int64 {
        if let batch { return batch }
        let (speaker, donation) = (speaker, choices.donation)
        let registered = try Failure.running { () throws(PostgresError) in
            try HardwareStore.register(
                file.name,
                sha256: file.sha256,
                donation: donation,
                for: speaker,
                in: db
            )
        }
        batch = registered
        return registered
    }

    private func record(
        _ report: HardwareReport,
        _ identifiers: [MachineIdentifier],
        on device: Int64,
        _ file: File,
        _ part: Int,
        in db: isolated Connection
    ) throws(Failure) -> [HardwareLine.Reason] {
        let recorded = try Failure.running { () throws(PostgresError) in
            try HardwareStore.record(
                SentHardware(report, identifiers),
                of: device,
                file: file.bytes,
                mediaType: "application/octet-stream",
                part: Int32(part),
                in: db
            )
        }
        return recorded.map(HardwareNotes.reasons) ?? []
    }

    private func line(
        _ file: File,
        _ part: Int,
        _ report: HardwareReport?,
        _ verdict: HardwareLine.Verdict,
        _ reason: HardwareLine.Reason?,
        device: Int64? = nil,
        notes: [HardwareLine.Reason] = []
    ) -> HardwareLine {
        let plate = report?.namePlate
        let words = [plate?.maker, plate?.model, report?.system.serial].compactMap(\.self)
        return HardwareLine(
            file: file.name,
            part: part,
            source: report?.source.rawValue,
            machine: words.isEmpty ? nil : words.joined(separator: " "),
            device: device.map { DeviceReference(number: $0).text },
            verdict: verdict,
            reason: reason,
            notes: notes
        )
    }
}
