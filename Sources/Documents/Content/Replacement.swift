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

    private var isReceipt: Bool { [.rfp, .rfe].contains(DocumentType(ofNumber: number)) }
}
