public import Domain
public import Tabular

/// What a list was taken out of to become a text, which then has no charset and no delimiter that anybody chose.
public struct ListContainer: Sendable, Hashable {
    public let kind: FileKind
    /// Nil where it has no sheets, or one without a name.
    public let sheet: String?

    public init(_ kind: FileKind, sheet: String? = nil) {
        self.kind = kind
        self.sheet = sheet.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// "an Excel workbook (XLSX), sheet "Parc"", as a part of a sentence.
    public var name: Phrase {
        guard let sheet else { return kind.name }
        return Phrase(
            fr: "\(kind.name.fr), feuille « \(sheet) »",
            en: "\(kind.name.en), sheet \"\(sheet)\""
        )
    }
}
