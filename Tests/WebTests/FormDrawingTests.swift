import Application
import Domain
import Testing

@testable import Web

@Suite struct FormDrawingTests {
    private func boxes(
        _ command: String,
        given: String = "",
        _ visit: Visit
    ) throws -> [FormBox] {
        let entry = try Catalogue.command(named: command)
        let drawing = FormDrawing(visit: visit, given: Fields(encoded: given.utf8))
        return drawing.boxes(entry.fields, entry.shapes)
    }

    @Test func `a closed list is chosen from, in the language, and what was given stays chosen`()
        async throws
    {
        try await WebTown.with { town in
            let boxes = try boxes("add-donor", given: "kind=company", town.visit())
            let kind = try #require(boxes.first { $0.name == "kind" })

            #expect(kind.label == "Kind")
            #expect(kind.isRequired)
            #expect(
                kind.choices.map(\.label) == [
                    "", "individual", "company", "public body", "association",
                ]
            )
            #expect(kind.choices.filter(\.isChosen).map(\.word) == ["company"])
        }
    }

    @Test func `a price grid is a table with a column for each bracket and lines to spare`()
        async throws
    {
        try await WebTown.with { town in
            let given =
                "rows.0.kind=laptop&rows.0.grade=B&rows.0.cents[]:euros=45,00&rows.0.cents[]:euros=60"
            let table = try #require(
                try boxes("publish-price-grid", given: given, town.visit())
                    .first { $0.name == "rows" }?.table
            )

            #expect(table.columns == ["Kind", "Grade", "Bracket 1", "Bracket 2"])
            #expect(table.lines.count == 4)
            #expect(
                table.lines[0].cells.map(\.name) == [
                    "rows.0.kind", "rows.0.grade", "rows.0.cents[]:euros", "rows.0.cents[]:euros",
                ]
            )
            #expect(table.lines[0].cells[2].label == "Bracket 1, line 1")
            #expect(table.lines[0].cells.map(\.value) == ["", "", "45,00", "60"])
            #expect(table.lines[1].cells.map(\.value) == ["", "", "", ""])
        }
    }

    @Test func `what a table is filled with is what its command reads`() async throws {
        try await WebTown.with { town in
            let entry = try Catalogue.command(named: "publish-price-grid")
            let form = FormJSON(
                Fields(
                    encoded:
                        "grid=2040&rows.0.kind=laptop&rows.0.grade=B&rows.0.cents[]:euros=45,00&rows.0.cents[]:euros=60&rows.1.kind=&rows.1.grade=&rows.1.cents[]:euros="
                        .utf8
                )
            )
            let read = JSONValue(bytes: try form.bytes(for: entry.fields, town.visit()))

            #expect(
                read == [
                    "grid": "2040",
                    "rows": [["kind": "laptop", "grade": "B", "cents": [4_500, 6_000]]],
                ]
            )
        }
    }

    @Test func `texts of digits, one to a line, stay texts`() async throws {
        try await WebTown.with { town in
            let entry = try Catalogue.command(named: "count-custody")
            let form = FormJSON(Fields(encoded: "place=Cage&drives:lines=0012%0D%0A99,%20AB1".utf8))
            let read = JSONValue(bytes: try form.bytes(for: entry.fields, town.visit()))

            #expect(read == ["place": "Cage", "drives": ["0012", "99", "AB1"]])
        }
    }

    @Test func `a locked place in which nothing was seen is counted as well`() async throws {
        try await WebTown.with { town in
            let entry = try Catalogue.command(named: "count-custody")
            let box = try boxes("count-custody", town.visit()).first { $0.name == "drives:lines" }
            let form = FormJSON(Fields(encoded: "place=Cage&drives:lines=".utf8))
            let read = JSONValue(bytes: try form.bytes(for: entry.fields, town.visit()))

            #expect(box?.isRequired == false)
            #expect(read == ["place": "Cage", "drives": []])
        }
    }

    @Test(arguments: [(Language.fr, "Lieu"), (.en, "Locked")])
    func `a label names its thing without an article`(language: Language, label: String)
        async throws
    {
        try await WebTown.with { town in
            let boxes = try boxes("count-custody", town.visit(in: language))

            #expect(boxes.first?.label.hasPrefix(label) == true)
        }
    }

    @Test func `what takes two people is chosen from words of the house`() async throws {
        try await WebTown.with { town in
            let act = try boxes("require-two-people", town.visit(in: .fr)).first
            let labels = act?.choices.map(\.label) ?? []

            #expect(labels.contains("publier des plafonds"))
            #expect(!labels.contains { $0.contains("-") && !$0.contains(" ") })
        }
    }

    @Test func `a truth may be left unsaid, for what is true unless said`() async throws {
        try await WebTown.with { town in
            let box = try #require(
                try boxes("require-second-factor", town.visit()).first { $0.name == "required" }
            )

            #expect(box.choices.map(\.word) == ["", "true", "false"])
        }
    }

    /// What people are never shown: names of fields and words as programs write them.
    @Test(arguments: Language.allCases)
    func `no form shows a word of the program`(language: Language) async throws {
        try await WebTown.with { town in
            let visit = town.visit(in: language)
            for entry in Catalogue.commands {
                for box in try boxes(entry.name, visit) {
                    let cells = box.table?.lines.first?.cells ?? []
                    let choices = box.choices + cells.flatMap(\.choices)
                    let words = [box.label] + choices.map(\.label) + (box.table?.columns ?? [])
                    #expect(words.filter { $0.contains("_") } == [], "\(entry.name) \(box.name)")
                    // Labels that are their word in this language as well are few, and known.
                    let unsaid = choices.filter { !$0.word.isEmpty && $0.label == $0.word }
                    #expect(
                        language == .en || unsaid.allSatisfy { Self.alike.contains($0.word) },
                        "\(entry.name) \(box.name): \(unsaid.map(\.word))"
                    )
                }
            }
        }
    }

    private static let alike: Set<String> = [
        "A", "B", "C", "association", "destruction", "purge", "smartphone",
    ]
}
