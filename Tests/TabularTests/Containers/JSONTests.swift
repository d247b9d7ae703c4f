import Tabular
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        (#"[{"a": 1, "b": "x"}, {"b": "y", "c": {"d": true}}]"#, "a,b,c.d\n1,x\n\"\",y,true\n"),
        ("{\"a\": 1}\n{\"a\": 2}\n", "a\n1\n2\n"),
        (
            #"{"@odata.count": 1, "value": [{"deviceName": "PC", "imei": null}]}"#,
            "deviceName,imei\nPC\n"
        ),
        (#"[{"a": ["S1", "S2"], "b": 1.5E3}]"#, "a,b\nS1 / S2,1500\n"),
        (#"[["a", "b"], [1, "x"], [2]]"#, "a,b\n1,x\n2\n"),
    ])
    func `objects are rows under their names`(json: String, csv: String) throws {
        var reader = JSONReader(Array(json.utf8))
        let table = try #require(JSONTable(try reader.documents()))

        #expect(String(decoding: table.csv(), as: UTF8.self).replacing("\r\n", with: "\n") == csv)
    }

    @Test(arguments: [
        "[1, 2]", "\"text\"", "[[1]]", #"[["a", "a"], [1, 2]]"#, #"[["a"], {"b": 1}]"#,
        "{\"a\": [{}], \"b\": [{\"c\": 1}], \"d\": [{\"e\": 1}]}",
    ])
    func `what holds no single table gives none`(json: String) throws {
        var reader = JSONReader(Array(json.utf8))

        #expect(try JSONTable(reader.documents()) == nil)
    }

    @Test func `objects that share no names are no table, which would be nearly all empty`() throws
    {
        let objects = (0..<10_000).map { #"{"a\#($0)": 1}"# }.joined(separator: "\n")
        var reader = JSONReader(Array(objects.utf8))

        #expect(try JSONTable(reader.documents()) == nil)
    }

    @Test(arguments: [(256, true), (257, false)])
    func `a column's name is as long as people read, whatever it is nested in`(
        length: Int,
        isTable: Bool
    ) throws {
        let name = String(repeating: "n", count: length - 4)
        var flat = JSONReader(Array(#"[{"\#(name)1234": 1}]"#.utf8))
        var nested = JSONReader(Array(#"[{"\#(name)": {"a": {"": 1, "b": 2}}}]"#.utf8))

        #expect(try (JSONTable(flat.documents()) != nil) == isTable)
        #expect(try (JSONTable(nested.documents()) != nil) == isTable)
    }

    @Test func `a name as long as a file is not copied with each of its members`() throws {
        let name = String(repeating: "n", count: 2_500_000)
        let members = repeatElement("\"\":1", count: 500_000).joined(separator: ",")
        var reader = JSONReader(Array(#"[{"\#(name)":{\#(members)}}]"#.utf8))

        #expect(try JSONTable(reader.documents()) == nil)
    }

    @Test func `a NUL that is escaped is replaced: no database holds one in a text`() throws {
        var reader = JSONReader(Array(#"["A\u0000B"]"#.utf8))

        #expect(try reader.documents() == [.array([.string("A\u{FFFD}B")])])
    }

    @Test func `escapes and pairs are read, and a lone half is replaced`() throws {
        var reader = JSONReader(Array(#"["\u00e9\ud83d\ude00\ud83d", "a\/\n"]"#.utf8))

        #expect(try reader.documents() == [.array([.string("é😀\u{FFFD}"), .string("a/\n")])])
    }

    @Test(arguments: [
        ("{\"a\": }", 1, 7), ("{\n \"a\" 1}", 2, 6), ("[1, 2", 1, 6), ("", 1, 1), ("nul", 1, 4),
    ])
    func `a fault knows its place`(json: String, line: Int, column: Int) {
        var reader = JSONReader(Array(json.utf8))

        let fault = #expect(throws: JSONFault.self) { try reader.documents() }

        #expect(fault?.line == line)
        #expect(fault?.column == column)
    }
}
