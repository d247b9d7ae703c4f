import Application
import Domain
import Store
import Testing
import TownSupport

/// The papers of the counter: slips, credit notes, closings, placements.
@Suite struct CounterPaperTests {
    private func words(_ issued: IssuedDocument, _ town: Town) async throws -> String {
        try text(ofPDF: await town.drawer().pdf(of: issued.document, as: town.ana))
    }

    private func sell(
        _ town: Town,
        paying cents: Int64 = 8_000,
        instalments: Int? = nil
    ) async throws -> SellDevice.Outcome {
        try await town.application.perform(
            SellDevice(
                voucher: try await town.voucher(),
                device: try await town.onTheShelf()[0],
                expectedCents: 8_000,
                payments: [Tender(.card, cents: cents)],
                instalments: instalments
            ),
            as: town.ana
        )
    }

    @Test(arguments: ["siren", "legal_form", "vat_number", "address"])
    func `no slip leaves without the seller's mentions`(missing: String) async throws {
        try await Town.atTheCounter { town in
            let sale = try await sell(town)
            try await town.describe {
                switch missing {
                case "siren": $0.siren = ""
                case "legal_form": $0.legalForm = ""
                case "vat_number": $0.vatRegime = "normal"
                default: $0.street = ""
                }
            }

            let refusal = await town.refusal(IssueSaleSlip(sale: sale.sale))

            #expect(refusal?.code == .identityIncomplete)
            #expect(refusal?.next == ["describe-organisation"])
        }
    }

