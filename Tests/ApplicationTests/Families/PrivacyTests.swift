@testable import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct PrivacyTests {
    private static func files(in town: Town) async throws -> [String] {
        try await town.column(
            """
            SELECT t FROM (SELECT 'household' AS t FROM social.household UNION ALL SELECT 'adult' FROM social.adult
              UNION ALL SELECT 'application' FROM social.application UNION ALL SELECT 'evidence' FROM social.evidence
              UNION ALL SELECT 'proof' FROM social.proof_seen UNION ALL SELECT 'decision' FROM social.decision
              UNION ALL SELECT 'appeal' FROM social.appeal UNION ALL SELECT 'letter' FROM social.letter
              UNION ALL SELECT 'approval' FROM social.approval UNION ALL SELECT 'allowance' FROM social.allowance
              UNION ALL SELECT 'slot' FROM social.quota_slot UNION ALL SELECT 'reading' FROM social.access_log) AS x ORDER BY t
            """
        )
    }

    /// A family that appealed, was approved, bought, and whose income was looked at.
    private func servedFamily(in town: Town) async throws -> Int64 {
        let number = try await town.refused()
        _ = try await town.application.perform(
            AppealDecision(application: number),
            as: town.bea
        )
        let evidence = SetEvidence(application: number, official: .init(quotient: 640))
        _ = try await town.application.perform(evidence, as: town.bea)
        let decided = try await town.application.perform(
            DecideApplication(application: number),
            as: town.cid
        )
        _ = try await town.application.perform(
            IssueDecisionLetter(application: number),
            as: town.bea
        )
        _ = try await town.application.perform(
            ViewIncome(application: number, reason: "entretien"),
            as: town.bea,
            key: "vue"
        )
        let voucher = VoucherReference(decided.voucher ?? "")
        _ = try await town.application.perform(
            IssueVoucherPaper(voucher: voucher.text),
            as: town.bea
        )
        let laptop = try #require(try await town.onTheShelf().first)
        _ = try await town.sell(laptop, on: voucher, cents: 80_00)
        return number
    }

    @Test func `two years after the last contact a file goes whole, and the sale stays nameless`()
        async throws
    {
        try await Town.atTheCounter { town in
            _ = try await servedFamily(in: town)
            let untouched = try await town.application.perform(RunRetention(), as: town.dan)
            try await town.letThreeYearsPass()

            let rehearsed = try await town.application.perform(
                RunRetention(),
                as: town.dan,
                rehearsing: true
            )
            let still = try await Self.files(in: town)
            let run = try await town.application.perform(RunRetention(), as: town.dan)
            let again = try await town.application.perform(RunRetention(), as: town.dan)

            let gone = { (outcome: RunRetention.Outcome) in
                Dictionary(outcome.clocks.map { ($0.clock, $0.gone) }) { first, _ in first }
            }
            #expect(untouched.clocks.allSatisfy { $0.gone == 0 })
            #expect(rehearsed == run)
            #expect(still.count > 10)
            #expect(gone(run)[.applications] == 1)
            #expect(gone(run)[.incomeReadings] == 1)
            #expect(gone(run)[.incomeAnswers] == 1)
            #expect(again.clocks.allSatisfy { $0.gone == 0 })
            #expect(try await Self.files(in: town) == [])
            #expect(
                try await town.column("SELECT first_name || initial FROM core.voucher") == [""]
            )
            #expect(
                try await town.column(
                    "SELECT kind FROM core.document_content WHERE kind = 'bon'"
                ) == []
            )
            #expect(try await town.column("SELECT status FROM core.sale") == ["active"])
            #expect(
                try await town.column(
                    "SELECT part || ' ' || cell || ' ' || applications FROM social.past_count ORDER BY part"
                ) == ["outcome approved Q3 1", "persons 1 1"]
            )
            #expect(try await town.quotaFaults() == [])
        }
    }

    @Test func `attempts to sign in are forgotten after twelve months, and not before`()
        async throws
    {
        try await Town.atTheCounter { town in
            let door = SignIn(town.application, organisation: 1)
            for login in ["ana", "stranger"] {
                await #expect(throws: Failure.self) {
                    try await door.open(login: login, password: "wrong", address: "192.0.2.1")
                }
            }
            try await town.makeTimePass(
                "UPDATE core.sign_in_attempt SET at = at - interval '370 days' WHERE account = 'stranger'"
            )

            let run = try await town.application.perform(RunRetention(), as: town.dan)

            let attempts = run.clocks.first { $0.clock == .signInAttempts }
            #expect(attempts?.gone == 1)
            #expect(attempts?.kept == 1)
            #expect(try await town.column("SELECT account FROM core.sign_in_attempt") == ["ana"])
        }
    }

    @Test func `a file with something open is kept by its clock`() async throws {
        try await Town.atTheCounter { town in
            _ = try await town.application()
            try await town.letThreeYearsPass()

            let run = try await town.application.perform(RunRetention(), as: town.dan)

            let applications = run.clocks.first { $0.clock == .applications }
            #expect(applications?.gone == 0)
            #expect(applications?.kept == 1)
        }
    }

    @Test func `a household that asks is forgotten, except for a key without a name`() async throws
    {
        try await Town.atTheCounter { town in
            let number = try await servedFamily(in: town)
            let home = try await town.household(of: number)
            let erasing = EraseHousehold(household: home)

            let held = await #expect(throws: Failure.self) {
                try await town.application.perform(erasing, as: town.dan)
            }
            try await town.makeTimePass(
                "UPDATE core.voucher_term SET during = tstzrange(lower(during), now() - interval '1 second')"
            )
            let erased = try await town.application.perform(erasing, as: town.dan)
            let unknown = await #expect(throws: Failure.self) {
                try await town.application.perform(erasing, as: town.dan)
            }
            let laptop = try #require(try await town.onTheShelf().first)
            let again = try await town.voucher()
            let quota = await #expect(throws: Failure.self) {
                try await town.sell(laptop, on: again, cents: 80_00)
            }

            #expect(held?.refusal?.code == .heldByLaw)
            #expect(held?.refusal?.facts["holds"] == "voucher")
            #expect(erased.gone == ["applications": 1, "vouchers": 1])
            #expect(erased.kept.map(\.because) == [.quota])
            #expect(unknown?.refusal?.code == .unknownHousehold)
            #expect(quota?.refusal?.code == .quotaReached)
        }
    }

    @Test func `a refusal that may be appealed is kept, and told as the reason`() async throws {
        try await Town.atTheCounter { town in
            let home = try await town.household(of: try await town.refused())

            let held = await #expect(throws: Failure.self) {
                try await town.application.perform(EraseHousehold(household: home), as: town.dan)
            }

            #expect(held?.refusal?.facts["holds"] == "appeal")
            #expect(held?.sentence(in: .fr).contains("recours") == true)
        }
    }

    @Test func `a household reads all that is held about it, and that is written down`()
        async throws
    {
        try await Town.atTheCounter { town in
            let number = try await servedFamily(in: town)
            let home = try await town.household(of: number)

            let export = try await town.application.perform(
                ExportHousehold(household: home),
                as: town.dan
            )

            guard case .fields(let fields) = export.held,
                case .list(let applications) = fields["applications"],
                case .fields(let file) = applications.first,
                case .fields(let means) = file["means"],
                case .list(let appeals) = file["appeals"],
                case .list(let vouchers) = file["vouchers"],
                case .list(let purchases) = fields["purchases"],
                case .fields(let purchase) = purchases.first,
                case .list(let payments) = purchase["payments"]
            else {
                Issue.record("\(export.held)")
                return
            }
            #expect(means["quotient"] == .number(640))
            #expect(appeals.count == 1)
            #expect(vouchers.count == 1)
            #expect(purchases.count == 1 && payments.count == 1)
            #expect(purchase["price_cents"] == .number(80_00))
            #expect(purchase["maker"] == .text("Dell"))
            #expect(fields["reservations"] == .list([]))
            #expect(!"\(export.held)".contains("adult_key"))
            #expect(
                try await town.column(
                    "SELECT person_id || ' ' || why FROM social.access_log ORDER BY access_id"
                ) == ["2 entretien", "4 export-household"]
            )
        }
    }

    @Test func `what is held is handed over on paper, every field of it by its name`() async throws
    {
        try await Town.atTheCounter { town in
            let home = try await town.household(of: try await servedFamily(in: town))
            let exports = [
                try await town.application.perform(ExportHousehold(household: home), as: town.dan),
                try await town.application.perform(ExportDonor(donor: 1), as: town.dan),
                try await town.application.perform(ExportPerson(login: "ana"), as: town.dan),
            ]

            let pdf = try await town.drawer().held(
                about: .household(home),
                in: .fr,
                as: town.dan
            )

            let names = exports.map { Self.fields(of: $0.held) }.reduce(Set()) { $0.union($1) }
            #expect(names.count > 100)
            #expect(names.filter { HeldWords.label($0) == nil } == [])
            let said = try text(ofPDF: pdf)
            for part in [
                "Ce que nous gardons de vous", "Dupré", "640", "CNIL 2021-028", "entretien",
            ] {
                #expect(said.contains(part), "\(part)")
            }
            #expect(!said.contains("_id"))
            let ana = await #expect(throws: PaperFailure.self) {
                try await town.drawer().held(about: .household(home), in: .fr, as: town.ana)
            }
            guard case .failed(.forbidden) = ana else {
                Issue.record("\(String(describing: ana))")
                return
            }
        }
    }

    private static func fields(of data: PersonalData) -> Set<String> {
        switch data {
        case .fields(let fields):
            fields.values.map { Self.fields(of: $0) }.reduce(Set(fields.keys)) { $0.union($1) }
        case .list(let items): items.map { Self.fields(of: $0) }.reduce(Set()) { $0.union($1) }
        default: []
        }
    }

    @Test func `what the workshop and the desk may not do is refused`() async throws {
        try await Town.atTheCounter { town in
            let home = try await town.household(of: try await town.application())

            for speaker in [town.ana, town.bea] {
                await #expect(throws: Failure.self) {
                    try await town.application.perform(
                        ExportHousehold(household: home),
                        as: speaker
                    )
                }
                await #expect(throws: Failure.self) {
                    try await town.application.perform(RunRetention(), as: speaker)
                }
            }
        }
    }

    @Test func `a donor is forgotten, and the gift stays`() async throws {
        try await Town.atTheCounter { town in
            let donation = try await town.receivedDonation()
            let donor = Int64(
                try await town.column(
                    "SELECT donor_id::text FROM core.donation WHERE donation_id = \(donation)"
                ).first ?? ""
            )
            let number = try #require(donor)

            let export = try await town.application.perform(
                ExportDonor(donor: number),
                as: town.dan
            )
            let erased = try await town.application.perform(
                EraseDonor(donor: number),
                as: town.dan
            )
            let twice = await #expect(throws: Failure.self) {
                try await town.application.perform(EraseDonor(donor: number), as: town.dan)
            }

            #expect("\(export.held)".contains("gifts"))
            #expect(erased.gone == ["donors": 1])
            #expect(
                try await town.column(
                    "SELECT name || coalesce(email, '') FROM core.donor WHERE donor_id = \(number)"
                ) == ["–"]
            )
            #expect(twice?.refusal?.code == .alreadyErased)
        }
    }

    @Test func `a member of the staff is forgotten once they have left`() async throws {
        try await Town.atTheCounter { town in
            let added = try await town.application.perform(
                AddPerson(login: "eve", fullName: "Ève Noir", email: "eve@example.org"),
                as: town.dan
            )
            let active = await #expect(throws: Failure.self) {
                try await town.application.perform(ErasePerson(login: "bea"), as: town.dan)
            }

            let export = try await town.application.perform(
                ExportPerson(login: "eve"),
                as: town.dan
            )
            let erased = try await town.application.perform(
                ErasePerson(login: "eve"),
                as: town.dan
            )

            #expect(active?.refusal?.code == .personStillActive)
            #expect("\(export.held)".contains("eve@example.org"))
            #expect(erased.subject == added.person)
            #expect(
                try await town.column(
                    "SELECT login || ' ' || name || coalesce(email, '') FROM core.person WHERE person_id = \(added.person)"
                ) == ["former-\(added.person) –"]
            )
        }
    }
}
