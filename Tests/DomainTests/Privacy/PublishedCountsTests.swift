import Domain
import Testing

@Suite struct PublishedCountsTests {
    /// Every list of counts of three cells, each from 0 to 12.
    static let threeCells: [[Int]] = (0...12).flatMap { a in
        (0...12).flatMap { b in (0...12).map { [a, b, $0] } }
    }

    static func published(_ counts: [Int]) -> PublishedCounts {
        let named = counts.enumerated().map { ("cell \($0)", $1) }
        return PublishedCounts(Dictionary(named) { first, _ in first })
    }

    static func hidden(_ counts: [Int]) -> [Int] {
        let published = published(counts)
        return counts.enumerated().filter { published.cells["cell \($0.offset)"] == .some(nil) }
            .map(\.element)
    }

    @Test func `no small count is shown, and none can be found by subtracting`() {
        for counts in Self.threeCells {
            let published = Self.published(counts)
            let hidden = Self.hidden(counts)

            #expect(counts.filter { (1...4).contains($0) }.allSatisfy(hidden.contains))
            guard published.total != nil, !hidden.isEmpty else { continue }
            // What a reader can compute is the sum of what is hidden, and no more.
            #expect(hidden.count >= 2)
            #expect(hidden.reduce(0, +) >= PublishedCounts.threshold, "\(counts)")
        }
    }

    @Test func `what needs no hiding is shown as it is`() {
        let published = PublishedCounts(["refused": 7, "approved Q1": 5, "approved Q2": 0])

        #expect(published.total == 12)
        #expect(published.cells == ["refused": 7, "approved Q1": 5, "approved Q2": 0])
    }

    @Test func `one small count takes the next smallest with it`() {
        let published = PublishedCounts(["a": 3, "b": 20, "c": 9])

        #expect(published.total == 32)
        #expect(published.cells == ["a": nil, "b": 20, "c": nil])
    }

    @Test func `a handful of families is not counted at all`() {
        let published = PublishedCounts(["a": 3, "b": 0])

        #expect(published.total == nil)
        #expect(published.cells == ["a": nil, "b": 0])
    }
}
