import Cluster

extension Attack {
    /// Across organisations (guarantees I10).
    static let onNeighbours: [Attack] = [
        Attack(
            "a gift of the neighbours' donor",
            as: .main,
            on: [.constraint("donation_is_of_a_donor")],
            #"""
            INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class) VALUES (1, 90, 'individual', 'private', 'individual')
            """#
        ),
        Attack(
            "a step by a person of the neighbours",
            on: [.constraint("step_is_by_a_person")],
            #"""
            SELECT world.step_row(1, '{"step": "triage", "to_state": "triaged", "person_id": 5}')
            """#
        ),
        Attack(
            "a flag on a machine of the neighbours",
            on: [.constraint("flag_is_of_a_device")],
            #"""
            SELECT world.add('core.blocking_flag', '{"device_id": 14, "kind": "recall", "note": "x", "raised_by": 1}')
            """#
        ),
        Attack(
            "a reservation of a machine of the neighbours",
            on: [.constraint("reservation_is_of_a_device")],
            #"""
            SELECT world.add('core.reservation', jsonb_build_object('device_id', 14, 'voucher_id', 1, 'during', tstzrange(now(), now() + interval '1 day')))
            """#
        ),
        Attack(
            "a part that comes from a machine of the neighbours",
            on: [.constraint("component_comes_from_a_device")],
            #"""
            SELECT world.add('core.component', '{"kind": "ram", "origin_device_id": 14, "condition": "working", "facts": {}}')
            """#
        ),
        Attack(
            "a stay under the neighbours' donation",
            on: [.constraint("stay_is_of_its_donation")],
            #"""
            UPDATE core.stay SET donation_id = 90 WHERE device_id = 1
            """#
        ),
    ]
}
