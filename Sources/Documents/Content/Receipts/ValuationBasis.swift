/// On what the value of a gift in kind rests (the names are those of the rulebook).
public enum ValuationBasis: String, Codable, Hashable, Sendable, CaseIterable {
    case costPrice = "COST_PRICE"
    case stockValue = "STOCK_VALUE"
    case netBookValue = "NET_BOOK_VALUE"
    case marketValue = "MARKET_VALUE"
    case donorEstimate = "DONOR_ESTIMATE"

    var french: String {
        switch self {
        case .costPrice: "coût de revient"
        case .stockValue: "valeur en stock"
        case .netBookValue: "valeur nette comptable"
        case .marketValue: "valeur vénale au jour du don"
        case .donorEstimate: "estimation du donateur"
        }
    }
}
