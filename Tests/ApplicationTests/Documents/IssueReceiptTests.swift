import Application
import Domain
import Store
import Testing
import TownSupport

/// The worked examples W02, W05 and W07 of the rulebook, from the commands to the words on the paper.
@Suite struct IssueReceiptTests {
    static let forty = [
        GivenLine(kind: .laptop, maker: "Dell", model: "Latitude 5400", quantity: 40)
    ]

    private func letter(_ donation: Int64, unitCents: Int64) -> ValueDonation {
        ValueDonation(
            donation: donation,
            basis: .netBookValue,
            unitCents: unitCents,
            letter: "lettre-2026-10-01.pdf",
            letterOn: Day(2026, 10, 1),
            signer: "Paule Gérard"
        )
    }

    @Test(arguments: [
        (Int32(40), Int64(240_000), "***2 400,00***"), (37, 222_000, "***2 220,00***"),
    ])
    func `a company's receipt shows its own value of what was accepted`(
        accepted: Int32,
        cents: Int64,
        shown: String
    ) async throws {
        try await Town.with { town in
            let company = try await town.donor(.company)
            let donation = try await town.gift(from: company, Self.forty, accepted: accepted)
            _ = try await town.application.perform(letter(donation, unitCents: 6_000), as: town.ana)

            let receipt = try await town.application.perform(
                IssueReceipt(donation: donation),
                as: town.ana
            )
            let paper = try text(
                ofPDF: await town.drawer().pdf(of: receipt.document, as: town.ana)
            )

            #expect(receipt.kind == .rfe)
            #expect(receipt.amountCents == cents)
            #expect(receipt.document.hasPrefix("RFE-") && receipt.document.hasSuffix("-000001"))
            for words in [
                shown, receipt.document, "238 bis du CGI", "valeur nette comptable", "SAS",
                "552 100 554", "3 quai de Stalingrad", "92100 Boulogne-Billancourt",
                "\(accepted) ordinateur portable", "Latitude 5400", "5 octobre 2026",
            ] {
                #expect(paper.contains(words), "\(words)")
            }
            #expect(!paper.contains("75 %"))
            if accepted == 40 {
                #expect(receipt.information?.en.contains("1,440.00") == true)
            }
        }
    }

    @Test func `without the letter there is no receipt`() async throws {
        try await Town.with { town in
            let donation = try await town.gift(from: try await town.donor(.company), Self.forty)

            let refusal = try await town.refusal {
                _ = try await town.application.perform(
                    IssueReceipt(donation: donation),
                    as: town.ana
                )
            }
            let unsigned = try await town.refusal {
                _ = try await town.application.perform(
                    ValueDonation(donation: donation, basis: .netBookValue, unitCents: 6_000),
                    as: town.ana
                )
            }

            #expect(refusal?.code == .valuationMissing)
            #expect(unsigned?.code == .valuationMissing)
        }
    }

    @Test func `a gift worth nothing gets an attestation instead`() async throws {
        try await Town.with { town in
            let donation = try await town.gift(from: try await town.donor(.company), Self.forty)
            _ = try await town.application.perform(letter(donation, unitCents: 0), as: town.ana)

            let refusal = try await town.refusal {
                _ = try await town.application.perform(
                    IssueReceipt(donation: donation),
                    as: town.ana
                )
            }
            let attestation = try await town.application.perform(
                IssueAttestation(donation: donation),
                as: town.ana
            )
            let paper = try text(
                ofPDF: await town.drawer().pdf(of: attestation.document, as: town.ana)
            )

            #expect(refusal?.code == .zeroValue)
            #expect(refusal?.next == ["adn"])
            #expect(paper.contains("n'ouvre droit à aucune réduction d'impôt"))
            #expect(paper.contains("40 ordinateur portable"))
        }
    }

