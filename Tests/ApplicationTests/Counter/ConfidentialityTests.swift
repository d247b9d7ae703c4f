import Application
import Cluster
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

@Suite(.serialized) struct ConfidentialityTests {
    @Test(
        arguments: [
            "household", "adult", "application", "proof_seen", "evidence", "decision", "appeal",
            "letter", "approval", "allowance", "quota_slot", "access_log", "waiting", "objection",
            "kept_answer", "erasure", "past_count",
        ]
    )
    func `the main login reads nothing of the social services`(table: String) async throws {
        try await Town.atTheCounter { town in
            _ = try await town.voucher()
            let db = try await town.database.connect(as: .main)

            let error = await #expect(throws: PostgresError.self) {
                try await db.speaking(as: town) {
                    @Sendable (db: isolated Connection) throws(PostgresError) in
                    _ = try db.script("SELECT * FROM social.\(table)")
                }
            }
            await db.close()

            #expect(error?.sqlState?.rawValue == "42501")
        }
    }

    @Test func `the social login reads an income that the main login cannot`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            _ = try await town.decision(on: number, quotient: 640)

            let seen = try await town.application.perform(
                ViewIncome(application: number, reason: "entretien"),
                as: town.bea
            )

            #expect(seen.quotient == 640)
            #expect(seen.quotientSource == "caf")
            let db = try await town.database.connect(as: .superuser)
            let logged: String = try await db.row(
                "SELECT person_id || ' ' || application_id || ' ' || why AS line FROM social.access_log"
            ).decode("line")
            await db.close()
            #expect(logged == "2 \(number) entretien")
        }
    }

    @Test func `an answer kept for the social services is theirs alone`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            _ = try await town.decision(on: number, quotient: 640)
            _ = try await town.application.perform(
                ViewIncome(application: number, reason: "entretien"),
                as: town.bea,
                key: "vue-1"
            )

            #expect(
                try await town.column("SELECT command FROM social.kept_answer WHERE key = 'vue-1'")
                    == ["view-income"]
            )
            #expect(
                try await town.column("SELECT command FROM core.idempotency WHERE key = 'vue-1'")
                    == []
            )
        }
    }

    @Test func `an application is shown without its income`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            _ = try await town.decision(on: number, quotient: 641)

            let shown = try await town.application.ask(
                ShowApplication(application: number),
                as: town.bea
            )
            let listed = try await town.application.ask(ListApplications(), as: town.bea)

            #expect(!"\(shown) \(listed)".contains("641"))
            #expect(shown.adults.map(\.givenName) == ["Zoé"])
            #expect(shown.decisions.map(\.outcome) == ["approved"])
            #expect(listed.rows.map(\.application) == [number])
        }
    }

    @Test func `the counter cannot enter the social services by a question`() async throws {
        try await Town.atTheCounter { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.application.ask(ListApplications(), as: town.ana)
            }

            guard case .forbidden(let needs) = failure else {
                Issue.record("not forbidden: \(String(describing: failure))")
                return
            }
            #expect(needs == [.socialAgent, .socialApprover])
        }
    }
}
