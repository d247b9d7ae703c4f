/// A weight, exact to the gram.
public struct Weight: Hashable, Codable, Sendable {
    public let grams: Int

    public init(grams: Int) { self.grams = grams }

    public static let zero = Weight(grams: 0)

    public static func + (left: Weight, right: Weight) -> Weight {
        Weight(grams: left.grams + right.grams)
    }

    public static func * (weight: Weight, times: Int) -> Weight {
        Weight(grams: weight.grams * times)
    }

    /// In kilograms with up to three decimals: `90,4 kg`, `90.4 kg`.
    public func formatted(in language: Language) -> String {
        let (kilograms, rest) = grams.magnitude.quotientAndRemainder(dividingBy: 1_000)
        var decimals = Int(rest).padded(to: 3)
        while decimals.last == "0" { decimals.removeLast() }
        let mark = decimals.isEmpty ? "" : (language == .fr ? "," : ".")
        let separator = language == .fr ? "\u{202F}" : ","
        let whole = String(kilograms).groupedByThousands(with: separator)
        return (grams < 0 ? "-" : "") + whole + mark + decimals + "\u{A0}kg"
    }
}

extension Weight: Comparable {
    public static func < (left: Weight, right: Weight) -> Bool { left.grams < right.grams }
}
