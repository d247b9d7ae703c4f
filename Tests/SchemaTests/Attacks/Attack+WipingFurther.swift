extension Attack {
    /// Against the proof that every drive is clean (guarantees I1).
    static let onWipingFurther: [Attack] = [
        Attack(
            "an accepted wipe with a verification error",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"verify_errors": 1}')
            """#
        ),
        Attack(
            "an accepted wipe with a pass error",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"pass_errors": 1}')
            """#
        ),
        Attack(
            "an accepted wipe with a sync error",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"sync_errors": 1}')
            """#
        ),
        Attack(
            "an accepted wipe without all its rounds",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"rounds_done": 1, "rounds_asked": 3}')
            """#
        ),
        Attack(
            "an accepted wipe that nobody verified",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"verified": "none"}')
            """#
        ),
        Attack(
            "an accepted wipe with hidden sectors",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"hidden_sectors": "found"}')
            """#
        ),
        Attack(
            "an accepted wipe with hidden sectors that nobody looked for",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"hidden_sectors": "unknown"}')
            """#
        ),
        Attack(
            "an accepted wipe by a method below the policy",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"method": "ata_secure_erase", "level": 1}')
            """#
        ),
        Attack(
            "an accepted wipe by a method that reaches nothing",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"method": "overwrite_1", "level": 0, "policy_level": 2}')
            """#
        ),
        Attack(
            "an accepted wipe below what the donor asked",
            on: [.constraint("wipe_not_accepted")],
            #"""
            SELECT world.wipe_row(12, 2, '{"donor_level": 3}')
            """#
        ),
        Attack(
            "a method said to reach more than it does",
            on: [.constraint("method_reaches_its_level")],
            #"""
            SELECT world.wipe_row(12, 2, '{"method": "ata_secure_erase"}')
            """#
        ),
        Attack(
            "a policy said to ask less than it does",
            on: [.constraint("policy_asks_its_level")],
            #"""
            SELECT world.wipe_row(12, 2, '{"method": "ata_secure_erase", "level": 1, "policy_level": 1}')
            """#
        ),
        Attack(
            "a wipe older than the stay",
            on: [.constraint("wipe_ended_before_arrival")],
            #"""
            SELECT world.wipe_row(12, 2, '{"finished_at": "2020-01-01"}')
            """#
        ),
        Attack(
            "a wipe that ended before its drive, known from elsewhere, was counted here",
            on: [.constraint("wipe_ended_before_count")],
            #"""
            UPDATE core.drive_slot SET provable_from = now() + interval '1 hour' WHERE device_id = 12 AND slot = 2;
            SELECT world.wipe_row(12, 2, jsonb_build_object('provable_from', now() + interval '1 hour'))
            """#
        ),
        Attack(
            "a wipe that says its drive was counted sooner",
            on: [.constraint("wipe_knows_since_when")],
            #"""
            UPDATE core.drive_slot SET provable_from = now() + interval '1 hour' WHERE device_id = 12 AND slot = 2;
            SELECT world.wipe_row(12, 2, '{}')
            """#
        ),
        Attack(
            "a report of a tool that nobody kept",
            on: [.constraint("tool_report_is_kept")],
            #"""
            SELECT world.wipe_row(12, 2, '{"source": "nwipe"}')
            """#
        ),
        Attack(
            "a report that is in no file",
            on: [.constraint("wipe_has_its_evidence")],
            #"""
            SELECT world.wipe_row(12, 2, jsonb_build_object('evidence_sha256', sha256('lost')))
            """#
        ),
        Attack(
            "a file under the hash of another",
            on: [.constraint("file_is_its_hash")],
            #"""
            INSERT INTO core.evidence_file (org_id, sha256, media_type, bytes) VALUES (1, sha256('one'), 'text/plain', 'two')
            """#
        ),
        Attack(
            "a fourth attempt",
            on: [.constraint("wipe_attempts_exhausted")],
            #"""
            SELECT world.wipe_row(12, 2, jsonb_build_object('attempt', n, 'accepted', false)) FROM generate_series(1, 4) AS n
            """#
        ),
        Attack(
            "a second attempt without the first",
            on: [.constraint("attempts_have_no_gap")],
            #"""
            SELECT world.wipe_row(12, 2, '{"attempt": 2}')
            """#
        ),
        Attack(
            "the first attempt once more",
            on: [.constraint("attempt_once")],
            #"""
            SELECT world.wipe_row(12, 1, '{}')
            """#
        ),
        Attack(
            "an attempt more out of the same report",
            on: [.constraint("report_tells_once")],
            #"""
            INSERT INTO core.evidence_file (org_id, sha256, media_type, bytes) VALUES (1, sha256('told twice'), 'text/plain', 'told twice');
            SELECT world.wipe_row(12, 2, jsonb_build_object('source', 'nwipe', 'attempt', n, 'accepted', false,
                       'evidence_sha256', sha256('told twice'), 'finished_at', now()))
              FROM generate_series(1, 2) AS n
            """#
        ),
        Attack(
            "an attempt that a log tells again, grown meanwhile",
            on: [.constraint("report_tells_once")],
            #"""
            INSERT INTO core.evidence_file (org_id, sha256, media_type, bytes)
            SELECT 1, sha256(context.bytes('log ' || n)), 'text/plain', context.bytes('log ' || n) FROM generate_series(1, 2) AS n;
            SELECT world.wipe_row(12, 2, jsonb_build_object('source', 'nwipe', 'attempt', n, 'accepted', false,
                       'evidence_sha256', sha256(context.bytes('log ' || n)), 'finished_at', now()))
              FROM generate_series(1, 2) AS n
            """#
        ),
        Attack(
            "a medium said to be another",
            on: [.constraint("wipe_is_of_that_medium")],
            #"""
            SELECT world.wipe_row(12, 2, '{"media_kind": "hdd", "method": "overwrite_1", "level": 1, "policy_level": 1}')
            """#
        ),
        Attack(
            "a wipe of a drive that nobody counted",
            on: [
                .constraint("wipe_is_of_a_counted_drive"), .constraint("wipe_knows_since_when"),
                .constraint("wipe_is_of_that_medium"),
            ],
            #"""
            SELECT world.wipe_row(12, 2, jsonb_build_object('drive_id', world.drive()))
            """#
        ),
        Attack(
            "a check by the person who wiped",
            on: [.constraint("needs_other_person")],
            #"""
            INSERT INTO core.wipe_check (org_id, wipe_id, operator_id, verifier_id, passed, tool) VALUES (1, 1, 1, 1, true, 'hexdump')
            """#
        ),
        Attack(
            "a check that names another operator",
            on: [.constraint("check_names_the_operator")],
            #"""
            INSERT INTO core.wipe_check (org_id, wipe_id, operator_id, verifier_id, passed, tool) VALUES (1, 1, 2, 1, true, 'hexdump')
            """#
        ),
        Attack(
            "a second open stay",
            on: [.constraint("one_open_stay")],
            #"""
            INSERT INTO core.stay (org_id, device_id, stay, opened_by, donation_id, origin_class, origin_regime) VALUES (1, 3, 2, 'return', 1, 'individual', 'private')
            """#
        ),
        Attack(
            "a stay with none before it",
            on: [.constraint("stays_have_no_gap")],
            #"""
            INSERT INTO core.stay (org_id, device_id, stay, opened_by, donation_id, origin_class, origin_regime, closed_at)
            VALUES (1, 3, 3, 'return', 1, 'individual', 'private', clock_timestamp() + interval '1 hour')
            """#
        ),
        Attack(
            "a device back in an earlier stay, whose proofs hold",
            on: [.constraint("device_is_in_its_open_stay")],
            #"""
            UPDATE core.device SET stay = 1, drive_count = 1 WHERE device_id = 7; SELECT world.step(7, 'triage'), world.start_test_by_hand(7)
            """#
        ),
        Attack(
            "the stay of a machine in the house closed",
            on: [.constraint("device_is_in_its_open_stay")],
            #"""
            UPDATE core.stay SET closed_at = clock_timestamp() WHERE device_id = 1
            """#
        ),
        Attack(
            "a stay under an easier origin than its donation",
            on: [.constraint("stay_is_of_its_donation")],
            #"""
            UPDATE core.stay SET origin_regime = 'private' WHERE device_id = 2;
            UPDATE core.stay SET origin_class = 'business' WHERE device_id = 2
            """#
        ),
        Attack(
            "a drive among the parts",
            on: [.constraint("storage_is_no_part")],
            #"""
            INSERT INTO core.component (org_id, kind, device_id) VALUES (1, 'Disque dur 500 Go', 2)
            """#
        ),
        Attack(
            "drives counted as parts",
            on: [.constraint("storage_is_not_counted_as_part")],
            #"""
            INSERT INTO core.counted_part (org_id, part, on_hand) VALUES (1, 'SSD 256 Go', 3)
            """#
        ),
        Attack(
            "a tablet that is said to hold nothing",
            on: [.constraint("storage_holds_a_drive")],
            #"""
            UPDATE core.device SET kind = 'tablet' WHERE device_id = 4
            """#
        ),
    ]
}
