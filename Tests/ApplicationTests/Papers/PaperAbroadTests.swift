import Application
import Domain
import Store
import Testing
import TownSupport

/// Who may get what outside France (rulebook 1.8).
@Suite struct PaperAbroadTests {
    private func words(_ issued: IssuedDocument, _ town: Town) async throws -> String {
        try text(ofPDF: await town.drawer().pdf(of: issued.document, as: town.ana))
    }

    @Test(arguments: [
        (IssuingCountry.belgium, Refusal.Code.goodsNotEligible, "adn"),
        (.unitedStates, .paperOfAnotherCountry, "us_ack"),
        (.canada, .paperOfAnotherCountry, "ca_odr"),
        (.unitedKingdom, .paperOfAnotherCountry, "uk_rga_letter"),
    ])
    func `a French receipt is refused elsewhere, with what to issue instead`(
        country: IssuingCountry,
        code: Refusal.Code,
        instead: String
    ) async throws {
        try await Town.with { town in
            let gift = try await town.valuedGift()
            try await town.describe { $0.country = country }

            let refusal = await town.refusal(IssueReceipt(donation: gift))

            #expect(refusal?.code == code)
            #expect(refusal?.next.first == instead)
        }
    }

    @Test func `Belgium thanks without a tax effect`() async throws {
        try await Town.with { town in
            let gift = try await town.valuedGift()
            try await town.describe { $0.country = .belgium }

            let thanks = try await town.application.perform(
                IssueAttestation(donation: gift),
                as: town.ana
            )

            #expect(thanks.kind == .adn)
            #expect(try await words(thanks, town).contains("n'est pas un reçu fiscal"))
        }
    }

    @Test func `an American acknowledgement names no value and says what came back`() async throws {
        try await Town.with { town in
            let gift = try await town.valuedGift(3)
            try await town.describe { $0.country = .unitedStates }
            let nameless = await town.refusal(IssueAcknowledgement(donation: gift))
            try await town.describe { $0.charityNumber = "12-3456789" }

            let issued = try await town.application.perform(
                IssueAcknowledgement(donation: gift),
                as: town.ana
            )
            let form = try await town.application.ask(
                AskForm8283(
                    donation: gift,
                    valueCents: 600_000,
                    disposedOn: Day(2_026, 11, 2)
                ),
                as: town.ana
            )
            let paper = try await words(issued, town)

            #expect(nameless?.code == .identityIncomplete)
            #expect(issued.amountCents == nil)
            for mention in [
                "Written acknowledgement", "12-3456789", "Ateliers du Val", "5 October 2026",
                "12 rue du Moulin", "3 laptop",
                "No goods or services were provided in exchange for this contribution.",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
            #expect(!paper.contains("180.00") && !paper.contains("60.00"))
            #expect(form.requirement == .sectionB)
            #expect(form.form8282By == Day(2_027, 3, 7))
        }
    }

    @Test func `a Canadian receipt shows the eligible amount, the value less the advantage`()
        async throws
    {
        try await Town.with { town in
            let gift = try await town.valuedGift(20)
            try await town.describe {
                $0.country = .canada
                $0.currency = .cad
                $0.charityNumber = "123456789RR0001"
            }

            let issued = try await town.application.perform(
                IssueOfficialReceipt(
                    donation: gift,
                    appraiser: "Jeanne Tremblay, Montréal",
                    language: .en
                ),
                as: town.ana
            )
            let paper = try await words(issued, town)

            #expect(issued.amountCents == 120_000)
            for mention in [
                "Official receipt for income tax purposes", "123456789RR0001", "CA$1,200.00",
                "Jeanne Tremblay", "Issy-les-Moulineaux", "canada.ca/charities-giving",
                "Ateliers du Val", "20 laptop Dell Latitude 5400", "5 October 2026",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    @Test func `Retail Gift Aid is for persons who declared it, after a sale`() async throws {
        try await Town.with { town in
            try await town.describe {
                $0.country = .unitedKingdom
                $0.currency = .gbp
                $0.charityNumber = "1123456"
            }
            let company = try await town.donor(.company)
            let person = try await town.donor(.individual)

            let corporate = await town.refusal(DeclareGiftAid(donor: company, method: .standard))
            let undeclared = await town.refusal(
                IssueGiftAidLetter(donor: person, occasion: .sale)
            )
            let declared = try await town.application.perform(
                DeclareGiftAid(donor: person, method: .a, commissionPermille: 50),
                as: town.ana
            )
            let unsold = await town.refusal(IssueGiftAidLetter(donor: person, occasion: .sale))

            #expect(corporate?.code == .giftAidMissing)
            #expect(undeclared?.code == .giftAidMissing)
            #expect(declared.donorNumber == "RGA-\(person)")
            #expect(unsold?.code == .nothingToState)
        }
    }

    @Test func `what is sold for a British donor is told in a letter, which can be replaced`()
        async throws
    {
        try await Town.atTheCounter { town in
            try await town.describe {
                $0.country = .unitedKingdom
                $0.currency = .gbp
                $0.charityNumber = "1123456"
            }
            let person = try await town.donor(.individual, name: "Rose Delorme")
            _ = try await town.application.perform(
                DeclareGiftAid(donor: person, method: .standard, commissionPermille: 50),
                as: town.ana
            )
            let donation = try await town.gift(
                from: person,
                [GivenLine(kind: .laptop, quantity: 1)]
            )
            let shown = try await town.application.ask(
                ShowDonation(donation: donation),
                as: town.ana
            )
            _ = try await town.application.perform(
                SellDevice(
                    voucher: try await town.voucher(),
                    device: try await town.onTheShelf(from: donation)[0],
                    expectedCents: 8_000,
                    payments: [Tender(.card, cents: 8_000)]
                ),
                as: town.ana
            )

            let letter = try await town.application.perform(
                IssueGiftAidLetter(donor: person, occasion: .sale),
                as: town.ana
            )
            let claim = try await town.application.ask(GiftAidClaim(), as: town.ana)
            let before = try await town.application.ask(
                GiftAidClaim(day: try await town.today().adding(days: -366)),
                as: town.ana
            )
            let replaced = try await town.application.perform(
                ReplaceDocument(document: letter.document, reason: "address corrected"),
                as: town.ana
            )
            let paper = try await words(replaced, town)

            #expect(shown.donation.originRegime == .ukRgaAgency)
            #expect(letter.amountCents == 7_600)
            // 25p of each pound that was given.
            #expect(claim.map(\.donorNumber) == ["RGA-\(person)"])
            #expect(claim.map(\.name) == ["Rose Delorme"] && claim.map(\.sales) == [1])
            #expect(claim.map(\.proceedsCents) == [8_000] && claim.map(\.netCents) == [7_600])
            #expect(claim.map(\.claimCents) == [1_900])
            #expect(before == [])
            #expect(replaced.amountCents == 7_600 && replaced.replaces == letter.document)
            for mention in [
                "Cancels and replaces no. \(letter.document)", "RGA-\(person)", "1123456",
                "Rose Delorme", "£80.00", "£4.00", "£76.00",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
        }
    }

    @Test func `nobody's agent for a company`() async throws {
        try await Town.with { town in
            let company = try await town.donor(.company)

            let refusal = await town.refusal(
                AnnounceDonation(
                    donor: company,
                    lines: [GivenLine(kind: .laptop, quantity: 1)],
                    originRegime: .ukRgaAgency
                )
            )

            #expect(refusal?.code == .giftAidMissing)
        }
    }
}
