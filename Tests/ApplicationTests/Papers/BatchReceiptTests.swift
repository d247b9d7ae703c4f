import Application
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

/// Receipts of many gifts at once.
@Suite struct BatchReceiptTests {
    @Test func `many receipts follow one another without a gap, and the others are told why`()
        async throws
    {
        try await Town.with { town in
            let company = try await town.donor(.company)
            for index in 0..<12 {
                _ = try await town.valuedGift(1, unitCents: index == 5 ? 0 : 1_000, from: company)
            }
            let single = try await town.application.perform(
                IssueReceipt(donation: 1),
                as: town.ana
            )

            let batch = try await town.application.perform(IssueReceipts(), as: town.ana)
            let again = try await town.application.perform(IssueReceipts(), as: town.ana)
            let drawn = try await town.drawer().drawMissing(as: town.ana)
            let faults = try await town.application.ask(
                ListDocuments(kind: .rfe),
                as: town.ana
            )

            #expect(single.document.hasSuffix("-000001"))
            #expect(batch.issued == 10)
            #expect(batch.series.first?.first.hasSuffix("-000002") == true)
            #expect(batch.series.first?.last.hasSuffix("-000011") == true)
            #expect(batch.series.first?.totalCents == 10_000)
            #expect(batch.refused.map(\.refusal) == ["zero_value"])
            #expect(again.issued == 0)
            #expect(drawn.drawn == 11 && drawn.undrawable.isEmpty)
            #expect(faults.map { Int($0.document.suffix(6)) } == Array(1...11))
        }
    }

    @Test func `a gift that has its receipt keeps the whole batch from being issued`() async throws
    {
        try await Town.with { town in
            let first = try await town.valuedGift(1)
            _ = try await town.application.perform(IssueReceipt(donation: first), as: town.ana)
            let company = try await town.donor(.association)

            let refusal = await town.refusal(IssueReceipts(donations: [first]))

            #expect(company > 0)
            #expect(refusal?.code == .documentAlreadyIssued)
        }
    }

    @Test func `the chain of a batch is the one that the walls recompute`() async throws {
        try await Town.with { town in
            let company = try await town.donor(.company)
            for _ in 0..<5 { _ = try await town.valuedGift(1, from: company) }
            _ = try await town.application.perform(IssueReceipts(), as: town.ana)
            let last = try await town.valuedGift(1, from: company)

            let after = try await town.application.perform(
                IssueReceipt(donation: last),
                as: town.ana
            )
            let shown = try await town.application.ask(
                ShowDocument(document: "RFE-\(try await town.today().year)-000003"),
                as: town.ana
            )

            #expect(after.document.hasSuffix("-000006"))
            #expect(shown.content?.contains("Ateliers du Val") == true)
        }
    }
}
