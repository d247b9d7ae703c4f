/// Yearly incomes by the size of the household, in force from a day on, of which a share may not be passed.
///
/// Such as the federal poverty line: below 200 % of it a household is helped (rulebook 2.5).
public struct IncomeTable: Hashable, Codable, Sendable {
    /// As in `FPL-48`; later tables of the same name take the place of earlier ones.
    public let name: String
    public let from: Day
    /// Cents a year for 1, 2, 3 … persons.
    public let cents: [Int64]
    /// Cents a year for each person more.
    public let furtherPersonCents: Int64
    /// The share of the amount that counts.
    public let percent: Int
    /// True when the income must stay below the share; false when it may reach it.
    public let isStrict: Bool

    private enum CodingKeys: String, CodingKey {
        case name, from, cents, percent
        case furtherPersonCents = "further_person_cents"
        case isStrict = "is_strict"
    }

    /// Nil when it has no amount, or amounts and share that are not positive.
    public init?(
        name: String,
        from: Day,
        cents: [Int64],
        furtherPersonCents: Int64,
        percent: Int,
        isStrict: Bool
    ) {
        guard !cents.isEmpty, cents.allSatisfy({ $0 > 0 }), furtherPersonCents >= 0, percent > 0
        else { return nil }
        self.init(checked: name, from, cents, furtherPersonCents, percent, isStrict)
    }

    private init(
        checked name: String,
        _ from: Day,
        _ cents: [Int64],
        _ furtherPersonCents: Int64,
        _ percent: Int,
        _ isStrict: Bool
    ) {
        self.name = name
        self.from = from
        self.cents = cents
        self.furtherPersonCents = furtherPersonCents
        self.percent = percent
        self.isStrict = isStrict
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let table = IncomeTable(
            name: try values.decode(String.self, forKey: .name),
            from: try values.decode(Day.self, forKey: .from),
            cents: try values.decode([Int64].self, forKey: .cents),
            furtherPersonCents: try values.decode(Int64.self, forKey: .furtherPersonCents),
            percent: try values.decode(Int.self, forKey: .percent),
            isStrict: try values.decode(Bool.self, forKey: .isStrict)
        )
        guard let table else {
            throw DecodingError.dataCorruptedError(
                forKey: .cents,
                in: values,
                debugDescription: "amounts and share must be positive"
            )
        }
        self = table
    }

    /// As kept with a decision: `FPL-48 2026-01-13`.
    public var version: String { "\(name) \(from.iso)" }

    /// The whole amount for a household, in cents a year.
    public func amount(persons: Int) -> Int64 {
        let size = max(persons, 1)
        guard size > cents.count else { return cents[size - 1] }
        return cents[cents.count - 1] + Int64(size - cents.count) * furtherPersonCents
    }

    /// Whether an income passes; exact, nothing is rounded.
    public func admits(yearlyCents: Int64, persons: Int) -> Bool {
        let income = yearlyCents * 100
        let limit = amount(persons: persons) * Int64(percent)
        return isStrict ? income < limit : income <= limit
    }
}

extension IncomeTable {
    /// The poverty line of the 48 contiguous states (rulebook 2.5); Alaska and Hawaii have their own.
    public static let povertyLine: [IncomeTable] = [
        line(Day(2025, 1, 15), first: 15_650, further: 5_500),
        line(Day(2026, 1, 13), first: 15_960, further: 5_680),
    ]

    private static func line(_ from: Day?, first: Int64, further: Int64) -> IncomeTable {
        IncomeTable(
            checked: "FPL-48",
            from ?? Day(number: 0),
            (0..<8).map { (first + $0 * further) * 100 },
            further * 100,
            200,
            true
        )
    }
}
