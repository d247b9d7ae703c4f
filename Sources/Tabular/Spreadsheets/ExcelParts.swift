/// What the cells of an XLSX refer to: sheets, shared texts, and how formats show numbers.
struct ExcelParts {
    struct Sheet {
        let name: String
        /// The name of its part in the archive.
        let part: String
    }

    let sheets: [Sheet]
    let texts: [String]
    /// By the number of a cell's style.
    let formats: [CellFormat]
    let since1904: Bool

    init(_ archive: ZIPArchive, _ limits: SpreadsheetLimits) throws(SpreadsheetFault) {
        let book = try archive.tree("xl/workbook.xml")
        let relations = try archive.tree("xl/_rels/workbook.xml.rels")
        sheets = Self.sheets(book, relations)
        let flag = book?["workbookPr"]?.attributes["date1904"]
        since1904 = flag == "1" || flag == "true"
        formats = Self.formats(try archive.tree("xl/styles.xml"))
        texts = try Self.texts(archive, limits)
    }

    private static func sheets(_ book: XMLTree?, _ relations: XMLTree?) -> [Sheet] {
        var targets: [String: String] = [:]
        for relation in relations?.children ?? [] {
            guard let id = relation.attributes["Id"], let target = relation.attributes["Target"]
            else { continue }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        }
        return (book?["sheets"]?.children ?? []).compactMap { sheet in
            guard sheet.attributes["state"] ?? "visible" == "visible",
                let name = sheet.attributes["name"],
                let id = sheet.attributes["id"], let part = targets[id]
            else { return nil }
            return Sheet(name: name, part: part)
        }
    }

    private static func formats(_ styles: XMLTree?) -> [CellFormat] {
        var own: [Int: CellFormat] = [:]
        for format in styles?["numFmts"]?.children ?? [] {
            guard let id = format.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
            own[id] = CellFormat(format.attributes["formatCode"] ?? "")
        }
        return (styles?["cellXfs"]?.children ?? []).map { style in
            let id = style.attributes["numFmtId"].flatMap { Int($0) } ?? 0
            return own[id] ?? CellFormat(builtIn: id)
        }
    }

    private static func texts(
        _ archive: ZIPArchive,
        _ limits: SpreadsheetLimits
    ) throws(SpreadsheetFault) -> [String] {
        guard let entry = archive.entry(named: "xl/sharedStrings.xml") else { return [] }
        let listener = ExcelTexts(limits.sharedBytes)
        let reader = XMLReader(listener)
        try archive.read(entry, failing: { SpreadsheetFault.archive($0) }) {
            (piece) throws(SpreadsheetFault) in
            do throws(XMLFault) {
                try reader.feed(piece, isLast: false)
            } catch {
                throw .xml(part: entry.name, error)
            }
        }
        return listener.texts
    }
}

/// Hears the shared texts of an XLSX; what is written small above Japanese words is left out.
final class ExcelTexts: XMLListener {
    private let limit: Int
    private var total = 0
    private var text = ""
    private var isInText = false
    private var phonetic = 0
    private(set) var texts: [String] = []

    init(_ limit: Int) {
        self.limit = limit
    }

    func start(_ name: String, _ attributes: XMLAttributes) -> XMLFault.Reason? {
        switch name {
        case "si": text = ""
        case "rPh": phonetic += 1
        case "t": isInText = phonetic == 0
        default: break
        }
        return nil
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> XMLFault.Reason? {
        guard isInText else { return nil }
        total += bytes.count
        text += String(decoding: bytes, as: UTF8.self)
        return total > limit ? .tooLong : nil
    }

    func end(_ name: String) -> XMLFault.Reason? {
        switch name {
        case "si": texts.append(ExcelText.decoded(text))
        case "rPh": phonetic -= 1
        case "t": isInText = false
        default: break
        }
        // An empty text costs memory too.
        return texts.count > limit / 16 ? .tooLong : nil
    }
}
