import Tabular
import Testing

@Suite struct MarkupTests {
    @Test(arguments: [
        (
            "<list><pc id='1'><type>Laptop</type><disk><size>1</size></disk></pc><pc id='2'><type>PC</type></pc></list>",
            "id,type,disk.size\n1,Laptop,1\n2,PC\n"
        ),
        ("<a><b><row><x>1</x></row><row><x>2</x></row></b><c/></a>", "x\n1\n2\n"),
        (
            "<pcs><pc><serial>S1</serial><mac>a</mac><mac>b</mac></pc></pcs>",
            "serial,mac\nS1,a / b\n"
        ),
    ])
    func `elements that repeat are rows under the names of what is in them`(
        xml: String,
        csv: String
    ) throws {
        let records = try #require(XMLTable.records(try XMLTree(Array(xml.utf8))))

        #expect(text(JSONTable([records])?.csv()) == csv)
    }

    @Test func `a document without fields is no table`() throws {
        #expect(XMLTable.records(try XMLTree(Array("<a/>".utf8))) == nil)
    }

    @Test func `a hundred thousand names in one element are grouped in as many steps`() throws {
        let names = (0..<100_000).map { "<n\($0)>1</n\($0)>" }.joined()
        let root = try XMLTree(Array("<list><pc>\(names)</pc></list>".utf8))

        #expect(XMLTable.records(root)?.items.first?.members.count == 100_000)
    }

    @Test func `of groups of one size the list is the one that stands first`() throws {
        let groups = (0..<40).map { "<n\($0) x='\($0)'/>" }.joined()

        let records = XMLTable.records(try XMLTree(Array("<list>\(groups)</list>".utf8)))

        #expect(records == .array([.object([JSONTree.Member(name: "x", value: .string("0"))])]))
    }

    @Test func `a workbook of Excel 2003 is read cell by cell, where it says that they stand`()
        throws
    {
        let xml = """
            <?xml version="1.0"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="Parc"><Table>
            <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Parc</Data></Cell><Cell><Data ss:Type="String">2019</Data></Cell></Row>
            <Row ss:Index="3"><Cell><Data ss:Type="String">Type</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Date</Data></Cell></Row>
            <Row><Cell><Data ss:Type="Number">8.0</Data></Cell><Cell ss:Index="3"><Data ss:Type="DateTime">2019-06-01T00:00:00.000</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """
        let sheets = try #require(try XMLWorkbook.sheets(try XMLTree(Array(xml.utf8))))

        #expect(sheets.map(\.name) == ["Parc"])
        #expect(text(sheets[0].csv) == "Parc,,2019\n\nType,,Date\n8,,2019-06-01\n")
    }

    @Test(arguments: ["0", "1", "-1", "1048577", "99999999999999999999", "x"])
    func `a place that no sheet has is the one that follows`(index: String) throws {
        let cell = "<Data ss:Type='String'>"
        let sheets = try workbook(
            """
            <Row><Cell>\(cell)a</Data></Cell><Cell ss:Index="\(index)">\(cell)b</Data></Cell></Row>
            <Row ss:Index="\(index)"><Cell>\(cell)c</Data></Cell></Row>
            """
        )

        #expect(text(sheets.first?.csv) == "a,b\nc\n")
    }

    @Test func `a row that is wider than any sheet is refused, not cut`() throws {
        let covered = "<Cell ss:MergeAcross='16384'/>"
        let cell = "<Cell><Data ss:Type='String'>x</Data></Cell>"

        #expect(throws: SpreadsheetFault.tooLong) {
            try workbook("<Row>\(covered)\(cell)</Row>")
        }
        #expect(throws: SpreadsheetFault.tooLong) {
            try workbook("<Row>\(String(repeating: covered, count: 80))\(cell)</Row>")
        }
        #expect(throws: SpreadsheetFault.tooLong) {
            try HTMLTable.csv(Array("<table><tr><td colspan=16384>a<td>b</table>".utf8))
        }
        let hanging = "<td colspan=16384 rowspan=9>"
        #expect(throws: SpreadsheetFault.tooLong) {
            try HTMLTable.csv(Array("<table><tr>\(hanging)a<tr>\(hanging)b</table>".utf8))
        }
        let many = String(repeating: "<td rowspan=2>", count: 257)
        #expect(throws: SpreadsheetFault.tooLong) {
            try HTMLTable.csv(Array("<table><tr>\(many)</table>".utf8))
        }
    }

    @Test func `sheets that are empty lines for the most part are refused together`() throws {
        let row = "<Row ss:Index='60'><Cell><Data ss:Type='String'>x</Data></Cell></Row>"
        let sheet = "<Worksheet><Table>\(row)</Table></Worksheet>"
        let two = try XMLTree(Array("<Workbook xmlns:ss='urn:x'>\(sheet)\(sheet)</Workbook>".utf8))

        #expect(try XMLWorkbook.sheets(two, limits: SpreadsheetLimits(heldBytes: 200))?.count == 2)
        #expect(throws: SpreadsheetFault.tooLong) {
            try XMLWorkbook.sheets(two, limits: SpreadsheetLimits(heldBytes: 100))
        }
    }

    private func workbook(_ rows: String) throws -> [(name: String, csv: [UInt8])] {
        let sheet = "<Worksheet><Table>\(rows)</Table></Worksheet>"
        let xml = "<Workbook xmlns:ss='urn:x'>\(sheet)</Workbook>"
        return try #require(try XMLWorkbook.sheets(try XMLTree(Array(xml.utf8))))
    }

    @Test(arguments: [
        (
            "<html><table><tr><th>Type</th><th>N&deg; de s&eacute;rie</th></tr><tr><td>PC</td><td>S&amp;1</td></tr></table>",
            "Type,N° de série\nPC,S&1\n"
        ),
        ("<TABLE><TR><TD colspan=2>Parc<TD>x<TR><TD>a<TD>b", "Parc,,x\na,b\n"),
        ("<table><tr><td>a<br>b</td><td>&#233;&#xE9;</td></tr></table>", "a / b,éé\n"),
        ("<table><tr><td><script>if (a<b) x</script>c</td></tr></table>", "c\n"),
        ("<table><tr><td>&unknown; & <b>bold</b></td></tr></table>", "&unknown; & bold\n"),
        (
            "<table><tr><th>Type<th>Marque<th>Série<tr><td>PC<td rowspan=2>Dell<td>S1<tr><td>PC<td>S2<tr><td>PC<td>HP<td>S3</table>",
            "Type,Marque,Série\nPC,Dell,S1\nPC,Dell,S2\nPC,HP,S3\n"
        ),
        (
            "<table><tr><td rowspan='3' colspan=2>a<td>1<tr></tr><tr><td>2</table><table><tr><td>b</table>",
            "a,,1\na,,2\nb\n"
        ),
        (
            "<table><tr><td>x<td rowspan=2>y<td rowspan=2>z<tr><td>w<tr><td>1<td>2<td>3</table>",
            "x,y,z\nw,y,z\n1,2,3\n"
        ),
    ])
    func `the tables of a page are rows`(html: String, csv: String) throws {
        #expect(try text(HTMLTable.csv(Array(html.utf8))) == csv)
    }

    @Test(arguments: ["<html><p>Bonjour</p></html>", "<table></table>", "<td", "<"])
    func `a page without cells is none`(html: String) throws {
        #expect(try HTMLTable.csv(Array(html.utf8)) == nil)
    }

    private func text(_ csv: [UInt8]?) -> String? {
        csv.map { String(decoding: $0, as: UTF8.self).replacing("\r\n", with: "\n") }
    }
}
