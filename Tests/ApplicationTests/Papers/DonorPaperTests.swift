import Application
import Domain
import Store
import Testing
import TownSupport

/// The further papers of donors, from the command to the words on the paper.
@Suite struct DonorPaperTests {
    private func words(_ issued: IssuedDocument, _ town: Town) async throws -> String {
        try text(ofPDF: await town.drawer().pdf(of: issued.document, as: town.ana))
    }

    @Test func `the deed names the commitment that came before it`() async throws {
        try await Town.with { town in
            let donation = try await town.publicGift()

            let commitment = try await town.application.perform(
                IssueCommitment(donation: donation),
                as: town.ana
            )
            let again = await town.refusal(IssueCommitment(donation: donation))
            let deed = try await town.application.perform(
                IssueDeed(donation: donation, giverSigner: "Anne Maire", giverTitle: "Maire"),
                as: town.ana
            )
            let paper = try await words(commitment, town)

            #expect(commitment.kind == .enr)
            #expect(again?.code == .documentAlreadyIssued)
            for mention in [
                "Engagement de réemploi", "loi n° 2021-1485", "Mairie de Meudon",
                "552 100 554 00013",
                "bilan de réemploi", "4 ordinateur portable", commitment.document,
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
            #expect(try await words(deed, town).contains(commitment.document))
        }
    }

    @Test func `a commitment is for public bodies only`() async throws {
        try await Town.with { town in
            let donation = try await town.valuedGift()

            let refusal = await town.refusal(IssueCommitment(donation: donation))

            #expect(refusal?.code == .documentNotForDonor)
            #expect(refusal?.next == ["rfe"])
        }
    }

    @Test func `without a commitment a public body may count nothing`() async throws {
        try await Town.with { town in
            let donation = try await town.publicGift()
            _ = try await town.application.perform(
                AddDevices(donation: donation, kind: .laptop, count: 4),
                as: town.ana
            )

            let before = try await words(
                try await town.application.perform(
                    IssueReuseStatement(donation: donation),
                    as: town.ana
                ),
                town
            )

            #expect(before.contains("aucun : rien n'est compté"))
            #expect(before.contains("0 / 4 · 0,0 %"))
            #expect(before.contains("en cours"))
            #expect(!before.contains("Dupré"))
        }
    }

    @Test func `a year's statement adds up the receipts that stand and warns above ten thousand`()
        async throws
    {
        try await Town.with { town in
            let company = try await town.donor(.company)
            for count in [Int32(100), 80] {
                let gift = try await town.valuedGift(count, from: company)
                _ = try await town.application.perform(IssueReceipt(donation: gift), as: town.ana)
            }

            let issued = try await town.application.perform(
                IssueYearStatement(donor: company, year: 2_026),
                as: town.ana
            )
            let twice = await town.refusal(IssueYearStatement(donor: company, year: 2_026))
            let empty = await town.refusal(IssueYearStatement(donor: company, year: 2_024))
            let paper = try await words(issued, town)

            #expect(issued.amountCents == 1_080_000)
            #expect(twice?.code == .documentAlreadyIssued)
            #expect(empty?.code == .nothingToState)
            for mention in [
                "Relevé annuel des dons", "238 bis", "10 800,00", "RFE-", "5 octobre 2026",
                "2069-RCI-SD", "SIREN 123 456 789", "aucune",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    @Test func `only a body of public benefit certifies for value added tax`() async throws {
        try await Town.with { town in
            let company = try await town.donor(.company)
            _ = try await town.valuedGift(from: company)
            let before = await town.refusal(IssueVATCertificate(donor: company, year: 2_026))
            try await town.describe {
                $0.decree = "2021-17"
                $0.decreeOn = Day(2_021, 1, 9)
            }

            let issued = try await town.application.perform(
                IssueVATCertificate(donor: company, year: 2_026),
                as: town.ana
            )
            let paper = try await words(issued, town)

            #expect(before?.code == .notOfPublicBenefit)
            for mention in [
                "273 septies D", "décret n° 2021-17 du 9 janvier 2021", "Ateliers du Val",
                "552 100 554", "ordinateur portable", "40", "deux exemplaires", "six ans",
                "Du 1er janvier 2026 au 31 décembre 2026",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    @Test func `a year is declared once it is over`() async throws {
        try await Town.with { town in
            let gift = try await town.valuedGift()
            _ = try await town.application.perform(IssueReceipt(donation: gift), as: town.ana)
            let today = try await town.today()

            let running = await town.refusal(IssueDeclaration(yearEnd: today))
            let nothing = await town.refusal(IssueDeclaration(year: 2_020))
            let issued = try await town.application.perform(
                IssueDeclaration(yearEnd: today.adding(days: -1)),
                as: town.ana
            )
            let paper = try await words(issued, town)

            #expect(running?.code == .periodNotOver)
            #expect(nothing?.code == .nothingToState)
            #expect(issued.amountCents == 240_000)
            for mention in ["222 bis", "2 400,00", "238 bis du CGI", "2065-SD ou 2070-SD"] {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    @Test func `a donor's report tells each machine's fate and nobody's name`() async throws {
        try await Town.atTheCounter { town in
            let device = try await town.onTheShelf()[0]
            _ = try await town.application.perform(
                SellDevice(
                    voucher: try await town.voucher(),
                    device: device,
                    expectedCents: 8_000,
                    payments: [Tender(.card, cents: 8_000)]
                ),
                as: town.ana
            )

            let issued = try await town.application.perform(
                IssueDonorReport(donation: 1),
                as: town.ana
            )
            let paper = try await words(issued, town)

            for mention in [
                "Ce que sont devenus vos appareils", device.text, "vendu à une famille",
                "100,0 % (1 / 1)", "moins de cinq", "108 kg CO₂e", "méthode A", "ADEME-2022",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
            #expect(!paper.contains("Zoé") && !paper.contains("Dupré"))
        }
    }

    @Test func `impact is told by one method, with its source`() async throws {
        try await Town.atTheCounter { town in
            let device = try await town.onTheShelf()[0]
            _ = try await town.application.perform(
                SellDevice(
                    voucher: try await town.voucher(),
                    device: device,
                    expectedCents: 8_000,
                    payments: [Tender(.card, cents: 8_000)]
                ),
                as: town.ana
            )
            let first = try #require(Day(2_026, 1, 1))
            let last = try #require(Day(2_026, 12, 31))

            let yearly = try await town.application.ask(
                Impact(from: first, to: last),
                as: town.ana
            )
            let displaced = try await town.application.ask(
                Impact(from: first, to: last, method: .displacement),
                as: town.ana
            )
            let donors = try await town.application.ask(
                DonorFlows(from: first, to: last),
                as: town.ana
            )
            let thisYear = try await town.today().year
            let years = try await town.application.ask(
                YearOnYear(years: max(thisYear - 2_025, 2)),
                as: town.ana
            )

            #expect(yearly.carbon?.kilograms == 108)
            #expect(displaced.carbon?.kilograms == 91)
            #expect(displaced.carbon?.factorVersion == "IMPACT-CO2-2024-11")
            #expect(donors.map(\.reused) == [1])
            #expect(donors.first?.reusePerMille == 1_000)
            let ofTheGift = try #require(years.chart.categories.firstIndex(of: "2026"))
            #expect(years.chart.categories.last == "\(thisYear)")
            #expect(years.chart.series.map { $0.values[ofTheGift] } == [1, 1, 0])
            #expect(years.svg.hasPrefix("<svg"))
        }
    }
}
