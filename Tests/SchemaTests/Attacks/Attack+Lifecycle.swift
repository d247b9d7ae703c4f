extension Attack {
    /// Against the map of a device's life and its history.
    static let onLifecycle: [Attack] = [
        Attack(
            "a step that is not on the map",
            on: [.constraint("step_not_on_map")],
            #"""
            SELECT world.step_row(1, '{"step": "repair", "to_state": "testing"}')
            """#
        ),
        Attack(
            "a step of the map without the evidence that the map asks",
            on: [.constraint("step_not_on_map")],
            #"""
            SELECT world.step_row(3, '{"step": "sell", "to_state": "sold"}')
            """#
        ),
        Attack(
            "a history that starts in the middle",
            on: [.constraint("history_starts_at_the_start")],
            #"""
            INSERT INTO core.device (org_id, device_id, kind, stay, state, clean, step_nth) VALUES (1, 500, 'laptop', 1, 'wipe_pending', false, 1);
            INSERT INTO core.stay (org_id, device_id, stay, opened_by, donation_id, origin_class, origin_regime) VALUES (1, 500, 1, 'donation', 1, 'individual', 'private');
            INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, stay, person_id)
            VALUES (1, 500, 1, 'triaged', 'send_to_wipe', 'wipe_pending', 'none', 1, 1)
            """#
        ),
        Attack(
            "a step from a state in which the device is not",
            on: [.constraint("step_follows_history")],
            #"""
            SELECT world.step_row(1, '{"from_state": "triaged", "step": "send_to_wipe", "to_state": "wipe_pending"}')
            """#
        ),
        Attack(
            "a history with a gap",
            on: [.constraint("step_follows_history")],
            #"""
            SELECT world.step_row(1, '{"nth": 3, "step": "triage", "to_state": "triaged"}')
            """#
        ),
        Attack(
            "the same step sent twice",
            on: [.constraint("moved_meanwhile")],
            #"""
            SELECT world.step_row(1, '{"nth": 1, "from_state": "new", "step": "announce", "to_state": "announced"}')
            """#
        ),
        Attack(
            "a step whose evidence is missing",
            on: [.constraint("evidence_missing")],
            #"""
            SELECT world.step_row(3, '{"step": "sell", "to_state": "sold", "evidence": "sale"}')
            """#
        ),
        Attack(
            "a step with evidence where none belongs",
            on: [.constraint("evidence_missing")],
            #"""
            SELECT world.step_row(1, '{"step": "triage", "to_state": "triaged", "evidence_id": 1}')
            """#
        ),
        Attack(
            "a reason left empty",
            on: [.constraint("reason_missing")],
            #"""
            SELECT world.step_row(1, '{"step": "quarantine", "to_state": "quarantined", "evidence": "reason", "reason": ""}')
            """#
        ),
        Attack(
            "the sale of another device as evidence",
            on: [.constraint("sold_step_has_its_sale")],
            #"""
            SELECT world.step_row(3, '{"step": "sell", "to_state": "sold", "evidence": "sale", "evidence_id": 1}')
            """#
        ),
        Attack(
            "the grade of another device as evidence",
            on: [.constraint("graded_step_has_its_grade")],
            #"""
            SELECT world.step_row(13, '{"step": "grade", "to_state": "graded", "evidence": "grade", "evidence_id": 1}')
            """#
        ),
        Attack(
            "the wipe attempt of another device as evidence",
            on: [.constraint("failed_step_has_its_attempt")],
            #"""
            SELECT world.step_row(12, '{"step": "record_wipe_failed", "to_state": "wipe_failed", "evidence": "wipe_attempt", "evidence_id": 1}')
            """#
        ),
        Attack(
            "the offer of another device as evidence",
            on: [.constraint("shelved_step_has_its_offer")],
            #"""
            SELECT core.record_grade(13, 'B', 'used', 'GRADE-2026-1', '{}', '[]', '{}');
            SELECT world.step_row(13, '{"step": "shelve", "to_state": "in_stock", "evidence": "price", "evidence_id": 1}')
            """#
        ),
        Attack(
            "the reservation of another device as evidence",
            on: [.constraint("reserved_step_has_its_reservation")],
            #"""
            SELECT world.step_row(3, '{"step": "reserve", "to_state": "reserved", "evidence": "reservation", "evidence_id": 1}')
            """#
        ),
        Attack(
            "the placement of another device as evidence",
            on: [.constraint("placed_step_has_its_placement")],
            #"""
            SELECT world.step_row(3, '{"step": "place", "to_state": "placed", "evidence": "placement", "evidence_id": 1}')
            """#
        ),
        Attack(
            "the return of another device as evidence",
            on: [.constraint("returned_step_has_its_return")],
            #"""
            SELECT world.step_row(5, '{"step": "take_back", "to_state": "returned_by_buyer", "evidence": "return", "evidence_id": 1}')
            """#
        ),
        Attack(
            "a shipment that does not exist",
            on: [.constraint("disposed_step_has_its_shipment")],
            #"""
            SELECT world.step(4, 'set_for_disposal');
            SELECT world.step_row(4, '{"step": "dispose", "to_state": "disposed", "evidence": "shipment", "evidence_id": 999}')
            """#
        ),
        Attack(
            "a step in a stay that never was",
            on: [.constraint("step_is_in_a_stay")],
            #"""
            SELECT world.step_row(1, '{"step": "triage", "to_state": "triaged", "stay": 9}')
            """#
        ),
        Attack(
            "a state that no step led to",
            on: [.constraint("state_is_the_last_step")],
            #"""
            UPDATE core.device SET state = 'sold' WHERE device_id = 3
            """#
        ),
        Attack(
            "a clean state said to be unclean, to escape its guards",
            on: [.constraint("state_is_on_the_map")],
            #"""
            UPDATE core.device SET clean = false WHERE device_id = 5
            """#
        ),
        Attack(
            "a machine with a flag up on the shelf",
            on: [.constraint("blocked_by_flag")],
            #"""
            SELECT core.raise_flag(3, 'recall', 'battery')
            """#
        ),
        Attack(
            "fewer than no flags",
            on: [.constraint("flags_are_counted_up")],
            #"""
            UPDATE core.device SET flags_up = -1 WHERE device_id = 1
            """#
        ),
    ]
}
