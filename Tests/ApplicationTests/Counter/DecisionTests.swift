import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct DecisionTests {
    @Test func `a household is recognised by any of its adults, however the name is written`()
        async throws
    {
        try await Town.atTheCounter { town in
            let first = try await town.application.perform(
                EnterApplication(persons: 2, adults: [.zoe, .max], kinds: [.laptop]),
                as: town.bea
            )
            _ = try await town.application.perform(
                WithdrawApplication(application: first.application),
                as: town.bea
            )
            let zoe = EnterApplication.Adult(
                familyName: "DUPRE LEGRAND",
                givenName: "zoe",
                bornOn: EnterApplication.Adult.zoe.bornOn
            )
            let second = try await town.application.perform(
                EnterApplication(persons: 1, adults: [zoe], kinds: [.laptop]),
                as: town.bea
            )

            #expect(!first.householdWasKnown)
            #expect(second.householdWasKnown)
            #expect(second.household == first.household)
        }
    }

    @Test func `a household has one open application at a time`() async throws {
        try await Town.atTheCounter { town in
            let open = try await town.application(persons: 2, adults: [.zoe, .max])

            let failure = await #expect(throws: Failure.self) {
                try await town.application(adults: [.max])
            }

            #expect(failure?.refusal?.code == .duplicateApplication)
            #expect(failure?.refusal?.facts["application"] == String(open))
        }
    }

    @Test func `an own estimate is decided by another than who entered it`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            let figures = HouseholdMeans.Computed(
                yearlyCents: 12_000_00,
                monthlyBenefitCents: 0,
                children: 0
            )
            let set = try await town.application.perform(
                SetEvidence(application: number, computed: figures),
                as: town.bea
            )

            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    DecideApplication(application: number),
                    as: town.bea
                )
            }
            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.cid
            )

            #expect(set.quotient == 500)
            #expect(failure?.refusal?.code == .needsOtherPerson)
            #expect(decided.bracket == "Q2")
        }
    }

    @Test func `an override needs a second approver and goes two brackets at most`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            let proof = NoteProof(
                application: number,
                proof: .familyFundsCertificate,
                datedOn: try await town.today()
            )
            _ = try await town.application.perform(proof, as: town.bea)
            let evidence = SetEvidence(application: number, official: .init(quotient: 850))
            _ = try await town.application.perform(evidence, as: town.bea)
            let proposing = { (bracket: Int) in
                ProposeOverride(application: number, bracket: bracket, reason: "licenciement")
            }

            let tooFar = await #expect(throws: Failure.self) {
                try await town.application.perform(proposing(1), as: town.bea)
            }
            _ = try await town.application.perform(proposing(2), as: town.bea)
            let alone = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    DecideApplication(application: number),
                    as: town.bea
                )
            }
            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.cid
            )

            #expect(tooFar?.refusal?.code == .overrideTooLarge)
            #expect(alone?.refusal?.code == .needsOtherPerson)
            #expect(decided.bracket == "Q2")
        }
    }

    @Test func `an appeal is decided by another approver, and reversed on a new proof`()
        async throws
    {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            _ = try await town.decision(on: number, quotient: 1_300)
            _ = try await town.application.perform(
                AppealDecision(application: number),
                as: town.bea
            )
            let evidence = SetEvidence(application: number, official: .init(quotient: 900))
            _ = try await town.application.perform(evidence, as: town.bea)

            let same = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    DecideApplication(application: number),
                    as: town.bea
                )
            }
            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.cid
            )

            #expect(same?.refusal?.code == .needsOtherPerson)
            #expect(decided.outcome == "reversed")
            #expect(decided.voucher != nil)
        }
    }

    @Test func `an approver refuses for a reason of the rulebook`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()

            let decided = try await town.application.perform(
                DecideApplication(application: number, refusal: .outOfArea),
                as: town.bea
            )
            let again = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    DecideApplication(application: number),
                    as: town.cid
                )
            }

            #expect(decided.outcome == "refused")
            #expect(decided.refusal?.code == .outOfArea)
            #expect(again?.refusal?.code == .applicationClosed)
        }
    }

    @Test func `a stale certificate proves nothing`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            let old = try await town.today().adding(months: -3)

            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    NoteProof(application: number, proof: .familyFundsCertificate, datedOn: old),
                    as: town.bea
                )
            }

            #expect(failure?.refusal?.code == .proofExpired)
        }
    }

    @Test func `a quotient without its certificate leaves the application open`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            let evidence = SetEvidence(application: number, official: .init(quotient: 300))
            _ = try await town.application.perform(evidence, as: town.bea)

            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.bea
            )

            #expect(decided.outcome == "incomplete")
            #expect(decided.refusal?.code == .proofMissing)
        }
    }

    @Test func `a voucher is renewed once by thirty days, and revoked for good`() async throws {
        try await Town.atTheCounter { town in
            let voucher = try await town.voucher()
            let renewing = RenewVoucher(voucher: voucher)

            let renewed = try await town.application.perform(renewing, as: town.bea)
            let twice = await #expect(throws: Failure.self) {
                try await town.application.perform(renewing, as: town.bea)
            }
            _ = try await town.application.perform(
                RevokeVoucher(voucher: voucher, reason: "double demande"),
                as: town.cid
            )
            let shown = try await town.application.ask(ShowVoucher(voucher: voucher), as: town.ana)

            #expect(renewed.until == (try await town.today()).adding(days: 120))
            #expect(twice?.refusal?.code == .voucherAlreadyRenewed)
            #expect(shown.refusal?.code == .voucherRevoked)
            #expect(shown.usableKinds.isEmpty)
        }
    }
}
