import Tabular
import Testing

@Suite struct CSVWriterTests {
    @Test(arguments: 1...100)
    func `what is written is read back`(seed: UInt64) {
        var random = FixedRandom(seed)
        let letters = ["a", "\"", ",", ";", "\n", "\r", " ", "é", "=", "sep=;", ""]
        let rows = (0..<5).map { _ in
            (0..<4).map { _ in
                (0..<3).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
            }
        }
        var writer = CSVWriter()
        for row in rows {
            for cell in row { writer.append(cell) }
            writer.endRecord()
        }

        #expect(read(writer.bytes).map(\.fields) == rows)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@a", "\ta", "\ra"])
    func `a formula is made harmless on demand`(cell: String) {
        var writer = CSVWriter(neutralisesFormulas: true)
        writer.append(cell)
        writer.endRecord()

        #expect(read(writer.bytes).map(\.fields) == [["'" + cell]])
    }

    @Test(
        arguments: [
            (
                "PK\u{3}\u{4}....mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                FileKind.ods
            ),
            ("PK\u{3}\u{4}....[Content_Types].xml", .xlsx), ("PK\u{3}\u{4}....a.txt", .zip),
            ("%PDF-1.4", .pdf), ("[{\"a\":1}]", .json), ("{\"a\":1}", .json),
            ("<?xml version='1.0'?><a/>", .xml), ("<!DOCTYPE html><html>", .html),
            ("<table border=\"1\">\n<TR><td>a</td></TR></table>", .html),
            ("<div><table><tr class='x'><td>a</td></tr></table></div>", .html),
            ("<table><row><serial>a</serial></row></table>", .xml),
            ("System:\n  Kernel: 6.1 bits: 64\nMachine:\n  Type: Laptop\n", .text),
            ("a: 1\nb: 'x: y'\nc:\n  - d: 2\n", .yaml),
            ("[2014/03/02 10:00:00] nwipe: notice: x", .nwipeLog), ("# dmidecode 3.3", .dmidecode),
            ("a;b\n1;2\n", .text), ("", .empty), ("\u{1}\u{2}\u{3}\u{4}", .binary),
        ]
    )
    func `a file is known by its bytes`(text: String, kind: FileKind) {
        #expect(Array(text.utf8).withUnsafeBytes { FileKind.recognise($0) } == kind)
    }
}
