import Domain
import Testing

@testable import Documents

/// Labels are judged by what decodes them.
@Suite struct LabelTests {
    let press: Press

    init() throws { press = try Press() }

    static func label(_ index: Int, _ matrix: Label.Matrix = .qr) -> Label {
        Label(
            code: "M-\(10_400 + index)-K",
            payload:
                "https://m.example.org/d/\(String(7_919_000 + index, radix: 36, uppercase: true))",
            matrix: matrix,
            description: "Lenovo ThinkPad L480, Core i5, 8 Go, SSD 256 Go"
        )
    }

    static let rolls: [LabelFormat] = [.thermal62x29, .thermal25x54, .tape24]
    static let sheets: [LabelFormat] = [.averyL7160, .averyL7162, .averyL7163]

    @Test(arguments: rolls, [203, 300])
    func `a thermal label decodes at the resolution of its printer`(
        _ format: LabelFormat,
        resolution: Int
    ) throws {
        let labels = (1...3).map { Self.label($0) }
        let batch = LabelBatch(format: format, labels: labels, instant: 1_791_367_402)

        let paper = try Paper(press.pdf(of: batch), name: "label-\(format.rawValue)")

        for (index, label) in labels.enumerated() {
            let read = try paper.codes(page: index + 1, resolution: resolution)
            #expect(read.contains(label.payload))
            #expect(read.contains(label.code))
        }
    }

    @Test(arguments: rolls, [203, 300])
    func `a thermal Data Matrix decodes at the resolution of its printer`(
        _ format: LabelFormat,
        resolution: Int
    ) throws {
        let label = Self.label(1, .dataMatrix)
        let batch = LabelBatch(format: format, labels: [label], instant: 1_791_367_402)

        let paper = try Paper(press.pdf(of: batch), name: "label-matrix-\(format.rawValue)")

        #expect(try paper.dataMatrices(resolution: resolution) == [label.payload])
    }

    @Test(arguments: sheets)
    func `every code of a full sheet decodes`(_ format: LabelFormat) throws {
        let labels = (1...format.labelsPerPage).map { Self.label($0) }
        let batch = LabelBatch(format: format, labels: labels, instant: 1_791_367_402)

        let paper = try Paper(press.pdf(of: batch), name: "sheet-\(format.rawValue)")

        #expect(
            try Set(paper.codes()).symmetricDifference(labels.flatMap { [$0.payload, $0.code] })
                == []
        )
    }

    @Test(arguments: sheets)
    func `the labels of a sheet's corners and middle decode by themselves at 203 dots per inch`(
        _ format: LabelFormat
    ) throws {
        let labels = (1...format.labelsPerPage).map { Self.label($0) }
        let batch = LabelBatch(format: format, labels: labels, instant: 1_791_367_402)

        let paper = try Paper(press.pdf(of: batch), name: "singly-\(format.rawValue)")

        let last = format.labelsPerPage - 1
        for index in [0, format.columns - 1, last / 2, last] {
            let label = labels[index]
            let read = try paper.codes(
                resolution: 203,
                crop: format.box(at: index).crop(resolution: 203)
            )
            #expect(Set(read) == [label.payload, label.code])
        }
    }

    @Test(arguments: sheets)
    func `each Data Matrix of a sheet decodes by itself`(_ format: LabelFormat) throws {
        let labels = (1...format.labelsPerPage).map { Self.label($0, .dataMatrix) }
        let batch = LabelBatch(format: format, labels: labels, instant: 1_791_367_402)

        let paper = try Paper(press.pdf(of: batch), name: "matrices-\(format.rawValue)")

        for index in [0, format.labelsPerPage / 2, format.labelsPerPage - 1] {
            let read = try paper.dataMatrices(
                crop: format.box(at: index).crop(resolution: 300)
            )
            #expect(read == [labels[index].payload])
        }
    }

    @Test func `a sheet begins where the last one ended`() throws {
        let labels = (1...4).map { Self.label($0) }
        let batch = LabelBatch(
            format: .averyL7160,
            labels: labels,
            startAt: 20,
            offsetX: 50,
            offsetY: -50,
            instant: 1_791_367_402
        )

        let paper = try Paper(press.pdf(of: batch), name: "sheet-start-20")

        #expect(
            try Set(paper.codes(page: 1)) == Set(labels[..<2].flatMap { [$0.payload, $0.code] })
        )
        #expect(
            try Set(paper.codes(page: 2)) == Set(labels[2...].flatMap { [$0.payload, $0.code] })
        )
    }

    @Test(arguments: [0, 22])
    func `a start that is not on the sheet is refused`(_ position: Int) throws {
        let batch = LabelBatch(
            format: .averyL7160,
            labels: [Self.label(1)],
            startAt: position,
            instant: 0
        )

        let error = #expect(throws: DrawingError.self) { try press.pdf(of: batch) }

        #expect(error == .startOffSheet(position: position, labelsPerSheet: 21))
    }

    @Test func `a code that Code 128 cannot say is refused`() throws {
        let label = Label(code: "Μ-10423", payload: "M-10423", description: "Greek capital Mu")
        let batch = LabelBatch(format: .thermal62x29, labels: [label], instant: 0)

        let error = #expect(throws: DrawingError.self) { try press.pdf(of: batch) }

        guard case .symbolRefused = error else {
            Testing.Issue.record("expected a refused symbol, got \(String(describing: error))")
            return
        }
    }

    @Test func `every command of the action cards decodes`() throws {
        let cards = (1...13).map { index in
            ActionCards.Card(
                command: "ACTION-STEP-\(index)",
                title: "Étape suivante \(index)",
                explanation: "À lire après la machine, quand le travail de cette étape est fini."
            )
        }
        let sheet = ActionCards(heading: "Cartes d'action", cards: cards, instant: 0)

        let paper = try Paper(press.pdf(of: sheet), name: "action-cards")

        let read = try (1...2).flatMap {
            try paper.codes(page: $0) + paper.codes(page: $0, resolution: 200)
        }
        #expect(Set(read) == Set(cards.map(\.command)))
    }

    @Test func `action cards are drawn in every script`() throws {
        let card = ActionCards.Card(
            command: "ACTION-TRIAGE",
            title: "分拣",
            explanation: "机器到达后扫描"
        )

        let bytes = try press.pdf(of: ActionCards(heading: "操作卡", cards: [card], instant: 0))

        let text = try Paper(bytes, name: "action-cards-script").text()
        #expect(["操作卡", "分拣", "机器到达后扫描"].filter { !text.contains($0) } == [])
    }
}

extension Box {
    /// What `pdftoppm` is told to cut this box out of a page.
    fileprivate func crop(resolution: Int) -> String {
        let dots = [x, y, width, height].map { Int($0 / 72 * Double(resolution)) }
        return "-x \(dots[0]) -y \(dots[1]) -W \(dots[2]) -H \(dots[3])"
    }
}
