public import Domain

/// The cancelled document that this one stands for.
public struct Replacement: Codable, Hashable, Sendable {
    public let number: String
    public let day: Day

    public init(number: String, day: Day) {
        self.number = number
        self.day = day
    }

    /// As the document that stands for it says so (rulebook 1.6, N3).
    func sentence(in language: Language) -> String {
        let day = day.formatted(in: language)
        let named = isReceipt ? "reçu" : "document"
        return language(
            "Annule et remplace le \(named) n° \(number) du \(day)",
            "Cancels and replaces no. \(number) of \(day)"
        )
    }

    /// The series of tax receipts: RFP-2026-000001.
    private var isReceipt: Bool {
        let prefix = number.prefix { $0 != "-" }.lowercased()
        return [.rfp, .rfe].contains(DocumentType(rawValue: prefix))
    }
}
