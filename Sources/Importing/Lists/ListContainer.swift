public import Domain
public import Tabular

/// What a list was taken out of to become a text, which then has no charset and no delimiter that anybody chose.
public struct ListContainer: Sendable, Hashable {
    public let kind: FileKind
    /// Nil where it has no sheets, or one without a name.
    public let sheet: String?
    /// The sheets beside it, of which no row is read; none where a person chose the sheet.
    public let otherSheets: [String]
    /// How many rows with something in them the workbook hides; they are read.
    public var hiddenRows = 0

    public init(_ kind: FileKind, sheet: String? = nil, among sheets: [String] = []) {
        self.kind = kind
        self.sheet = sheet.flatMap { $0.isEmpty ? nil : $0 }
        otherSheets = sheets.filter { $0 != sheet }
    }

    /// "an Excel workbook (XLSX), sheet "Parc"", as a part of a sentence.
    public var name: Phrase {
        guard let sheet else { return kind.name }
        return Phrase(
            fr: "\(kind.name.fr), feuille « \(sheet) »",
            en: "\(kind.name.en), sheet \"\(sheet)\""
        )
    }

    /// What a person should know of the sheets that are not read, and of hidden rows that are.
    var remarks: [Phrase] { [sheetsNotRead, rowsHidden].compactMap(\.self) }

    private var rowsHidden: Phrase? {
        guard hiddenRows > 0 else { return nil }
        return Phrase(
            fr: hiddenRows == 1
                ? "1 ligne masquée du classeur est lue comme les autres."
                : "\(hiddenRows) lignes masquées du classeur sont lues comme les autres.",
            en: hiddenRows == 1
                ? "1 hidden row of the workbook is read like the others."
                : "\(hiddenRows) hidden rows of the workbook are read like the others."
        )
    }

    private var sheetsNotRead: Phrase? {
        guard !otherSheets.isEmpty else { return nil }
        let shown = otherSheets.prefix(Self.shownSheets)
        let more = otherSheets.count - shown.count
        let french = shown.map { "« \($0) »" } + (more > 0 ? ["\(more) autres"] : [])
        let english = shown.map { "\"\($0)\"" } + (more > 0 ? ["\(more) more"] : [])
        return Phrase(
            fr:
                "Feuilles non lues : \(french.joined(separator: ", ")). Chacune se lit à part, par son nom (--sheet, ou « Feuille du classeur » sur la page).",
            en:
                "Sheets not read: \(english.joined(separator: ", ")). Each is read by itself, by its name (--sheet, or \"Sheet of the workbook\" on the page)."
        )
    }

    private static let shownSheets = 20
}
