import Application
import Cluster
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

/// A dishonest superuser against whoever keeps the anchors (guarantees 3.5).
@Suite struct AuditTests {
    @Test func `an untouched house has no finding, with the anchor that was kept`() async throws {
        try await World.with { database in
            let application = try World.application(database)
            let kept = try await application.perform(DropAnchor(), as: World.dan)
            try await database.tamper("SELECT world.step(1, 'triage')")

            let outcome = try await application.perform(
                Audit(Town.schema(), anchors: [kept]),
                as: World.dan
            )

            #expect(outcome.findings == [])
            #expect(outcome.checks == 12)
            #expect(outcome.events > 80)
        }
    }

    @Test(arguments: Tampering.all)
    func `each way to rewrite history is found`(_ tampering: Tampering) async throws {
        try await World.with { database in
            let application = try World.application(database)
            let kept = try await application.perform(DropAnchor(), as: World.dan)
            try await database.tamper("SET session_replication_role = replica; \(tampering.sql)")

            let alone = try await application.perform(Audit(Town.schema()), as: World.dan)
            let anchored = try await application.perform(
                Audit(Town.schema(), anchors: [kept]),
                as: World.dan
            )

            #expect(alone.faultsOfTheRecord == tampering.foundInTheRecord)
            #expect(anchored.faultsOfTheAnchors == tampering.foundByTheAnchor)
        }
    }

    @Test func `what was being written when the anchor fell does not disturb it`() async throws {
        try await World.with { database in
            let application = try World.application(database)
            let slow = try await database.connect(as: .owner)
            try await slow.script("BEGIN; \(World.claims()); SELECT world.step(1, 'triage')")
            try await database.tamper("SELECT world.step(11, 'quarantine')")
            let early = try await application.perform(DropAnchor(), as: World.dan)
            try await slow.script("SELECT world.step(2, 'quarantine'); COMMIT")
            let late = try await application.perform(DropAnchor(), as: World.dan)

            let outcome = try await application.perform(
                Audit(Town.schema(), anchors: [early, late]),
                as: World.dan
            )

            #expect(outcome.findings == [])
            #expect(late.events == outcome.events)
            #expect(early.events == outcome.events - 3)
        }
    }

    @Test func `anchors that were altered, removed or rewritten are told apart`() async throws {
        try await World.with { database in
            let application = try World.application(database)
            let first = try await application.perform(DropAnchor(), as: World.dan)
            let second = try await application.perform(DropAnchor(), as: World.dan)
            let exported = try await application.ask(ExportAnchors(), as: World.dan)
            #expect(exported == [first, second])
            try await database.tamper(
                """
                SET session_replication_role = replica;
                UPDATE audit.anchor SET events = 1 WHERE nth = 1; DELETE FROM audit.anchor WHERE nth = 2
                """
            )

            let outcome = try await application.perform(
                Audit(Town.schema(), anchors: [first, second, second.saying(events: 1)]),
                as: World.dan
            )

            #expect(
                outcome.faultsOfTheAnchors
                    == ["anchor_was_rewritten", "anchor_is_gone", "kept_anchor_was_altered"]
            )
        }
    }

    @Test func `an auditor alone may audit`() async throws {
        try await World.with { database in
            let application = try World.application(database)
            let failure = await #expect(throws: Failure.self) {
                try await application.perform(Audit(Town.schema()), as: World.ana)
            }

            guard case .forbidden = failure else {
                Issue.record("not forbidden: \(String(describing: failure))")
                return
            }
        }
    }
}

extension Audit.Outcome {
    /// Faults of the chained record by themselves, each once.
    var faultsOfTheRecord: [String] {
        Set(findings.filter { $0.check == "record_is_unbroken" }.map(\.fault)).sorted()
    }

    var faultsOfTheAnchors: [String] { findings.filter { $0.check == "anchors" }.map(\.fault) }
}

extension Anchor {
    fileprivate func saying(events count: Int64) -> Anchor {
        Anchor(
            organisation: organisation,
            nth: nth,
            at: at,
            micros: micros,
            chains: chains,
            events: count,
            root: root,
            previous: previous,
            hash: hash
        )
    }
}
