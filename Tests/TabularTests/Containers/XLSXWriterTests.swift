import Tabular
import Testing

/// What is written is what is read back, and no cell of it runs.
@Suite struct XLSXWriterTests {
    @Test func `each kind of cell comes back as it was`() throws {
        let rows = try written([
            [.text("Dell"), .number(-3), .hundredths(-12_05), .truth(true), .empty, .day(20_780)],
            [.decimal(0.5), .hundredths(7), .instant(1_795_379_818), .text(""), .text("é<&>\"'")],
        ])

        #expect(
            rows == [
                "kind,n", "Dell,-3,-12.05,true,,2026-11-23",
                "0.5,0.07,2026-11-22 20:36:58,,\"é<&>\"\"'\"",
            ]
        )
    }

    @Test(arguments: ["=1+1", "+33 1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")"])
    func `what looks like a formula is text, word for word`(text: String) throws {
        let book = try bytes([[.text(text)]])
        let sheet = try sheet(of: book)

        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains(#"<c t="inlineStr" s="5">"#))
        #expect(try lines(of: book).last?.contains(text.prefix(3)) == true)
    }

    @Test(arguments: ["_x000D_", "SN_x0041_B", "_x005F_", "a_x_b", "_x0041"])
    func `what looks like an escape of Excel comes back as it was`(text: String) throws {
        #expect(try written([[.text(text)]]).last == text)
    }

    @Test func `what XML forbids is left out, and a cell is cut where Excel cuts`() throws {
        let long = String(repeating: "x", count: 40_000)

        let rows = try written([[.text("a\u{0}\u{1}b")], [.text(long)]])

        #expect(rows[1] == "ab")
        #expect(rows[2].count == 32_767)
    }

    @Test func `many rows come back in order, and the same rows make the same bytes`() throws {
        let cells = (0..<20_000).map { [SheetCell.number(Int64($0)), .text("row \($0)")] }

        let (book, again) = (try bytes(cells), try bytes(cells))

        let rows = try lines(of: book)
        #expect(rows.count == 20_001)
        #expect(rows[12_346] == "12345,row 12345")
        #expect(book == again)
    }

    private func written(_ cells: [[SheetCell]]) throws -> [String] {
        try lines(of: try bytes(cells))
    }

    private func bytes(_ cells: [[SheetCell]]) throws -> [UInt8] {
        let writer = try XLSXWriter(sheet: "A: [list]", heading: ["kind", "n"])
        for row in cells { try writer.append(row) }
        var bytes: [UInt8] = []
        try writer.finish(failing: { $0 }) { (piece) throws(XLSXFault) in
            bytes.append(contentsOf: piece)
        }
        return bytes
    }

    private func lines(of book: [UInt8]) throws -> [String] {
        var text: [UInt8] = []
        try withFile(book) { descriptor in
            let workbook = try Workbook(descriptor: descriptor)
            #expect(workbook.sheets == ["A list"])
            try workbook.read(sheet: 0, failing: { $0 }) { (piece) throws(SpreadsheetFault) in
                text += piece
            }
        }
        return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).map(
            String.init
        )
    }

    /// The sheet as it lies in the archive.
    private func sheet(of book: [UInt8]) throws -> String {
        var text: [UInt8] = []
        try withFile(book) { descriptor in
            let archive = try ZIPArchive(descriptor: descriptor)
            let entry = try #require(archive.entry(named: "xl/worksheets/sheet1.xml"))
            try archive.read(entry, failing: { $0 }) { (piece) throws(ArchiveFault) in
                text.append(contentsOf: piece)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
