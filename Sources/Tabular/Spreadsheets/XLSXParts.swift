/// The parts of a workbook besides its sheet (ECMA-376, part 1), as small as programs take them.
enum XLSXParts {
    static func parts(sheetNamed name: String) -> [(path: String, text: String)] {
        [
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", relations),
            ("xl/workbook.xml", workbook(name)), ("xl/_rels/workbook.xml.rels", workbookRelations),
            ("xl/styles.xml", styles),
        ]
    }

    private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let type =
        "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private static let contentTypes = """
        \(declaration)<Types xmlns="\(package)/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\(type).sheet.main+xml"/>\
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(type).worksheet+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="\(type).styles+xml"/></Types>
        """

    private static let relations = """
        \(declaration)<Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(kinds)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """

    private static func workbook(_ name: String) -> String {
        var escaped: [UInt8] = []
        SheetCell.appendEscaped(name, to: &escaped)
        let sheet = escaped.isEmpty ? "Moulin" : String(decoding: escaped, as: UTF8.self)
        return """
            \(declaration)<workbook xmlns="\(main)" xmlns:r="\(kinds)">\
            <sheets><sheet name="\(sheet)" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
    }

    private static let workbookRelations = """
        \(declaration)<Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(kinds)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="\(kinds)/styles" Target="styles.xml"/></Relationships>
        """

    /// 0 plain, 1 heading, 2 day, 3 instant, 4 money, 5 text that would open a formula.
    private static let styles = """
        \(declaration)<styleSheet xmlns="\(main)">\
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">\
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
        <xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>\
        </cellXfs></styleSheet>
        """
}
