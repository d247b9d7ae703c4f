import Domain
import Testing

/// 120 numbers worth 8,450 euros in 2026, two of them cancelled and replaced (90 and 150 euros).
@Suite struct W08YearlyDeclaration {
    @Test func `118 receipts of 8,210 euros are declared by 2027-05-04`() throws {
        let cancelled = [Money.eur(90), .eur(150)]
        let replacements = cancelled
        // 116 others make up the rest: 115 of 68 euros and one of 150.
        let others = Array(repeating: Money.eur(68), count: 115) + [Money.eur(150)]
        let receipts =
            cancelled.map { GiftsDeclaration.Receipt(amount: $0, isCancelled: true) }
            + (replacements + others).map {
                GiftsDeclaration.Receipt(amount: $0, isCancelled: false)
            }
        #expect(receipts.count == 120)
        #expect(receipts.map(\.amount).total() == .eur(8_450))

        let declaration = GiftsDeclaration(
            of: receipts,
            yearEndingOn: try Day(reading: "2026-12-31")
        )

        #expect(declaration.documentCount == 118)
        #expect(declaration.total == .eur(8_210))
        #expect(declaration.deadline.iso == "2027-05-04")
    }

    @Test(arguments: [
        ("2025-12-31", "2026-05-05"), ("2026-12-31", "2027-05-04"), ("2026-08-31", "2026-11-30"),
    ])
    func `the deadline follows the end of the year`(end: String, deadline: String) throws {
        #expect(GiftsDeclaration.deadline(forYearEndingOn: try Day(reading: end)).iso == deadline)
    }
}
