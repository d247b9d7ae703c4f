/// Retail Gift Aid of the United Kingdom: goods sold as the donor's agent, their proceeds given (rulebook 1.8).
public enum GiftAidRules {
    /// How letters are sent.
    public enum Method: String, Vocabulary {
        /// A letter at each sale, 21 days to object.
        case standard
        /// Up to 100 GBP of net proceeds a tax year without asking first: a charity's own shop.
        case a
        /// Up to 1,000 GBP: a trading company of the charity.
        case b

        public var label: Phrase {
            switch self {
            case .standard: Phrase(fr: "méthode standard", en: "standard method")
            case .a: Phrase(fr: "méthode A", en: "method A")
            case .b: Phrase(fr: "méthode B", en: "method B")
            }
        }

        /// Net proceeds of a tax year that may be treated as given without a letter first, in pence.
        public var limitPence: Int64? {
            switch self {
            case .standard: nil
            case .a: 10_000
            case .b: 100_000
            }
        }
    }

    /// Days in which a donor may ask for the proceeds.
    public static let objectionDays = 21

    /// The tax year that a day is in: 6 April to 5 April.
    public static func taxYear(of day: Day) -> DayRange? {
        guard let april = Day(day.year, 4, 6) else { return nil }
        let first = day < april ? april.adding(years: -1) : april
        return DayRange(first: first, last: first.adding(years: 1).adding(days: -1))
    }

    /// Proceeds less the commission, rounded down in the donor's favour.
    public static func net(ofPence proceeds: Int64, commissionPermille: Int) -> Int64 {
        proceeds - proceeds * Int64(commissionPermille) / 1_000
    }

    /// What may be claimed: 25p to each pound of what was given.
    public static func claim(onPence net: Int64) -> Int64 { net / 4 }
}
