import Domain
import Testing

@Suite struct GridPreviewTests {
    static let stock = [
        GridPreview.Stock(type: .laptop, grade: .b, regime: .private, count: 3),
        GridPreview.Stock(type: .laptop, grade: .a, regime: .publicResale, count: 2),
        GridPreview.Stock(type: .monitor, grade: .c, regime: .publicNoResale, count: 1),
    ]

    @Test func `the same grid changes nothing`() {
        let rules = PriceRules.frenchDemo2026

        let preview = GridPreview(of: Self.stock, from: rules, to: rules, brackets: 5)

        #expect(preview.lines.filter(\.isChanged).isEmpty)
        #expect(preview.lines.filter(\.isUnpriced).isEmpty)
        #expect(preview.total(in: Bracket(1), \.before) == .eur(3 * 45 + 2 * 60))
    }

    @Test func `a dearer grid is held by the cap of public gifts, and a hole in it is seen`() {
        let dearer = PriceGrid(
            version: "x",
            rows: [.init(.laptop, .a, [.eur(200), .eur(210)]), .init(.laptop, .b, [.eur(90)])]
        )

        let preview = GridPreview(
            of: Self.stock,
            from: .frenchDemo2026,
            to: PriceRules(grid: dearer, caps: .frenchPublic2022),
            brackets: 2
        )

        #expect(preview.lines[0].after == [.eur(90), nil])
        #expect(preview.lines[0].isUnpriced)
        #expect(preview.lines[1].after == [.eur(180), .eur(180)])
        #expect(preview.lines[1].capped == [Bracket(1), Bracket(2)])
        #expect(preview.total(in: Bracket(1), \.after) == .eur(3 * 90 + 2 * 180))
    }
}