    @Test func `a public body's machine over 300 euros stays out, and its deed is no receipt`()
        async throws
    {
        try await Town.with { town in
            let hall = try await town.donor(.publicBody, name: "Mairie de Meudon")
            let announced = try await town.application.perform(
                AnnounceDonation(
                    donor: hall,
                    lines: [GivenLine(kind: .laptop, quantity: 25, declaredUnitCents: 35_000)]
                ),
                as: town.ana
            )
            let donation = announced.donation
            let corrected = try await town.application.perform(
                CorrectDonation(
                    donation: donation,
                    lines: [.init(line: 1, quantity: 10, declaredUnitCents: 28_000)],
                    deedReference: "Délibération 2026-114",
                    deedDate: Day(2026, 9, 30)
                ),
                as: town.ana
            )
            _ = try await town.application.perform(
                ReceiveDonation(donation: donation, handedOverBy: "Le régisseur"),
                as: town.ana
            )

            let tooDear = try await town.refusal {
                _ = try await town.application.perform(
                    ReconcileDonation(donation: donation),
                    as: town.ana
                )
            }
            _ = try await town.application.perform(
                ReconcileDonation(
                    donation: donation,
                    lines: [.init(line: 1, refused: 15, refusalReason: .unitValueOver300)]
                ),
                as: town.ana
            )
            let receipt = try await town.refusal {
                _ = try await town.application.perform(
                    IssueReceipt(donation: donation),
                    as: town.ana
                )
            }
            let deed = try await town.application.perform(
                IssueDeed(
                    donation: donation,
                    giverSigner: "Anne Maire",
                    giverTitle: "Directrice des moyens"
                ),
                as: town.ana
            )
            let paper = try text(ofPDF: await town.drawer().pdf(of: deed.document, as: town.ana))

            #expect(announced.originRegime == .publicResale)
            #expect(announced.originClass == .public)
            #expect(announced.lines.map(\.refusal?.code) == [.unitValueOver300])
            #expect(corrected.lines.map(\.announced) == [15, 10])
            #expect(corrected.lines.map(\.refusal?.code) == [.unitValueOver300, nil])
            #expect(tooDear?.code == .unitValueOver300)
            #expect(receipt?.code == .noTaxRight)
            #expect(deed.kind == .acg)
            for words in ["Acte de cession à titre gratuit", "280,00", "2 800,00", "Anne Maire"] {
                #expect(paper.contains(words), "\(words)")
            }
        }
    }

    @Test func `an individual's receipt shows what the review keeps, not what was hoped for`()
        async throws
    {
        try await Town.with { town in
            try await town.valuationGrid(laptopCents: 9_000)
            let person = try await town.donor(.individual, name: "Rose Delorme")
            let donation = try await town.laptopOfAnIndividual(
                from: person,
                estimateCents: 30_000
            )

            let raised = try await town.refusal {
                _ = try await town.application.perform(
                    ValueDonation(
                        donation: donation,
                        lines: [
                            .init(
                                line: 1,
                                estimateCents: 30_000,
                                condition: .b,
                                keptCents: 12_000
                            )
                        ]
                    ),
                    as: town.ana
                )
            }
            let receipt = try await town.application.perform(
                IssueReceipt(donation: donation),
                as: town.ana
            )
            let paper = try text(
                ofPDF: await town.drawer().pdf(of: receipt.document, as: town.ana)
            )

            #expect(raised?.code == .valuationRaisedWithoutReason)
            #expect(receipt.kind == .rfp)
            #expect(receipt.amountCents == 9_000)
            #expect(receipt.information?.en == "66 % = €59.40 within 20 % of taxable income")
            for words in ["***90,00***", "200 du CGI", "Autres (don en nature)", "Rose Delorme"] {
                #expect(paper.contains(words), "\(words)")
            }
            #expect(!paper.contains("300,00") && !paper.contains("75 %"))
        }
    }

    @Test func `an address that is not complete blocks the receipt`() async throws {
        try await Town.with { town in
            try await town.valuationGrid(laptopCents: 9_000)
            let person = try await town.donor(.individual)
            let donation = try await town.laptopOfAnIndividual(from: person)
            _ = try await town.application.perform(
                ChangeDonor(donor: person, postalCode: ""),
                as: town.ana
            )

            let refusal = try await town.refusal {
                _ = try await town.application.perform(
                    IssueReceipt(donation: donation),
                    as: town.ana
                )
            }

            #expect(refusal?.code == .addressIncomplete)
            #expect(refusal?.facts["missing"] == "postal_code")
        }
    }

    @Test func `nothing accepted, nothing received: no receipt`() async throws {
        try await Town.with { town in
            let company = try await town.donor(.company)
            let donation = try await town.gift(from: company, Self.forty, accepted: 0)
            _ = try await town.application.perform(letter(donation, unitCents: 6_000), as: town.ana)
            let announced = try await town.application.perform(
                AnnounceDonation(donor: company, lines: Self.forty),
                as: town.ana
            )

            let nothing = try await town.refusal {
                _ = try await town.application.perform(
                    IssueReceipt(donation: donation),
                    as: town.ana
                )
            }
            let early = try await town.refusal {
                _ = try await town.application.perform(
                    IssueReceipt(donation: announced.donation),
                    as: town.ana
                )
            }

            #expect(nothing?.code == .nothingAccepted)
            #expect(early?.code == .donationNotInStatus)
        }
    }
}
