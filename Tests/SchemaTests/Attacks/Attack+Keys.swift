import Cluster

extension Attack {
    /// Against keys that act once, the chained record, and the giving of roles (guarantees I6, I8, I9).
    static let onKeys: [Attack] = [
        Attack(
            "the same key twice",
            as: .main,
            on: [.constraint("idempotency_key")],
            #"""
            INSERT INTO core.idempotency (org_id, key, command, content_sha256, person_id) SELECT 1, 'k', 'sell', sha256('a'), 1 FROM generate_series(1, 2)
            """#
        ),
        Attack(
            "a key without end",
            as: .main,
            on: [.constraint("key_is_bounded")],
            #"""
            INSERT INTO core.idempotency (org_id, key, command, content_sha256, person_id) VALUES (1, repeat('k', 256), 'sell', sha256('a'), 1)
            """#
        ),
        Attack(
            "the same file twice",
            as: .main,
            on: [.constraint("same_file_once")],
            #"""
            INSERT INTO core.import_batch (org_id, kind, file_sha256, person_id) VALUES (1, 'devices', sha256('one'), 1)
            """#
        ),
        Attack(
            "an event left out",
            on: [.constraint("events_have_no_gap")],
            #"""
            INSERT INTO audit.event (org_id, subject, subject_id, seq, micros, person_id, name, body, prev_hash) VALUES (1, 'device', 1, 3, 1, 1, 'x', '{}', sha256('x'))
            """#
        ),
        Attack(
            "a first event that follows something",
            on: [.constraint("first_event_follows_nothing")],
            #"""
            INSERT INTO audit.event (org_id, subject, subject_id, seq, micros, person_id, name, body, prev_hash) VALUES (1, 'ghost', 1, 1, 1, 1, 'x', '{}', sha256('x'))
            """#
        ),
        Attack(
            "an event whose words could be read as others",
            on: [.constraint("event_words_are_plain")],
            #"""
            INSERT INTO audit.event (org_id, subject, subject_id, seq, micros, person_id, name, body, prev_hash) VALUES (1, 'ghost', 1, 1, 1, 1, 'x:y', '{}', '\x')
            """#
        ),
        Attack(
            "an anchor that follows nothing known",
            on: [.constraint("first_anchor_follows_nothing")],
            #"""
            INSERT INTO audit.anchor (org_id, nth, micros, chains, events, root, prev_hash) VALUES (1, 1, 0, 0, 0, '\x', sha256('x'))
            """#
        ),
        Attack(
            "an anchor left out",
            on: [.constraint("anchors_have_no_gap"), .constraint("anchor_continues_the_chain")],
            #"""
            INSERT INTO audit.anchor (org_id, nth, micros, chains, events, root, prev_hash) VALUES (1, 5, 0, 0, 0, '\x', '\x')
            """#
        ),
        Attack(
            "a role that a person gives to himself",
            as: .main,
            on: [.constraint("nobody_grants_to_himself")],
            #"""
            INSERT INTO core.person_role (org_id, person_id, role, granted_by) VALUES (1, 1, 'admin', 1)
            """#
        ),
        Attack(
            "a role that nobody gave",
            as: .main,
            on: [.policy("roles_are_given_by_who_speaks", of: "core.person_role")],
            #"""
            INSERT INTO core.person_role (org_id, person_id, role) VALUES (1, 1, 'admin')
            """#
        ),
        Attack(
            "a role in the name of another",
            as: .main,
            on: [.policy("roles_are_given_by_who_speaks", of: "core.person_role")],
            #"""
            INSERT INTO core.person_role (org_id, person_id, role, granted_by) VALUES (1, 1, 'admin', 4)
            """#
        ),
        Attack(
            "a role held twice at once",
            as: .main,
            on: [.constraint("role_held_once_at_a_time")],
            #"""
            INSERT INTO core.person_role (org_id, person_id, role, granted_by) SELECT 1, 2, 'auditor', 1 FROM generate_series(1, 2)
            """#
        ),
        Attack(
            "two rules for one day",
            as: .main,
            on: [.constraint("one_rule_a_day")],
            #"""
            INSERT INTO core.rule_version (org_id, kind, name, during) VALUES (1, 'price_grid', 'G2', '[2026-01-01,)')
            """#
        ),
    ]
}
