import Application
import Domain
import FoundationEssentials
import Store
import Testing
import TownSupport

@Suite(.serialized) struct CountryTests {
    private func american(_ town: Town) async throws {
        let from = try await town.today().adding(days: -300)
        _ = try await town.application.perform(
            PublishEligibilityPack(.unitedStates, from: from, source: "PCs for People"),
            as: town.dan
        )
    }

    @Test func `an income below twice the poverty line is approved, with its table kept`()
        async throws
    {
        try await Town.atTheCounter { town in
            try await american(town)
            let number = try await town.application(persons: 4)
            let today = try await town.today()
            _ = try await town.application.perform(
                NoteProof(
                    application: number,
                    proof: .incomePaper,
                    datedOn: today.adding(months: -11)
                ),
                as: town.bea
            )
            _ = try await town.application.perform(
                SetEvidence(application: number, householdIncomeCents: 65_999_00),
                as: town.bea
            )

            let preview = try await town.application.ask(
                PreviewDecision(application: number),
                as: town.bea
            )
            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.bea
            )

            #expect(preview.outcome == "approved")
            #expect(preview.prices.map(\.cents) == [60_00, 45_00, 30_00])
            #expect(decided.bracket == "Q1")
            #expect(decided.explanation.en.contains("FPL-48 2026-01-13"))
            #expect(
                try await town.column("SELECT basis || ' ' || rule_versions FROM social.decision")
                    == [#"household_income {"pack": "US-2026-1", "brackets": "FR-DEMO-2026"}"#]
            )
        }
    }

    /// The median of the area is local: a body publishes its own, as a table beside the poverty line (rulebook 2.5).
    private static let areaPack = """
        {"version": "US-TOWN-2026", "country": "US", "engine": "fpl_ratio", "income_bracket": 1,
         "proof_months": 12, "validity_days": 90, "renewal_days": 30, "override_limit": 2, "appeal_months": 2,
         "statuses": [{"status": "snap", "bracket": 1}],
         "income_tables": [
           {"name": "FPL-48", "from": "2026-01-13", "cents": [1596000, 2164000, 2732000, 3300000],
            "further_person_cents": 568000, "percent": 200, "is_strict": true},
           {"name": "AMI-TOWN", "from": "2026-04-01", "cents": [8400000, 9600000, 10800000, 12000000],
            "further_person_cents": 960000, "percent": 60, "is_strict": false}]}
        """

    @Test(arguments: [(72_000_00, "approved"), (72_000_01, "refused")])
    func `sixty per cent of the area's median is enough, where a body published it`(
        income: Int,
        outcome: String
    ) async throws {
        try await Town.atTheCounter { town in
            let today = try await town.today()
            let pack = try JSONDecoder().decode(
                EligibilityPack.self,
                from: Data(Self.areaPack.utf8)
            )
            _ = try await town.application.perform(
                PublishEligibilityPack(pack, from: today.adding(days: -30), source: "HUD"),
                as: town.dan
            )
            let number = try await town.application(persons: 4)
            _ = try await town.application.perform(
                NoteProof(application: number, proof: .incomePaper, datedOn: today),
                as: town.bea
            )
            _ = try await town.application.perform(
                SetEvidence(application: number, householdIncomeCents: Int64(income)),
                as: town.bea
            )

            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.bea
            )

            #expect(decided.outcome == outcome)
            #expect(decided.explanation.en.contains("AMI-TOWN") == (outcome == "approved"))
        }
    }

    @Test func `one cent too much is refused, and the letter does not say by how much`()
        async throws
    {
        try await Town.atTheCounter { town in
            try await american(town)
            let number = try await town.application(persons: 4)
            _ = try await town.application.perform(
                NoteProof(
                    application: number,
                    proof: .incomePaper,
                    datedOn: try await town.today()
                ),
                as: town.bea
            )
            _ = try await town.application.perform(
                SetEvidence(application: number, householdIncomeCents: 66_000_00),
                as: town.bea
            )

            let preview = try await town.application.ask(
                PreviewDecision(application: number),
                as: town.bea
            )
            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.bea
            )

            #expect(preview.outcome == "refused")
            #expect(preview.refusal?.facts["income"] == nil)
            #expect(decided.refusal?.code == .incomeAboveLimit)
        }
    }

    @Test func `a certificate of another age is fresh where twelve months are the rule`()
        async throws
    {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            let proof = NoteProof(
                application: number,
                proof: .statusCertificate,
                datedOn: try await town.today().adding(months: -5)
            )

            let french = await #expect(throws: Failure.self) {
                try await town.application.perform(proof, as: town.bea)
            }
            try await american(town)
            let american = try await town.application.perform(proof, as: town.bea)

            #expect(french?.refusal?.code == .proofExpired)
            #expect(american.lastDay == proof.datedOn.adding(months: 12).adding(days: -1))
        }
    }

    @Test func `the table in force on the day of the decision decides, and stays with it`()
        async throws
    {
        try await Town.atTheCounter { town in
            let today = try await town.today()
            _ = try await town.application.perform(
                PublishBrackets(brackets: "STRICT", floors: [0, 100, 120, 140, 160], ceiling: 200),
                as: town.dan
            )
            let decide = { @Sendable (adult: EnterApplication.Adult, day: Day) async throws in
                let number = try await town.application(adults: [adult])
                let proof = NoteProof(
                    application: number,
                    proof: .familyFundsCertificate,
                    datedOn: today.adding(days: -5)
                )
                _ = try await town.application.perform(proof, as: town.bea)
                let evidence = SetEvidence(application: number, official: .init(quotient: 640))
                _ = try await town.application.perform(evidence, as: town.bea)
                return try await town.application.perform(
                    DecideApplication(application: number, decidedOn: day),
                    as: town.bea
                )
            }

            let before = try await decide(.zoe, today.adding(days: -1))
            let after = try await decide(.max, today)

            #expect(before.bracket == "Q3")
            #expect(after.outcome == "refused")
            #expect(
                try await town.column(
                    "SELECT rule_versions ->> 'brackets' FROM social.decision ORDER BY application_id"
                ) == ["FR-DEMO-2026", "STRICT"]
            )
        }
    }

    @Test func `a pack whose numbers make no sense is not published`() async throws {
        try await Town.atTheCounter { town in
            let hollow = EligibilityPack(
                version: "X",
                country: "FR",
                engine: .incomeRatio,
                statuses: []
            )

            await #expect(throws: Failure.self) {
                try await town.application.perform(PublishEligibilityPack(hollow), as: town.dan)
            }
        }
    }

    @Test func `a grid is tried over the whole stock before anyone publishes it`() async throws {
        try await Town.atTheCounter { town in
            _ = try await town.onTheShelf(3)
            _ = try await town.onTheShelf(2, grade: "A", regime: .publicResale)
            let rows = [
                PublishPriceGrid.Row(kind: .laptop, grade: "A", cents: [200_00, 210_00]),
                PublishPriceGrid.Row(kind: .laptop, grade: "B", cents: [45_00, 60_00]),
            ]

            let preview = try await town.application.ask(
                PreviewPriceGrid(rows: rows),
                as: town.dan
            )
            let grid = try await town.application.ask(ShowGrid(), as: town.dan)

            #expect(preview.devices == 5)
            #expect(preview.grid == "FR-DEMO-2026")
            #expect(preview.rows.map(\.count).sorted() == [2, 3])
            #expect(preview.rows.first { $0.grade == "A" }?.after.first == 180_00)
            #expect(preview.rows.first { $0.grade == "A" }?.capped == ["Q1", "Q2"])
            #expect(preview.unpriced == 5, "the new grid has two brackets, the old one five")
            #expect(preview.totalBefore.first == Int64(3 * 45_00 + 2 * 60_00))
            #expect(preview.totalAfter.first == Int64(3 * 45_00 + 2 * 180_00))
            #expect(grid.grid == "FR-DEMO-2026")
        }
    }
}
