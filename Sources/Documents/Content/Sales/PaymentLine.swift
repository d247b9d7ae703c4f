public import Domain

/// A part of the price, paid in one way.
public struct PaymentLine: Codable, Hashable, Sendable {
    public let method: PaymentMethod
    public let amount: Money
    /// Who pays when it is not the buyer, or the schedule of the instalments.
    public let note: String?

    public init(method: PaymentMethod, amount: Money, note: String? = nil) {
        self.method = method
        self.amount = amount
        self.note = note
    }

    func printed(_ language: Language) -> String {
        let name = method.label(in: language)
        return name.prefix(1).uppercased() + name.dropFirst() + (note.map { " (\($0))" } ?? "")
    }
}
