/// Counts of households that may be shown to anyone: no cell from which a family could be told.
///
/// A count from 1 to 4 is hidden. So that it cannot be found by subtracting the others from the total, further cells are
/// hidden, the smallest first, until what is hidden adds up to at least five and is at least two cells; where nothing is left
/// to hide, the total is hidden too.
public struct PublishedCounts: Hashable, Sendable {
    /// Counts below it are hidden (rulebook 2.8, 5.3).
    public static let threshold = 5

    /// Nil where a count is hidden.
    public let cells: [String: Int?]
    /// Nil where the total is hidden.
    public let total: Int?

    /// The counts of the parts of a whole: everyone is in exactly one of them.
    public init(_ counts: [String: Int]) {
        var hidden = Set(counts.filter { (1..<Self.threshold).contains($0.value) }.keys)
        var showsTotal = true
        while !hidden.isEmpty, showsTotal {
            let sum = hidden.reduce(0) { $0 + (counts[$1] ?? 0) }
            if hidden.count >= 2, sum >= Self.threshold { break }
            let visible = counts.filter { !hidden.contains($0.key) && $0.value > 0 }
            let smallest = visible.min { ($0.value, $0.key) < ($1.value, $1.key) }
            if let smallest { hidden.insert(smallest.key) } else { showsTotal = false }
        }
        var cells: [String: Int?] = [:]
        for (key, count) in counts {
            cells.updateValue(hidden.contains(key) ? nil : count, forKey: key)
        }
        self.cells = cells
        total = showsTotal ? counts.values.reduce(0, +) : nil
    }
}
