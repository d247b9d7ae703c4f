import Cluster

extension Attack {
    private static let batch = """
        INSERT INTO core.import_batch (org_id, batch_id, kind, file_sha256, donation_id, person_id, undone_at)
        VALUES (1, 900, 'devices', sha256('list'), 1, 1, now());
        """
    private static let undo = """
        INSERT INTO core.import_undo (org_id, batch_id, person_id, reason, withdrawn, restored) VALUES (1, 900, 1, 'wrong donor', 1, 0);
        """
    private static let mergeStep = """
        SELECT world.step_row(1, '{"step": "merge", "to_state": "merged", "evidence": "merge", "evidence_id": 900}');
        """

    private static func merge(_ number: Int, into survivor: Int) -> String {
        """
        INSERT INTO core.device_merge (org_id, merge_id, device_id, survivor_id, from_state, step_nth, person_id, reason)
        VALUES (1, \(number), 1, \(survivor), 'received', 2, 1, 'twins');
        """
    }

    /// Against undone imports and merged records.
    static let onMerging: [Attack] = [
        Attack(
            "an import undone after its machine moved on",
            on: [.constraint("import_moved_on")],
            batch + undo + """
                SELECT world.step(d, 'receive') FROM core.add_devices(1, 'laptop', 1, 'announce', NULL, NULL, NULL) AS d;
                SELECT world.step_row((SELECT max(device_id) FROM core.device),
                    '{"step": "withdraw", "to_state": "withdrawn", "evidence": "import_undo", "evidence_id": 900}')
                """
        ),
        Attack(
            "a machine withdrawn although its import stands",
            on: [.constraint("withdrawal_has_its_undo")],
            """
            SELECT world.step_row(1, '{"step": "withdraw", "to_state": "withdrawn", "evidence": "import_undo", "evidence_id": 900}')
            """
        ),
        Attack(
            "an import marked as undone and not undone",
            on: [.constraint("undone_import_has_its_undo")],
            batch
        ),
        Attack(
            "an import undone and not marked",
            on: [.constraint("undo_marks_its_import")],
            batch + "UPDATE core.import_batch SET undone_at = NULL WHERE batch_id = 900;" + undo
        ),
        Attack(
            "an import undone for no reason",
            on: [.constraint("undoing_has_its_reason")],
            batch + undo.replacing("'wrong donor'", with: "''")
        ),
        Attack(
            "an import marked as undone by the workshop's own login",
            as: .main,
            on: [.privilege],
            "UPDATE core.import_batch SET undone_at = now() WHERE batch_id < 0"
        ),
        Attack(
            "a machine merged away by nothing",
            on: [.constraint("merge_step_has_its_merge")],
            mergeStep
        ),
        Attack(
            "a merge that no step tells",
            on: [.constraint("merge_has_its_step")],
            merge(900, into: 11)
        ),
        Attack(
            "a machine merged into itself",
            on: [.constraint("merge_with_itself")],
            merge(900, into: 1) + mergeStep
        ),
        Attack(
            "a machine merged into two others",
            on: [.constraint("merged_once")],
            merge(900, into: 11) + merge(901, into: 12) + mergeStep
        ),
        Attack(
            "a split without who and why",
            on: [.constraint("split_is_told_whole")],
            merge(900, into: 11) + mergeStep
                + "UPDATE core.device_merge SET split_at = now() WHERE merge_id = 900"
        ),
        Attack(
            "an identifier lent by a merge that never was",
            on: [.constraint("identifier_came_with_a_merge")],
            """
            INSERT INTO core.identifier (org_id, device_id, kind, value, value_key, source, merge_id)
            VALUES (1, 1, 'serial', 'S', 'S', 'person', 900)
            """
        ),
        Attack(
            "a merge written by the workshop's own login",
            as: .main,
            on: [.privilege],
            "UPDATE core.device_merge SET split_at = now() WHERE merge_id < 0"
        ),
    ]
}
