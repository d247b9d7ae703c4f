import Application
import Domain
import Store
import Testing
import TownSupport

/// Adults and figures that no household has.
@Suite(.serialized) struct PossibleFiguresTests {
    private func isUnreadable<C: Command>(_ command: C, _ town: Town) async -> Bool {
        do {
            _ = try await town.application.perform(command, as: town.bea)
            return false
        } catch .unreadable {
            return true
        } catch {
            return false
        }
    }

    @Test func `who cannot be an adult enters no household`() async throws {
        try await Town.atTheCounter { town in
            let today = try await town.today()
            let home = try await town.household(of: try await town.application())
            let births = [-1, 0, 10, 15, 121, 236].map { today.adding(years: -$0) }
            var adults = births.map {
                EnterApplication.Adult(familyName: "Martin", givenName: "Léa", bornOn: $0)
            }
            for (family, given) in [("", "Léa"), (" ", " "), ("Martin", ""), ("-", "Léa")] {
                adults.append(
                    .init(familyName: family, givenName: given, bornOn: Day(number: 7_000))
                )
            }

            for adult in adults {
                let entering = EnterApplication(persons: 1, adults: [adult], kinds: [.laptop])
                #expect(await isUnreadable(entering, town), "\(adult)")
                #expect(
                    await isUnreadable(AddAdult(household: home, adult: adult), town),
                    "\(adult)"
                )
            }
        }
    }

    @Test func `an emancipated minor and the oldest of the town are adults`() async throws {
        try await Town.atTheCounter { town in
            let today = try await town.today()
            for (years, name) in [(16, "Léa"), (110, "Jeanne")] {
                let adult = EnterApplication.Adult(
                    familyName: "Martin",
                    givenName: name,
                    bornOn: today.adding(years: -years)
                )
                _ = try await town.application(adults: [adult])
            }
        }
    }

    @Test func `figures that no household has are refused`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application(persons: 3)
            let computed = { (yearly: Int64, benefit: Int64, children: Int, disabled: Int?) in
                SetEvidence(
                    application: number,
                    computed: .init(
                        yearlyCents: yearly,
                        monthlyBenefitCents: benefit,
                        children: children,
                        disabledChildren: disabled
                    )
                )
            }
            let fiscal = { (income: Int64, quarters: Int) in
                SetEvidence(
                    application: number,
                    fiscal: .init(referenceIncomeCents: income, quarterShares: quarters)
                )
            }

            for impossible in [
                computed(12_000_00, 0, 3, nil), computed(12_000_00, 0, 9, nil),
                computed(12_000_00, 0, -1, nil), computed(12_000_00, 0, 0, 3),
                computed(12_000_00, 0, 2, 3), computed(12_000_00, 0, 2, -1),
                computed(-1, 0, 0, nil), computed(0, -1, 0, nil),
                fiscal(-1, 4), fiscal(12_000_00, 3), fiscal(12_000_00, 0),
            ] {
                #expect(await isUnreadable(impossible, town), "\(impossible)")
            }
            for possible in [
                computed(0, 0, 0, nil), computed(12_000_00, 0, 2, 2), fiscal(0, 4),
                fiscal(12_000_00, 5),
            ] {
                _ = try await town.application.perform(possible, as: town.bea)
            }
        }
    }

    @Test func `a tax notice tells of a year that is over`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            let today = try await town.today()
            let noting = { (year: Int) in
                NoteProof(
                    application: number,
                    proof: .taxNotice,
                    datedOn: today,
                    incomeYear: Int16(year)
                )
            }

            let running = await town.refusal(noting(today.year), as: town.bea)
            let future = await town.refusal(noting(today.year + 4), as: town.bea)
            _ = try await town.application.perform(noting(today.year - 1), as: town.bea)

            #expect(running?.code == .backDated && future?.code == .backDated)
        }
    }

    @Test func `an override that is no better is told as that`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            let proof = NoteProof(
                application: number,
                proof: .familyFundsCertificate,
                datedOn: try await town.today()
            )
            _ = try await town.application.perform(proof, as: town.bea)
            _ = try await town.application.perform(
                SetEvidence(application: number, official: .init(quotient: 300)),
                as: town.bea
            )

            let worse = await town.refusal(
                ProposeOverride(application: number, bracket: 3, reason: "licenciement"),
                as: town.bea
            )

            #expect(worse?.code == .overrideNotBetter)
            #expect(
                worse?.sentence(in: .fr).hasPrefix("Q3 n'est pas plus favorable que Q1") == true
            )
        }
    }
}
