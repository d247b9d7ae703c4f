import Domain
import Testing

@testable import Application

@Suite struct FieldShapeTests {
    private func shapes(_ command: String) throws -> [String: FieldShape] {
        try Catalogue.command(named: command).shapes
    }

    @Test func `a closed list of words comes with what people call them`() throws {
        let kinds = try #require(try shapes("add-donor")["kind"])

        #expect(
            kinds
                == .word(
                    DonorKind.allCases.map {
                        FieldShape.Word(word: $0.rawValue, label: $0.label)
                    }
                )
        )
    }

    @Test func `records of a list are told member by member, down to lists in them`() throws {
        let kinds = DeviceType.allCases.map {
            FieldShape.Word(word: $0.rawValue, label: $0.label)
        }

        #expect(
            try shapes("publish-price-grid") == [
                "grid": .text, "from": .day, "source": .text,
                "rows": .list(
                    of: .members([
                        FieldShape.Member(name: "kind", isRequired: true, shape: .word(kinds)),
                        FieldShape.Member(name: "grade", isRequired: true, shape: .text),
                        FieldShape.Member(
                            name: "cents",
                            isRequired: true,
                            shape: .list(of: .number)
                        ),
                    ])
                ),
            ]
        )
    }

    @Test func `a reference that reads numbers as well is a text`() throws {
        #expect(try shapes("take-step")["device"] == .text)
        #expect(try shapes("dispose-devices")["devices"] == .list(of: .text))
    }

    @Test(arguments: Catalogue.commands.map(\.name))
    func `the type of a command knows each of its fields, and their JSON types`(
        command: String
    ) throws {
        let entry = try Catalogue.command(named: command)
        for field in entry.fields {
            let shape = try #require(entry.shapes[field.name], "\(command) \(field.name)")
            guard shape != .text || field.type != "object" else { continue }

            #expect(shape.type == field.type, "\(command) \(field.name)")
        }
    }

    @Test(arguments: Catalogue.questions.map(\.name))
    func `the type of a question knows each of its fields, and their JSON types`(
        question: String
    ) throws {
        let entry = try Catalogue.question(named: question)
        for field in entry.fields {
            #expect(entry.shapes[field.name]?.type == field.type, "\(question) \(field.name)")
        }
    }
}

extension FieldShape {
    /// The JSON type of what a field of this shape holds.
    fileprivate var type: String {
        switch self {
        case .text, .day, .word: "string"
        case .number: "integer"
        case .truth: "boolean"
        case .list: "array"
        case .members: "object"
        }
    }
}
