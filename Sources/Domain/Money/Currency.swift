/// A currency, by its ISO 4217 code.
///
/// All of them have hundredths.
public enum Currency: String, CaseIterable, Codable, Hashable, Sendable {
    case eur = "EUR"
    case gbp = "GBP"
    case usd = "USD"
    case cad = "CAD"

    /// The sign printed with an amount.
    public func sign(in language: Language) -> String {
        switch (self, language) {
        case (.eur, _): "€"
        case (.gbp, .fr): "£"
        case (.gbp, .en): "£"
        case (.usd, .fr): "$US"
        case (.usd, .en): "$"
        case (.cad, .fr): "$CA"
        case (.cad, .en): "CA$"
        }
    }

    /// Every mark by which an amount may say that it is in this currency.
    var marks: [String] {
        switch self {
        case .eur: ["€", "EUR", "euros", "euro"]
        case .gbp: ["£", "GBP"]
        case .usd: ["$US", "US$", "USD", "$"]
        case .cad: ["$CA", "CA$", "CAD", "$"]
        }
    }
}
