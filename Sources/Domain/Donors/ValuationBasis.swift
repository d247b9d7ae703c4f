/// On what the value of a gift rests (rulebook 1.2).
public enum ValuationBasis: String, Vocabulary {
    case costPrice = "cost_price"
    case stockValue = "stock_value"
    case netBookValue = "net_book_value"
    case marketValue = "market_value"
    case donorEstimate = "donor_estimate"

    public var label: Phrase {
        switch self {
        case .costPrice: Phrase(fr: "coût de revient", en: "cost price")
        case .stockValue: Phrase(fr: "valeur de stock", en: "stock value")
        case .netBookValue: Phrase(fr: "valeur nette comptable", en: "net book value")
        case .marketValue: Phrase(fr: "valeur de marché", en: "market value")
        case .donorEstimate: Phrase(fr: "estimation du donateur", en: "donor's estimate")
        }
    }
}
