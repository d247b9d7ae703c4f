import Cluster
import Domain
import Postgres
import Schema
import TestSupport
import Testing
import TownSupport

/// The map is read twice, by Swift and by PostgreSQL; on every pair of a state and a step they say the same.
@Suite struct MapAgreementTests {
    @Test func `Swift and PostgreSQL agree on every state and step`() async throws {
        let schema = try Town.schema()
        let map = try LifecycleMap(states: schema.states.text, steps: schema.steps.text)
        try await World.with { database in
            let db = try await database.connect(as: .superuser)
            try await db.leaveTheMapAlone()
            var pairs = map.states.flatMap { state in map.stepNames.map { (state.name, $0) } }
            // Random, so that no order of trying hides what another would show.
            pairs.shuffle()

            for (state, step) in pairs {
                let swift = try map.refusal(of: step, from: state) == nil
                let taken = map.steps.first { $0.from == state && $0.name == step }
                let any = map.steps.first { $0.name == step }
                let to = try #require(taken?.to ?? any?.to)
                let evidence = try #require(taken?.evidence ?? any?.evidence)
                let verdict = try await db.accepts(
                    state.rawValue,
                    step.rawValue,
                    to.rawValue,
                    evidence.rawValue
                )

                #expect(verdict == swift, "\(state) \(step)")
            }
        }
    }
}

extension Connection {
    /// Leaves of all walls around a step only the map's.
    fileprivate func leaveTheMapAlone() throws {
        try script(
            """
            ALTER TABLE core.device_step DROP CONSTRAINT step_follows_history, DROP CONSTRAINT history_starts_at_the_start,
                DROP CONSTRAINT step_is_in_a_stay, DROP CONSTRAINT graded_step_has_its_grade, DROP CONSTRAINT failed_step_has_its_attempt,
                DROP CONSTRAINT shelved_step_has_its_offer, DROP CONSTRAINT reserved_step_has_its_reservation,
                DROP CONSTRAINT sold_step_has_its_sale, DROP CONSTRAINT placed_step_has_its_placement,
                DROP CONSTRAINT returned_step_has_its_return, DROP CONSTRAINT disposed_step_has_its_shipment,
                DROP CONSTRAINT import_moved_on, DROP CONSTRAINT withdrawal_has_its_undo, DROP CONSTRAINT merge_step_has_its_merge
            """
        )
    }

    /// True unless the map refuses a step out of a state.
    ///
    /// - Throws: What any other wall says.
    fileprivate func accepts(
        _ from: String,
        _ step: String,
        _ to: String,
        _ evidence: String
    ) throws -> Bool {
        begin()
        defer { rollback() }
        let id: Int64? = ["none", "reason"].contains(evidence) ? nil : 1
        do throws(PostgresError) {
            try execute(
                """
                INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, evidence_id, reason, stay, person_id)
                VALUES (1, 900, 1, \(from), \(step), \(to), \(evidence), \(id), 'because', 1, 1)
                """
            )
            return true
        } catch {
            guard error.constraintName == "step_not_on_map" else { throw error }
            return false
        }
    }
}
