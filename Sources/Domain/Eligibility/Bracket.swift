/// A class of incomes, counted from 1 for the lowest.
public struct Bracket: Hashable, Codable, Sendable, Comparable {
    public let number: Int

    public init(_ number: Int) {
        precondition(number >= 1, "brackets are counted from 1")
        self.number = number
    }

    /// As printed: `Q3`.
    public var name: String { "Q\(number)" }

    public static func < (left: Bracket, right: Bracket) -> Bool { left.number < right.number }
}

/// Where brackets begin, half-open: a quotient belongs to the last one that it reaches.
public struct BracketTable: Hashable, Codable, Sendable {
    public let version: String
    /// The least quotient of each bracket, ascending; the first is 0.
    public let floors: [Int]
    /// The quotient from which nobody is eligible.
    public let ceiling: Int

    /// Nil when the floors do not rise from 0 to below the ceiling.
    public init?(version: String, floors: [Int], ceiling: Int) {
        let bounds = floors + [ceiling]
        guard floors.first == 0, zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }) else {
            return nil
        }
        self.init(checked: version, floors, ceiling)
    }

    private init(checked version: String, _ floors: [Int], _ ceiling: Int) {
        self.version = version
        self.floors = floors
        self.ceiling = ceiling
    }

    public var count: Int { floors.count }

    /// The bracket of a quotient; nil at the ceiling and above.
    public func bracket(for quotient: Int) -> Bracket? {
        guard quotient < ceiling, let index = floors.lastIndex(where: { $0 <= quotient }) else {
            return nil
        }
        return Bracket(index + 1)
    }

    /// The demonstration table of the rulebook (2.3).
    public static let frenchDemo2026 = BracketTable(
        checked: "FR-DEMO-2026",
        [0, 400, 600, 800, 1_000],
        1_200
    )
}
