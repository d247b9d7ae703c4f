import Tabular
import TestSupport
import Testing

@Suite struct WorkbookTests {
    @Test func `a sheet of Excel is read as people see it`() throws {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Acheté le</t></is></c><c r="C1" t="s"><v>1</v></c></row>
            <row r="3"><c r="A3"><v>7.5E3</v></c><c r="B3" s="1"><v>45292</v></c><c r="C3" t="b"><v>1</v></c></row>
            <row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" s="2"><v>45292.75</v></c><c r="D4" t="str"><v>a, "b"</v></c></row>
            <row r="5"><c r="A5"><v>6.37702E+15</v></c><c r="B5"><v>0.30000000000000004</v></c></row>
            """
        let file = ZIPFile.xlsx(rows: rows, shared: ["N° de série\nbis", "É &amp; è"])

        #expect(
            try text(file)
                == [
                    "N° de série / bis,Acheté le,É & è", "", "7500,2024-01-01,true",
                    "#N/A,2024-01-01 18:00:00,,\"a, \"\"b\"\"\"", "6.37702E+15,0.3",
                ]
        )
    }

    @Test(arguments: [
        ("AB12_x000D_", "AB12"), ("a_x000D__x000A_b", "a / b"), ("_x005F_x000D_", "_x000D_"),
        ("5CG_x0031_", "5CG1"), ("_xD83D__xDE00_", "\u{1F600}"), ("_xD83D_", "_xD83D_"),
        ("SN_x12", "SN_x12"), ("a_x00G1_", "a_x00G1_"), ("A_x005F_B", "A_B"),
        ("x_X0041_", "x_X0041_"),
    ])
    func `Excel writes some characters by their number`(stored: String, shown: String) throws {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>\(stored)</t></is></c>\
            <c r="C1" t="str"><v>\(stored)</v></c></row>
            """

        #expect(
            try text(ZIPFile.xlsx(rows: rows, shared: [stored])) == ["\(shown),\(shown),\(shown)"]
        )
    }

    @Test func `days are counted from 1904 when the workbook says so`() throws {
        let file = ZIPFile.xlsx(
            rows: #"<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>43830</v></c></row>"#,
            workbookProperties: #"<workbookPr date1904="1"/>"#
        )

        #expect(try text(file) == ["0,2024-01-01"])
    }

    @Test func `a sheet of OpenDocument repeats cells and rows, and its comments are no cells`()
        throws
    {
        let rows = """
            <table:table-row><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>PC</text:p>\
            </table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>voir Jean</text:p>\
            </office:annotation><text:p>ligne 1</text:p><text:p>ligne 2</text:p></table:table-cell>\
            <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="8">\
            <text:p>8,00</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-01-05">\
            <text:p>05/01/24</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>\
            </table:table-row>
            """

        #expect(
            try text(ZIPFile.ods(rows: rows))
                == ["PC,PC,ligne 1 / ligne 2", "8,2024-01-05", "8,2024-01-05"]
        )
    }

    @Test func `a bomb is refused before it fills the memory`() throws {
        let rows = String(repeating: "<row></row>", count: 400_000)

        #expect(
            fault(ZIPFile.xlsx(rows: rows))
                == .archive(.init(.bomb, entry: "xl/worksheets/sheet1.xml"))
        )
    }

    @Test func `a table that repeats itself without end is refused`() throws {
        let rows = """
            <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" \
            office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
            """

        #expect(fault(ZIPFile.ods(rows: rows))?.reason == .tooLong)
    }

    @Test(arguments: [
        (columns: 16_000, rows: 1, bytes: 1_000_000), (columns: 1, rows: 1000, bytes: 1_000_000),
    ])
    func `a long text that repeats itself is refused before it is written out`(
        columns: Int,
        rows: Int,
        bytes: Int
    ) throws {
        let row = """
            <table:table-row table:number-rows-repeated="\(rows)"><table:table-cell table:number-columns-repeated="\(columns)" \
            office:value-type="string"><text:p>\(String(repeating: "x", count: bytes))</text:p></table:table-cell></table:table-row>
            """

        #expect(fault(ZIPFile.ods(rows: row))?.reason == .tooLong)
    }

    @Test func `a cell in column one million is refused with its place`() throws {
        let file = ZIPFile.xlsx(rows: #"<row r="1"><c r="BDWGO1"><v>1</v></c></row>"#)

        #expect(fault(file)?.reason == .tooLong)
    }

    @Test func `entities are refused in a workbook too`() throws {
        let file = ZIPFile(texts: [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
        ])

        #expect(fault(file)?.reason == .documentType)
    }

    @Test func `what is no workbook is told by what is in it`() throws {
        let file = ZIPFile(texts: [("word/document.xml", "<w/>"), ("../../etc/passwd", "x")])

        #expect(fault(file) == .notASpreadsheet(names: ["word/document.xml", "../../etc/passwd"]))
    }

    @Test func `an archive cut anywhere is refused or read, never fatal`() throws {
        let whole = ZIPFile.xlsx(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
        let bytes = try contents(of: whole.descriptor)
        for end in stride(from: 0, to: bytes.count, by: 37) {
            try withFile(Array(bytes[..<end])) { _ = readLines($0) }
        }
    }

    @Test func `a formula without a value says so, and one that gives an empty text is blank`()
        throws
    {
        let rows = """
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f></c><c r="C1"><f>A1</f><v></v></c></row>
            <row r="2"><c r="A2"><v>2</v></c><c r="B2" t="str"><f>""</f><v></v></c><c r="C2"><f>A2</f><v>2</v></c></row>
            <row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/></c><c r="C3" s="1"/></row>
            """

        #expect(
            try text(ZIPFile.xlsx(rows: rows))
                == ["1,#FORMULA!,#FORMULA!", "2,,2", "3,#FORMULA!"]
        )
    }

    @Test func `hidden rows of Excel are read and counted`() throws {
        let rows = """
            <row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>
            <row r="3" hidden="true"><c r="A3"><v>3</v></c></row><row r="4" hidden="0"><c r="A4"><v>4</v></c></row>
            <row r="5" hidden="1"/>
            """

        #expect(try text(ZIPFile.xlsx(rows: rows)) == ["1", "2", "3", "4"])
        #expect(try hidden(ZIPFile.xlsx(rows: rows)) == 2)
    }

    @Test func `hidden rows of OpenDocument are read and counted`() throws {
        let cell =
            #"<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>"#
        let rows = """
            <table:table-row>\(cell)</table:table-row>
            <table:table-row table:visibility="filter">\(cell)</table:table-row>
            <table:table-row table:visibility="collapse" table:number-rows-repeated="2">\(cell)</table:table-row>
            <table:table-row table:visibility="visible">\(cell)</table:table-row>
            <table:table-row table:visibility="collapse" table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>
            """

        #expect(try hidden(ZIPFile.ods(rows: rows)) == 3)
    }

    private func hidden(_ file: borrowing ZIPFile) throws -> Int {
        try Workbook(descriptor: file.descriptor)
            .read(sheet: 0, failing: { $0 }) { (_) throws(SpreadsheetFault) in }
    }

    private func text(_ file: borrowing ZIPFile) throws -> [String] {
        try readLines(file.descriptor).get()
    }

    private func fault(_ file: borrowing ZIPFile) -> SpreadsheetFault? {
        guard case .failure(let fault) = readLines(file.descriptor) else { return nil }
        return fault
    }

    private func readLines(_ descriptor: Int32) -> Result<[String], SpreadsheetFault> {
        do throws(SpreadsheetFault) {
            let book = try Workbook(descriptor: descriptor)
            var bytes: [UInt8] = []
            try book.read(sheet: 0, failing: { $0 }) { (text) throws(SpreadsheetFault) in
                bytes += text
            }
            var lines = String(decoding: bytes, as: UTF8.self)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
                    String.init
                )
            if lines.last == "" { lines.removeLast() }
            return .success(lines)
        } catch {
            return .failure(error)
        }
    }
}

extension SpreadsheetFault {
    fileprivate var reason: XMLFault.Reason? {
        if case .xml(_, let fault) = self { fault.reason } else { nil }
    }
}
