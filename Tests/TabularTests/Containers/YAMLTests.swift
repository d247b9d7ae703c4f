import Tabular
import Testing

@Suite struct YAMLTests {
    @Test func `a report is read as its program meant it`() throws {
        let text = """
            ---
            # written by a workbench
            type: Snapshot
            version: '11.0'
            elapsed: 4
            device:
              type: Desktop
              model: "He said: \\"no\\""
              chassis: null
            components:
              - type: HardDrive
                serialNumber: 00123
                actions: []
                steps:
                - a
                - 'it''s'
              - type: Processor   # behind a space
                cores: 4
            closed: true
            """
        var reader = try YAMLReader(text)

        let document = try reader.document()

        #expect(document["type"]?.text == "Snapshot")
        #expect(document["version"]?.text == "11.0")
        #expect(document["device"]?["model"]?.text == "He said: \"no\"")
        #expect(document["device"]?["chassis"] == nil)
        #expect(document["components"]?.items.count == 2)
        #expect(document["components"]?.items.first?["serialNumber"]?.text == "00123")
        #expect(
            document["components"]?.items.first?["steps"]
                == .array([.string("a"), .string("it's")])
        )
        #expect(document["components"]?.items.last?["cores"]?.integer == 4)
        #expect(document["closed"]?.isTrue == true)
    }

    @Test(arguments: [
        ("a: &x 1", YAMLFault(reason: .notSupported, line: 1)),
        ("a: *x", YAMLFault(reason: .notSupported, line: 1)),
        ("a: !!int 1", YAMLFault(reason: .notSupported, line: 1)),
        ("a: |\n  text", YAMLFault(reason: .notSupported, line: 1)),
        ("a: [1, 2]", YAMLFault(reason: .notSupported, line: 1)),
        ("a: 1\na: 2", YAMLFault(reason: .nameTwice, line: 2)),
        ("a: 1\n\tb: 2", YAMLFault(reason: .indentation, line: 2)),
        ("a: 1\n  b: 2", YAMLFault(reason: .indentation, line: 2)),
        ("a:\n    b: 1\n  c: 2", YAMLFault(reason: .indentation, line: 3)),
        ("just words", YAMLFault(reason: .unexpected, line: 1)),
        ("a: 'open", YAMLFault(reason: .notSupported, line: 1)),
        ("a: \"\\x41\"", YAMLFault(reason: .notSupported, line: 1)),
    ])
    func `what two readers could read in two ways is refused`(text: String, fault: YAMLFault) {
        let found = #expect(throws: YAMLFault.self) {
            var reader = try YAMLReader(text)
            _ = try reader.document()
        }

        #expect(found == fault)
    }

    @Test func `a ladder without end is refused before the stack ends`() {
        let text = (0..<200).map { String(repeating: " ", count: min($0, 200)) + "a:" }
            .joined(separator: "\n")

        let found = #expect(throws: YAMLFault.self) {
            var reader = try YAMLReader(text)
            _ = try reader.document()
        }

        #expect(found?.reason == .tooDeep)
    }

    @Test func `a mapping may have very many names, each once`() throws {
        let text = (0..<60_000).map { "name\($0): 1" }.joined(separator: "\n")
        var reader = try YAMLReader(text)

        #expect(try reader.document().members.count == 60_000)
    }

    @Test(arguments: ["a: 1\nb: 2\nc: 3\nd: 4", "- 1\n- 2\n- 3\n- 4", "a:\n- b: 1\n- c: 2"])
    func `more values than any report has are refused at their line`(text: String) {
        let found = #expect(throws: YAMLFault.self) {
            var reader = try YAMLReader(text, limits: JSONLimits(values: 3))
            _ = try reader.document()
        }

        #expect(found?.reason == .tooLong)
    }

    @Test func `nothing is null`() throws {
        var reader = try YAMLReader("\n# nothing\n")

        #expect(try reader.document() == .null)
    }
}
