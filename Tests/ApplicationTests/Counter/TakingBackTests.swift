import Application
import Domain
import Store
import Testing
import TownSupport

/// What comes back to the counter: money, papers and cases under the guarantee.
@Suite(.serialized) struct TakingBackTests {
    private func sold(_ town: Town) async throws -> SellDevice.Outcome {
        try await town.sell(
            try await town.onTheShelf()[0],
            on: try await town.voucher(),
            cents: 80_00
        )
    }

    private func back(
        _ sale: SellDevice.Outcome,
        _ cause: TakeBackDevice.Cause = .withdrawal,
        refund: Int64? = nil
    ) -> TakeBackDevice {
        TakeBackDevice(device: DeviceReference(sale.device), cause: cause, refundCents: refund)
    }

    @Test func `a withdrawal gives back all that was paid, and nothing less`() async throws {
        try await Town.atTheCounter { town in
            let sale = try await sold(town)

            let part = await town.refusal(back(sale, refund: 10_00))
            let none = await town.refusal(back(sale, refund: 0))
            let over = await town.refusal(back(sale, refund: 81_00))
            let taken = try await town.application.perform(back(sale), as: town.ana)
            let closed = try await town.application.perform(CloseDay(), as: town.ana)

            #expect(part?.code == .withdrawalRefundsAll && part?.facts["paid"] == "80.00")
            #expect(none?.code == .withdrawalRefundsAll)
            #expect(over?.code == .refundOverPrice)
            #expect(taken.refundCents == 80_00)
            #expect(closed.totalCents == 0)
        }
    }

    @Test func `a withdrawal from a plan gives back what came in`() async throws {
        try await Town.atTheCounter { town in
            let sale = try await town.application.perform(
                SellDevice(
                    voucher: try await town.voucher(),
                    device: try await town.onTheShelf()[0],
                    expectedCents: 80_00,
                    payments: [Tender(.card, cents: 30_00)],
                    instalments: 3
                ),
                as: town.ana
            )

            let taken = try await town.application.perform(back(sale), as: town.ana)

            #expect(taken.refundCents == 30_00)
        }
    }

    @Test func `under the guarantee and in a trade-in the clerk says what is refunded`()
        async throws
    {
        try await Town.atTheCounter { town in
            let sale = try await sold(town)

            let taken = try await town.application.perform(
                back(sale, .tradeIn, refund: 10_00),
                as: town.ana
            )

            #expect(taken.refundCents == 10_00)
        }
    }

    @Test func `a slip that a standing credit note names is not cancelled before it`() async throws
    {
        try await Town.atTheCounter { town in
            let sale = try await sold(town)
            let slip = try await town.application.perform(
                IssueSaleSlip(sale: sale.sale),
                as: town.ana
            )
            let taken = try await town.application.perform(back(sale), as: town.ana)
            let note = try await town.application.perform(
                IssueCreditNote(return: taken.number),
                as: town.ana
            )

            let cancelling = CancelDocument(document: slip.document, reason: "erreur")
            let early = await town.refusal(cancelling)
            _ = try await town.application.perform(
                CancelDocument(document: note.document, reason: "erreur"),
                as: town.ana
            )
            _ = try await town.application.perform(cancelling, as: town.ana)

            #expect(early?.code == .creditNoteStands)
            #expect(early?.facts["note"] == note.document)
            #expect(early?.facts["document"] == slip.document)
        }
    }

    @Test func `a case is opened for a fault that shows between the delivery and today`()
        async throws
    {
        try await Town.atTheCounter { town in
            let sale = try await sold(town).sale
            let today = try await town.today()
            let opening = { OpenWarrantyCase(sale: sale, fault: "écran noir", shownOn: $0) }

            let before = await town.refusal(opening(today.adding(days: -1)))
            let later = await town.refusal(opening(today.adding(days: 1)))
            let blank = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    OpenWarrantyCase(sale: sale, fault: " "),
                    as: town.ana
                )
            }
            let opened = try await town.application.perform(opening(today), as: town.ana)

            #expect(before?.code == .backDated && later?.code == .backDated)
            #expect(blank?.refusal == nil)
            #expect(opened.cover == .sellerMustRebut)
        }
    }

    @Test func `no case is opened for a machine that came back, and an open one is closed`()
        async throws
    {
        try await Town.atTheCounter { town in
            let sale = try await sold(town)
            let opening = OpenWarrantyCase(sale: sale.sale, fault: "écran noir")
            let opened = try await town.application.perform(opening, as: town.ana)
            _ = try await town.application.perform(back(sale, .warranty), as: town.ana)

            let refusal = await town.refusal(opening)
            _ = try await town.application.perform(
                CloseWarrantyCase(warrantyCase: opened.warrantyCase, outcome: .refunded),
                as: town.ana
            )

            #expect(refusal?.code == .saleEnded)
            #expect(refusal?.facts["device"] == sale.device)
        }
    }

    @Test func `the till is not closed for days before it opened`() async throws {
        try await Town.atTheCounter { town in
            let today = try await town.today()

            let ancient = await town.refusal(CloseDay(day: Day(1, 1, 1)))
            let year = await town.refusal(CloseYear(day: today.adding(years: -1)))
            let closed = try await town.application.perform(CloseDay(), as: town.ana)

            #expect(ancient?.code == .tillNotOpenYet)
            #expect(ancient?.sentence(in: .fr).contains("…") == false)
            #expect(year?.code == .tillNotOpenYet)
            #expect(closed.sales == 0)
        }
    }

    @Test func `a journal goes forward in time`() async throws {
        try await Town.atTheCounter { town in
            _ = try await sold(town)
            let today = try await town.today()

            let backwards = await #expect(throws: Failure.self) {
                try await town.application.ask(
                    SalesJournal(from: today, to: today.adding(days: -1)),
                    as: town.ana
                )
            }
            let day = try await town.application.ask(
                SalesJournal(from: today, to: today),
                as: town.ana
            )

            #expect(backwards?.refusal == nil)
            #expect(day.rows.count == 1)
        }
    }
}
