extension ZIPFile {
    /// An XLSX with one sheet, of `row` elements, and the texts that its cells share.
    public static func xlsx(
        rows: String,
        shared: [String] = [],
        workbookProperties: String = "",
        sheetName: String = "Feuil1"
    ) -> ZIPFile {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let texts = shared.map { "<si><t>\($0)</t></si>" }.joined()
        return ZIPFile(texts: [
            ("[Content_Types].xml", "<Types/>"),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(main)" xmlns:r="r">\(workbookProperties)<sheets>\
                <sheet name="Secret" sheetId="9" state="hidden" r:id="rId9"/>\
                <sheet name="\(sheetName)" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                #"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
            (
                "xl/styles.xml",
                """
                <styleSheet xmlns="\(main)"><numFmts><numFmt numFmtId="164" formatCode="[$-40C]dd/mm/yyyy"/></numFmts>\
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>
                """
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(texts)</sst>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
            ),
        ])
    }

    /// An ODS with one sheet, of `table-row` elements.
    public static func ods(rows: String) -> ZIPFile {
        ZIPFile(texts: [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            (
                "content.xml",
                """
                <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>\
                <table:table table:name="Parc">\(rows)</table:table></office:spreadsheet></office:body></office:document-content>
                """
            ),
        ])
    }
}
