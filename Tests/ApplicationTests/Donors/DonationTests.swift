import Application
import Domain
import Store
import Testing
import TownSupport

@Suite struct DonationTests {
    private static let lines = [
        GivenLine(kind: .laptop, maker: "Dell", quantity: 10),
        GivenLine(kind: .monitor, quantity: 4),
    ]

    private func received(_ town: Town) async throws -> ReceiveDonation.Outcome {
        let announced = try await town.application.perform(
            AnnounceDonation(donor: try await town.donor(.company), lines: Self.lines),
            as: town.ana
        )
        return try await town.application.perform(
            ReceiveDonation(
                donation: announced.donation,
                handedOverBy: "Luc Bernard",
                counts: [.init(line: 1, received: 9)]
            ),
            as: town.ana
        )
    }

    @Test func `what came is compared with what was announced, line by line`() async throws {
        try await Town.with { town in
            let gift = try await received(town).donation

            let reconciled = try await town.application.perform(
                ReconcileDonation(
                    donation: gift,
                    lines: [
                        .init(line: 1, refused: 2, refusalReason: .locked),
                        .init(line: 2, received: 5, wasteStatus: .waste),
                        .init(kind: .printer, received: 1),
                    ]
                ),
                as: town.ana
            )

            #expect(reconciled.lines.map(\.announced) == [10, 4, 0])
            #expect(reconciled.lines.map(\.received) == [9, 5, 1])
            #expect(reconciled.lines.map(\.accepted) == [7, 5, 1])
            #expect(reconciled.lines.map(\.refused) == [2, 0, 0])
            #expect(reconciled.lines.map(\.missing) == [1, 0, 0])
            #expect(reconciled.lines.map(\.extra) == [0, 1, 1])
            #expect(reconciled.lines.map(\.wasteStatus) == [.product, .waste, .product])
        }
    }

    @Test func `what comes is in the register in order, and what is counted later once`()
        async throws
    {
        try await Town.with { town in
            let first = try await received(town)
            let second = try await town.application.perform(
                ReconcileDonation(
                    donation: first.donation,
                    lines: [.init(line: 2, received: 5)]
                ),
                as: town.ana
            )
            let third = try await town.application.perform(
                ReconcileDonation(donation: first.donation),
                as: town.ana
            )
            let year = try #require(first.register?.year)

            let register = try await town.application.ask(ShowRegister(year: year), as: town.ana)

            #expect(first.register?.first == 1 && first.register?.last == 2)
            #expect(second.register?.first == 3 && second.register?.last == 3)
            #expect(third.register == nil)
            #expect(register.map(\.no) == [1, 2, 3])
            #expect(register.map(\.quantity) == [9, 4, 1])
            #expect(register.first?.description == "9 × ordinateur portable Dell")
            #expect(register.allSatisfy { $0.source?.contains("Luc Bernard") == true })
            await #expect(throws: Failure.self) {
                try await town.application.ask(ShowRegister(year: year), as: town.dan)
            }
        }
    }

    @Test func `counts that do not add up, and refusals without a reason, are refused`()
        async throws
    {
        try await Town.with { town in
            let gift = try await received(town).donation

            let counts = try await town.refusal {
                _ = try await town.application.perform(
                    ReconcileDonation(
                        donation: gift,
                        lines: [.init(line: 1, accepted: 9, refused: 1, refusalReason: .locked)]
                    ),
                    as: town.ana
                )
            }
            let reason = try await town.refusal {
                _ = try await town.application.perform(
                    ReconcileDonation(donation: gift, lines: [.init(line: 1, refused: 1)]),
                    as: town.ana
                )
            }
            let line = try await town.refusal {
                _ = try await town.application.perform(
                    ReconcileDonation(donation: gift, lines: [.init(line: 9, refused: 1)]),
                    as: town.ana
                )
            }

            #expect(counts?.code == .donationCountsDiffer)
            #expect(reason?.code == .reasonMissing)
            #expect(line?.code == .donationLineUnknown)
        }
    }

    @Test func `a gift is neither received tomorrow nor twice, nor cancelled once it came`()
        async throws
    {
        try await Town.with { town in
            let announced = try await town.application.perform(
                AnnounceDonation(donor: try await town.donor(.company), lines: Self.lines),
                as: town.ana
            )
            let tomorrow = try await town.refusal {
                _ = try await town.application.perform(
                    ReceiveDonation(
                        donation: announced.donation,
                        receivedOn: Day(2999, 1, 1),
                        handedOverBy: "Luc"
                    ),
                    as: town.ana
                )
            }
            let receive = ReceiveDonation(donation: announced.donation, handedOverBy: "Luc")
            _ = try await town.application.perform(receive, as: town.ana)
            let twice = try await town.refusal {
                _ = try await town.application.perform(receive, as: town.ana)
            }
            let cancelled = try await town.refusal {
                _ = try await town.application.perform(
                    CancelDonation(donation: announced.donation, reason: "erreur"),
                    as: town.ana
                )
            }

            #expect(tomorrow?.code == .backDated)
            #expect(twice?.code == .donationNotInStatus)
            #expect(cancelled?.code == .donationNotInStatus)
        }
    }

    @Test func `the donor learns what became of the machines, and never who has them`()
        async throws
    {
        try await Town.atTheCounter { town in
            let devices = try await town.onTheShelf(4)
            let gift = try #require(
                try await town.application.ask(ListDonations(), as: town.ana).first?.donation
            )
            _ = try await town.application.perform(
                SellDevice(
                    voucher: try await town.voucher(),
                    device: devices[0],
                    expectedCents: 8_000,
                    payments: [Tender(.card, cents: 8_000)]
                ),
                as: town.ana
            )
            for (device, step) in zip(devices[1...2], ["set_for_parts", "set_for_disposal"]) {
                _ = try await town.application.perform(
                    TakeStep(device: device, step: step, reason: "carte mère en panne"),
                    as: town.ana
                )
            }

            let outcome = try await town.application.ask(
                DonationOutcome(donation: gift),
                as: town.ana
            )
            let shown = try await town.application.ask(ShowDonation(donation: gift), as: town.ana)

            #expect(outcome.units == ["sold": 1, "parts": 1, "recycled": 1, "waiting": 1])
            #expect(outcome.unitsIn == 4 && outcome.gramsIn == 4 * 2_260)
            #expect(outcome.reusePerMille == 250)
            #expect(shown.devices.map(\.fate) == [.sold, .parts, .recycled, .waiting])
            #expect(shown.devices.map(\.device) == devices.map(\.text))
        }
    }

    @Test func `a gift announced as a list of devices is counted by kind and model`() async throws {
        try await Town.atTheCounter { town in
            let devices = try await town.onTheShelf(3)
            let gift = try #require(
                try await town.application.ask(ListDonations(), as: town.ana).first?.donation
            )

            let reconciled = try await town.application.perform(
                ReconcileDonation(donation: gift),
                as: town.ana
            )
            let year = try #require(reconciled.register?.year)
            let register = try await town.application.ask(ShowRegister(year: year), as: town.ana)

            #expect(reconciled.lines.map(\.description) == ["ordinateur portable Dell Latitude"])
            #expect(reconciled.lines.map(\.accepted) == [3])
            #expect(register.map(\.device) == devices.map(\.text))
        }
    }
}