    @Test func `under the normal regime the slip shows rate, net and tax, and the VAT number`()
        async throws
    {
        try await Town.atTheCounter { town in
            let sale = try await sell(town)
            try await town.describe {
                $0.vatRegime = "normal"
                $0.vatNumber = "FR40123456789"
            }

            let paper = try await words(
                try await town.application.perform(IssueSaleSlip(sale: sale.sale), as: town.ana),
                town
            )

            for mention in ["FR40123456789", "20,00 %", "66,67", "13,33"] {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    @Test func `a refund gets one credit note, which names the slip`() async throws {
        try await Town.atTheCounter { town in
            let sale = try await sell(town)
            let back = try await town.application.perform(
                TakeBackDevice(
                    device: DeviceReference(sale.device),
                    cause: .withdrawal,
                    refundCents: 8_000
                ),
                as: town.ana
            )
            let early = await town.refusal(IssueCreditNote(return: back.number))
            let slip = try await town.application.perform(
                IssueSaleSlip(sale: sale.sale),
                as: town.ana
            )

            let note = try await town.application.perform(
                IssueCreditNote(return: back.number),
                as: town.ana
            )
            let twice = await town.refusal(IssueCreditNote(return: back.number))
            let paper = try await words(note, town)

            #expect(early?.code == .invoiceMissing)
            #expect(note.kind == .avo && note.amountCents == 8_000)
            #expect(twice?.code == .documentAlreadyIssued)
            for mention in ["Avoir", slip.document, "Rétractation", "80,00", "article 261-7-1°"]
            where mention != "Rétractation" {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    @Test func `a return without a refund gets no credit note`() async throws {
        try await Town.atTheCounter { town in
            let sale = try await sell(town)
            let back = try await town.application.perform(
                TakeBackDevice(device: DeviceReference(sale.device), cause: .warranty),
                as: town.ana
            )

            #expect(
                await town.refusal(IssueCreditNote(return: back.number))?.code == .nothingRefunded
            )
            #expect(await town.refusal(IssueCreditNote(return: 99))?.code == .unknownReturn)
        }
    }

    @Test func `instalments run down to nothing and no further`() async throws {
        try await Town.atTheCounter { town in
            let sale = try await sell(town, paying: 3_000, instalments: 3)

            let second = try await town.application.perform(
                PayInstalment(sale: sale.sale, payments: [Tender(.card, cents: 2_000)]),
                as: town.ana
            )
            let tooMuch = await town.refusal(
                PayInstalment(sale: sale.sale, payments: [Tender(.card, cents: 9_000)])
            )
            let last = try await town.application.perform(
                PayInstalment(
                    sale: sale.sale,
                    payments: [Tender(.cash, cents: 3_000, tendered: 5_000)]
                ),
                as: town.ana
            )
            let after = await town.refusal(
                PayInstalment(sale: sale.sale, payments: [Tender(.card, cents: 1)])
            )

            #expect(second.dueCents == 3_000)
            #expect(tooMuch?.code == .paymentTooHigh)
            #expect(last.dueCents == 0 && last.changeCents == 2_000)
            #expect(after?.code == .nothingDue)
        }
    }

    @Test func `a closing's paper shows its means, totals and chain`() async throws {
        try await Town.atTheCounter { town in
            _ = try await sell(town)
            let none = await town.refusal(IssueClosingPaper(period: .day))
            let closed = try await town.application.perform(CloseDay(), as: town.ana)

            let issued = try await town.application.perform(
                IssueClosingPaper(period: .day),
                as: town.ana
            )
            let twice = await town.refusal(IssueClosingPaper(period: .day, nth: 1))
            let listed = try await town.application.ask(ListClosings(), as: town.ana)
            let paper = try await words(issued, town)

            #expect(none?.code == .unknownClosing)
            #expect(twice?.code == .documentAlreadyIssued)
            #expect(listed.rows.map(\.hash) == [closed.hash])
            for mention in [
                "Clôture journalière n° 1", "carte", "80,00", "Total perpétuel", closed.hash,
                "aucune", "286, I, 3° bis",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    @Test func `months and years are closed on a perpetual total, each chained to the one before`()
        async throws
    {
        try await Town.atTheCounter { town in
            _ = try await sell(town)
            try await town.makeTimePass(
                "UPDATE core.transfer SET at = at - interval '400 days'; "
                    + "UPDATE core.sale SET delivered_on = delivered_on - 400"
            )
            let day = try await town.today().adding(days: -400)

            let month = try await town.application.perform(CloseMonth(day: day), as: town.ana)
            let next = try await town.application.perform(
                CloseMonth(day: day.adding(months: 1)),
                as: town.ana
            )
            let year = try await town.application.perform(CloseYear(day: day), as: town.ana)
            let again = await town.refusal(CloseYear(day: day))
            let running = await town.refusal(CloseYear())
            var papers: [String] = []
            for (period, nth) in [(Period.month, Int32(1)), (.month, 2), (.year, 1)] {
                let command = IssueClosingPaper(period: period, nth: nth)
                papers.append(
                    try await words(
                        try await town.application.perform(command, as: town.ana),
                        town
                    )
                )
            }

            #expect([month, next, year].map(\.totalCents) == [8_000, 0, 8_000])
            #expect([month, next, year].map(\.perpetualCents) == [8_000, 8_000, 8_000])
            #expect([month, next, year].map(\.sales) == [1, 0, 1])
            #expect(again?.code == .periodAlreadyClosed)
            #expect(running?.code == .periodNotOver)
            #expect(papers[0].contains("Clôture mensuelle n° 1"))
            #expect(papers[1].contains("Clôture mensuelle n° 2"))
            #expect(papers[2].contains("Clôture annuelle n° 1"))
            #expect(papers[1].contains("Empreinte de la précédente \(month.hash)"))
            #expect(papers.allSatisfy { $0.contains("80,00") })
        }
    }

    @Test(arguments: [
        ("franchise", "TVA non applicable, article 293 B du CGI"),
        ("margin_scheme", "Régime particulier - Biens d'occasion (article 297 A du CGI)"),
        ("exempt_nonprofit", "Exonération de TVA, article 261-7-1° du CGI"),
    ])
    func `without a rate the slip names its regime and shows no tax`(
        regime: String,
        mention: String
    ) async throws {
        try await Town.atTheCounter { town in
            let sale = try await sell(town)
            try await town.describe { $0.vatRegime = regime }

            let paper = try await words(
                try await town.application.perform(IssueSaleSlip(sale: sale.sale), as: town.ana),
                town
            )

            #expect(paper.contains(mention))
            #expect(!paper.contains("base hors taxe"))
        }
    }

    @Test func `a placement has its agreement, and its return a record`() async throws {
        try await Town.atTheCounter { town in
            let device = try await town.onTheShelf()[0]
            let placed = try await town.application.perform(
                PlaceDevice(
                    device: device,
                    kind: .loan,
                    taker: "Résidence des Moulins",
                    agreement: "convention 2026-14"
                ),
                as: town.ana
            )

            let agreement = try await words(
                try await town.application.perform(
                    IssuePlacementPaper(placement: placed.placement),
                    as: town.ana
                ),
                town
            )
            _ = try await town.application.perform(
                TakeBackDevice(device: device, cause: .endOfPlacement),
                as: town.ana
            )
            let back = try await words(
                try await town.application.perform(
                    IssuePlacementPaper(placement: placed.placement),
                    as: town.ana
                ),
                town
            )

            #expect(agreement.contains("Convention de prêt") && agreement.contains(device.text))
            #expect(agreement.contains("reste la propriété"))
            #expect(back.contains("Procès-verbal de restitution"))
            #expect(
                await town.refusal(IssuePlacementPaper(placement: 99))?.code == .unknownPlacement
            )
        }
    }
}
