import Application
import Domain
import Store
import Testing
import TownSupport

/// What may be written of a gift's value, and by whom it is said.
@Suite(.serialized) struct GiftCorrectionTests {
    private static let dear = [
        GivenLine(kind: .laptop, quantity: 25, declaredUnitCents: 350_00)
    ]

    /// A town hall's 25 laptops, declared too dear, that have come.
    private func arrived(_ town: Town) async throws -> Int64 {
        let hall = try await town.donor(.publicBody, name: "Mairie de Meudon")
        let donation = try await town.application.perform(
            AnnounceDonation(donor: hall, lines: Self.dear),
            as: town.ana
        ).donation
        _ = try await town.application.perform(
            ReceiveDonation(donation: donation, handedOverBy: "Le régisseur"),
            as: town.ana
        )
        return donation
    }

    private func correcting(
        _ donation: Int64,
        quantity: Int32? = 10,
        deed: String? = "Délibération 2026-114",
        on day: Day? = Day(2026, 9, 30)
    ) -> CorrectDonation {
        CorrectDonation(
            donation: donation,
            lines: [.init(line: 1, quantity: quantity, declaredUnitCents: 280_00)],
            deedReference: deed,
            deedDate: day
        )
    }

    @Test func `the values of a gift that came are corrected by a decision`() async throws {
        try await Town.with { town in
            let donation = try await arrived(town)

            let tooDear = await town.refusal(ReconcileDonation(donation: donation))
            let bare = await town.refusal(correcting(donation, deed: nil, on: nil))
            let blank = await town.refusal(correcting(donation, deed: " "))
            let undated = await town.refusal(correcting(donation, on: nil))
            let later = await town.refusal(correcting(donation, on: Day(2999, 1, 1)))
            let corrected = try await town.application.perform(correcting(donation), as: town.ana)
            let counted = try await town.application.perform(
                ReconcileDonation(
                    donation: donation,
                    lines: [.init(line: 1, refused: 15, refusalReason: .unitValueOver300)]
                ),
                as: town.ana
            )

            #expect(tooDear?.code == .unitValueOver300)
            #expect(
                [bare, blank, undated].map { $0?.code } == [
                    .deedMissing, .deedMissing, .deedMissing,
                ]
            )
            #expect(later?.code == .backDated)
            #expect(corrected.lines.map(\.announced) == [15, 10])
            #expect(corrected.lines.map(\.received) == [15, 10])
            #expect(corrected.lines.map(\.refusal?.code) == [.unitValueOver300, nil])
            #expect(counted.lines.map(\.accepted) == [0, 10])
            // The 25 stand in the register since they came.
            #expect(counted.register == nil)
        }
    }

    @Test func `what was refused as too dear is accepted once a decision corrects it`() async throws
    {
        try await Town.with { town in
            let donation = try await arrived(town)
            _ = try await town.application.perform(
                ReconcileDonation(
                    donation: donation,
                    lines: [.init(line: 1, refused: 25, refusalReason: .unitValueOver300)]
                ),
                as: town.ana
            )

            let corrected = try await town.application.perform(correcting(donation), as: town.ana)
            let counted = try await town.application.perform(
                ReconcileDonation(donation: donation, lines: [.init(line: 2, refused: 0)]),
                as: town.ana
            )

            #expect(corrected.lines.map(\.refused) == [15, 10])
            #expect(counted.lines.map(\.accepted) == [0, 10])
            #expect(counted.lines.map(\.refused) == [15, 0])
            #expect(counted.register == nil)
        }
    }

    @Test func `a company's gift that came is valued by its letter, not corrected`() async throws {
        try await Town.with { town in
            let donation = try await town.gift(
                from: try await town.donor(.company),
                [GivenLine(kind: .laptop, quantity: 4)]
            )

            let refusal = await town.refusal(correcting(donation, quantity: 1))

            #expect(refusal?.code == .donationNotInStatus)
        }
    }

    @Test func `a counterpart is never below nothing`() async throws {
        try await Town.with { town in
            let donor = try await town.donor(.individual, name: "Rose Delorme")
            let lines = [GivenLine(kind: .laptop, quantity: 1)]

            let announcing = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    AnnounceDonation(donor: donor, lines: lines, counterpartCents: -50_00),
                    as: town.ana
                )
            }
            let donation = try await town.application.perform(
                AnnounceDonation(donor: donor, lines: lines, counterpartCents: 0),
                as: town.ana
            ).donation
            let correcting = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    CorrectDonation(donation: donation, counterpartCents: -1),
                    as: town.ana
                )
            }

            for failure in [announcing, correcting] {
                guard case .unreadable = failure else {
                    Issue.record("\(String(describing: failure))")
                    continue
                }
            }
        }
    }

    @Test func `more than a quarter in return, and an individual gets no receipt`() async throws {
        try await Town.with { town in
            try await town.valuationGrid(laptopCents: 90_00)
            let donation = try await town.laptopOfAnIndividual(
                from: try await town.donor(.individual, name: "Rose Delorme")
            )
            let counterpart = { @Sendable (cents: Int64) async throws in
                _ = try await town.application.perform(
                    CorrectDonation(donation: donation, counterpartCents: cents),
                    as: town.ana
                )
            }

            try await counterpart(22_51)
            let refusal = await town.refusal(IssueReceipt(donation: donation))
            try await counterpart(22_50)
            let receipt = try await town.application.perform(
                IssueReceipt(donation: donation),
                as: town.ana
            )

            #expect(refusal?.code == .counterpartTooHigh)
            #expect(refusal?.facts["limit"] == "22.50")
            #expect(refusal?.next == ["adn"])
            #expect(receipt.amountCents == 67_50)
        }
    }

    @Test(arguments: [
        ("", "Paule Gérard"), ("  ", "Paule Gérard"), ("lettre.pdf", ""), ("lettre.pdf", "\u{A0}"),
    ])
    func `a company's letter has a file and a signer`(letter: String, signer: String) async throws {
        try await Town.with { town in
            let donation = try await town.gift(
                from: try await town.donor(.company),
                [GivenLine(kind: .laptop, quantity: 4)]
            )

            let refusal = await town.refusal(
                ValueDonation(
                    donation: donation,
                    basis: .netBookValue,
                    unitCents: 60_00,
                    letter: letter,
                    letterOn: Day(2026, 10, 1),
                    signer: signer
                )
            )

            #expect(refusal?.code == .valuationMissing)
        }
    }

    @Test func `a letter is not of the future, and names an amount`() async throws {
        try await Town.with { town in
            let donation = try await town.gift(
                from: try await town.donor(.company),
                [GivenLine(kind: .laptop, quantity: 4)]
            )
            let valuing = { (day: Day?, lines: [ValueDonation.Line]) in
                ValueDonation(
                    donation: donation,
                    basis: .netBookValue,
                    lines: lines,
                    letter: "lettre.pdf",
                    letterOn: day,
                    signer: "Paule Gérard"
                )
            }
            let today = try await town.today()

            let later = await town.refusal(
                valuing(Day(2031, 1, 1), [.init(line: 1, unitCents: 60_00)])
            )
            let silent = await town.refusal(valuing(today, [.init(line: 1, estimateCents: 60_00)]))
            let valued = try await town.application.perform(
                valuing(today, [.init(line: 1, unitCents: 60_00)]),
                as: town.ana
            )

            #expect(later?.code == .backDated)
            #expect(silent?.code == .valuationMissing)
            #expect(valued.lines.map(\.declaredUnitCents) == [60_00])
        }
    }

    @Test func `an individual's value is reviewed line by line, and no figure is dropped`()
        async throws
    {
        try await Town.with { town in
            try await town.valuationGrid(laptopCents: 90_00)
            let donation = try await town.gift(
                from: try await town.donor(.individual, name: "Rose Delorme"),
                [GivenLine(kind: .laptop, madeIn: 2019, quantity: 1)]
            )
            let reviewed = ValueDonation.Line(line: 1, estimateCents: 100_00, condition: .b)

            var codes: [Refusal.Code?] = []
            for valuing in [
                ValueDonation(donation: donation),
                ValueDonation(donation: donation, basis: .marketValue, unitCents: 100_00),
                ValueDonation(donation: donation, totalCents: 100_00),
                ValueDonation(donation: donation, lines: [.init(line: 1, unitCents: 100_00)]),
                ValueDonation(donation: donation, unitCents: 100_00, lines: [reviewed]),
            ] {
                codes.append(await town.refusal(valuing)?.code)
            }
            let valued = try await town.application.perform(
                ValueDonation(donation: donation, lines: [reviewed]),
                as: town.ana
            )

            #expect(codes.allSatisfy { $0 == .valuationByReview })
            #expect(valued.lines.map(\.reviewedUnitCents) == [90_00])
        }
    }

    @Test func `a public body's line without a value is named as goods`() async throws {
        try await Town.with { town in
            let hall = try await town.donor(.publicBody, name: "Mairie de Meudon")

            let announced = try await town.application.perform(
                AnnounceDonation(donor: hall, lines: [GivenLine(kind: .laptop, quantity: 2)]),
                as: town.ana
            )

            let refusal = announced.lines.first?.refusal
            #expect(refusal?.code == .declaredValueMissing)
            #expect(refusal?.sentence(in: .fr).contains("ordinateur portable") == true)
        }
    }
}
