import Tabular
import Testing

@Suite struct CSVReaderTests {
    @Test(
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
            ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
            ("a,b\n\n\r\n1,2\n\n", [["a", "b"], ["1", "2"]]),
            ("\"a\",\"b,c\"\n", [["a", "b,c"]]),
            ("\"a\"\"b\",\"\"\n", [["a\"b", ""]]),
            ("\"\"\"\"\n", [["\""]]),
            ("\"two\nlines\",x\r\n", [["two\nlines", "x"]]),
            ("Ecran 24\" Dell,x\n", [["Ecran 24\" Dell", "x"]]),
            ("\"a\" ,b\n", [["a", "b"]]),
            (",\n,,\n", [["", ""], ["", "", ""]]),
            ("\"\"\n", [[""]]),
            ("é,日本\n", [["é", "日本"]]),
            ("a,\n", [["a", ""]]),
            ("a,\"b\"", [["a", "b"]]),
            ("", []),
            ("\n\n", []),
        ] as [(String, [[String]])]
    )
    func `text becomes records`(text: String, expected: [[String]]) {
        #expect(read(text).map(\.fields) == expected)
        #expect(read(text).allSatisfy { $0.fault == nil })
    }

    @Test func `the line of a record is that of an editor`() {
        let text = "a\n\n\"b\r\nb\",\"c\rc\"\r\nd\re\n"

        let lines = read(text).map { [$0.line: $0.fields] }

        #expect(lines == [[1: ["a"]], [3: ["b\r\nb", "c\rc"]], [6: ["d"]], [7: ["e"]]])
    }

    @Test(arguments: ["sep=;\na;b\n", "sep=;\r\na;b\n", "\"sep=;\"\r\na;b\n"])
    func `a first line sep declares the delimiter`(text: String) {
        #expect(read(text) == [ReadRecord(line: 2, fields: ["a", "b"])])
    }

    @Test(arguments: ["a", "Z", "7"])
    func `no letter and no digit is declared, so none is found behind the end`(letter: String) {
        let text = "sep=\(letter)\r\nMake,Serial\r\nHP,5CG8"

        #expect(
            read(text).map(\.fields) == [["sep=\(letter)"], ["Make", "Serial"], ["HP", "5CG8"]]
        )
    }

    @Test func `a backslash escapes a quote where the dialect says so`() {
        let text = #""24\" wide","C:\\dir\\","a\tb","#

        let fields = read(text, dialect: CSVDialect(escapesWithBackslash: true)).map(\.fields)

        #expect(fields == [[#"24" wide"#, #"C:\dir\"#, #"a\tb"#, ""]])
    }

    @Test func `a quote never closed costs its own line only`() {
        let text = "a,b\nc,\"d\ne,f\ng,h"

        let records = read(text)

        let fault = CSVFault(reason: .quoteNotClosed, line: 2, column: 2, offset: 6)
        #expect(
            records == [
                ReadRecord(line: 1, fields: ["a", "b"]),
                ReadRecord(line: 2, fields: [], fault: fault),
                ReadRecord(line: 3, fields: ["e", "f"]),
                ReadRecord(line: 4, fields: ["g", "h"]),
            ]
        )
    }

    @Test(
        arguments: [
            ("a,b\0c\nd", CSVFault(reason: .nul, line: 1, column: 2, offset: 3)),
            ("a,\"b\"c\nd", CSVFault(reason: .textAfterQuote, line: 1, column: 2, offset: 5)),
            (
                "a,\"b\"\"c\" \"\nd",
                CSVFault(reason: .textAfterQuote, line: 1, column: 2, offset: 9)
            ),
            ("a,b,c,d,e\nd", CSVFault(reason: .tooManyColumns, line: 1, column: 5, offset: 8)),
            ("a,01234567890\nd", CSVFault(reason: .fieldTooLong, line: 1, column: 2, offset: 2)),
            ("\"01234\n67890\"\nd", CSVFault(reason: .fieldTooLong, line: 1, column: 1, offset: 0)),
        ]
    )
    func `what cannot be read is refused with its place`(text: String, fault: CSVFault) {
        let records = read(text, limits: CSVLimits(fieldBytes: 10, columns: 4, recordBytes: 50))

        #expect(records.first?.fault == fault)
        #expect(records.last?.fields == ["d"])
    }

    @Test func `bytes that are not text are refused with their place`() {
        let records = read(Array("é;x\nh;".utf8) + [0xE9] + Array("\nd".utf8))

        let fault = CSVFault(reason: .invalidText, line: 2, column: 1, offset: 7)
        #expect(records.map(\.fault) == [nil, fault, nil])
    }

    @Test func `a record past its limit is refused and the next is read`() {
        let text = String(repeating: "ab,", count: 30) + "\nd"

        let records = read(
            text,
            limits: CSVLimits(fieldBytes: 10, columns: 100, recordBytes: 50),
            pieces: [7]
        )

        #expect(records.map(\.fault?.reason) == [.recordTooLong, nil])
        #expect(records.map(\.line) == [1, 2])
    }

    @Test func `empty cells past the heading are no excess`() {
        var reader = CSVReader()
        var excess: [Int?] = []
        Array("a,b,,\na,b,,c\n".utf8).withUnsafeBytes { bytes in
            reader.feed(bytes, isLast: true) { excess.append($0.excess(over: 2)) }
        }
        #expect(excess == [nil, 3])
    }
}
