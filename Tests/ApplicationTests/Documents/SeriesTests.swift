import Application
import Domain
import Postgres
import Store
import Testing
import TestSupport
import TownSupport

@Suite struct SeriesTests {
    @Test func `W08: the declaration of a year counts what stands, and the series has no gap`()
        async throws
    {
        try await Town.with { town in
            try await town.valuationGrid(laptopCents: 50_000)
            let person = try await town.donor(.individual)
            let amounts = [9_000, 15_000] + [Int64](repeating: 6_800, count: 115) + [15_000]
            var receipts: [IssuedDocument] = []
            for cents in amounts {
                let gift = try await town.laptopOfAnIndividual(from: person, keptCents: cents)
                receipts.append(
                    try await town.application.perform(IssueReceipt(donation: gift), as: town.ana)
                )
            }
            for receipt in receipts.prefix(2) {
                receipts.append(
                    try await town.application.perform(
                        ReplaceDocument(document: receipt.document, reason: "adresse corrigée"),
                        as: town.ana
                    )
                )
            }
            _ = try await town.application.perform(
                ReprintDocument(document: receipts[5].document),
                as: town.ana
            )

            let declared = try await town.application.ask(
                DeclareGifts(year: 2026),
                as: town.ana
            )
            let closing = try #require(Day(2026, 8, 31))
            let otherYear = try await town.application.ask(
                DeclareGifts(yearEnd: closing),
                as: town.ana
            )

            #expect(receipts.count == 120)
            #expect(receipts.map { $0.amountCents ?? 0 }.reduce(0, +) == 845_000)
            #expect(receipts.map { Int($0.document.suffix(6)) } == (1...120).map { $0 })
            #expect(declared.documents == 118)
            #expect(declared.totalCents == 821_000)
            #expect(declared.articles.map(\.totalCents) == [821_000, 0])
            #expect(declared.cancelled == 2)
            #expect(declared.deadline == Day(2027, 5, 4))
            #expect(otherYear.deadline == Day(2026, 11, 30))
            #expect(otherYear.documents == 0)
            let yesterday = try await town.today().adding(days: -1)
            let issued = try await town.application.perform(
                IssueDeclaration(yearEnd: yesterday),
                as: town.ana
            )
            let paper = try await town.drawer().pdf(of: issued.document, as: town.ana)
            for mention in ["118", "8 210,00", "222 bis"] {
                #expect(try text(ofPDF: paper).contains(mention), "\(mention)")
            }
            let kept = try await town.drawer().pdf(of: receipts[0].document, as: town.ana)
            #expect(
                try text(ofPDF: kept).contains(receipts[0].document),
                "cancelled, and still there"
            )
        }
    }

    @Test func `sixteen who issue at once, some of whom fail, leave no gap`() async throws {
        try await Town.with { town in
            let company = try await town.donor(.company)
            var gifts: [Int64] = []
            for index in 0..<32 {
                let gift = try await town.gift(
                    from: company,
                    [GivenLine(kind: .monitor, quantity: 1)]
                )
                _ = try await town.application.perform(
                    ValueDonation(
                        donation: gift,
                        basis: .netBookValue,
                        // Every fourth is worth nothing.
                        unitCents: index.isMultiple(of: 4) ? 0 : 1_000,
                        letter: "l.pdf",
                        letterOn: Day(2026, 10, 1),
                        signer: "PG"
                    ),
                    as: town.ana
                )
                gifts.append(gift)
            }
            let crowd = try town.crowded(16)

            let numbers = await withTaskGroup(of: String?.self) { group in
                for gift in gifts {
                    group.addTask {
                        let rehearsing = gift.isMultiple(of: 5)
                        let issued = try? await crowd.perform(
                            IssueReceipt(donation: gift),
                            as: town.ana,
                            rehearsing: rehearsing
                        )
                        return rehearsing ? nil : issued?.document
                    }
                }
                return await group.reduce(into: [String]()) { all, one in
                    if let one { all.append(one) }
                }
            }

            let ends = numbers.compactMap { Int($0.suffix(6)) }.sorted()
            #expect(ends == Array(1...max(1, ends.count)))
            #expect(ends.count >= 16)
        }
    }

    @Test func `one gift gets one receipt, also when sixteen ask at once`() async throws {
        try await Town.with { town in
            try await town.valuationGrid(laptopCents: 9_000)
            let gift = try await town.laptopOfAnIndividual(from: try await town.donor(.individual))
            let crowd = try town.crowded(16)

            let outcomes = await withTaskGroup(of: Refusal.Code?.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        do throws(Failure) {
                            _ = try await crowd.perform(IssueReceipt(donation: gift), as: town.ana)
                            return nil
                        } catch {
                            guard case .refused(let refusal) = error else { return .backDated }
                            return refusal.code
                        }
                    }
                }
                return await group.reduce(into: [Refusal.Code?]()) { $0.append($1) }
            }

            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .documentAlreadyIssued } == 15)
        }
    }
}
