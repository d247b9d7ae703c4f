/// A way to rewrite history, as a superuser for whom no key and no trigger fires.
struct Tampering: Sendable, CustomStringConvertible {
    let description: String
    let sql: String
    /// What recomputing the chains finds, in the order of the alphabet.
    let foundInTheRecord: [String]
    /// What the anchor that was kept outside finds.
    let foundByTheAnchor: [String]

    static let all = [
        Tampering(
            description: "edit one event",
            sql:
                "UPDATE audit.event SET body = body || '{\"drives\": 9}' WHERE subject_id = 3 AND seq = 4 AND org_id = 1",
            foundInTheRecord: ["link_broken"],
            foundByTheAnchor: []
        ),
        Tampering(
            description: "edit one event and leave its hash",
            sql: """
                ALTER TABLE audit.event ALTER COLUMN hash DROP EXPRESSION;
                UPDATE audit.event SET body = body || '{"drives": 9}' WHERE subject_id = 3 AND seq = 4 AND org_id = 1
                """,
            foundInTheRecord: ["event_edited"],
            foundByTheAnchor: []
        ),
        Tampering(
            description: "delete an event in the middle",
            sql:
                "DELETE FROM audit.event WHERE subject = 'device' AND subject_id = 3 AND seq = 4 AND org_id = 1",
            foundInTheRecord: ["event_missing", "link_broken"],
            foundByTheAnchor: []
        ),
        Tampering(
            description: "delete the end of a chain",
            sql: "\(deleteTheEnd)",
            foundInTheRecord: ["head_differs"],
            foundByTheAnchor: ["history_was_changed"]
        ),
        Tampering(
            description: "delete the end of a chain and mend the head",
            sql: "\(deleteTheEnd); \(mendTheHeads)",
            foundInTheRecord: [],
            foundByTheAnchor: ["history_was_changed"]
        ),
        Tampering(
            description: "erase a whole device",
            sql: """
                DELETE FROM audit.event WHERE subject = 'device' AND subject_id = 13;
                DELETE FROM audit.chain WHERE subject = 'device' AND subject_id = 13;
                DELETE FROM core.device_step WHERE device_id = 13; DELETE FROM core.stay WHERE device_id = 13;
                DELETE FROM core.drive_slot WHERE device_id = 13; DELETE FROM core.clearance WHERE device_id = 13;
                DELETE FROM core.wipe WHERE device_id = 13; DELETE FROM core.device WHERE device_id = 13
                """,
            foundInTheRecord: [],
            foundByTheAnchor: ["history_was_changed"]
        ),
        Tampering(
            description: "rewrite a chain with fresh hashes",
            sql: """
                UPDATE audit.event SET name = 'receive' WHERE subject = 'device' AND subject_id = 3 AND seq = 4;
                DO $$
                BEGIN
                    FOR n IN 2 .. (SELECT max(seq) FROM audit.event WHERE subject = 'device' AND subject_id = 3) LOOP
                        UPDATE audit.event AS e SET prev_hash = b.hash FROM audit.event AS b
                         WHERE (e.subject, e.subject_id, e.seq) = ('device', 3, n) AND (b.subject, b.subject_id, b.seq) = ('device', 3, n - 1);
                    END LOOP;
                END $$;
                \(mendTheHeads)
                """,
            foundInTheRecord: [],
            foundByTheAnchor: ["history_was_changed"]
        ),
    ]

    private static let deleteTheEnd =
        "DELETE FROM audit.event WHERE subject = 'device' AND subject_id = 3 AND seq > 4 AND org_id = 1"

    private static let mendTheHeads = """
        UPDATE audit.chain AS c SET seq = e.seq, hash = e.hash, prev_hash = e.prev_hash, micros = e.micros
          FROM (SELECT DISTINCT ON (org_id, subject, subject_id) * FROM audit.event
                 ORDER BY org_id, subject, subject_id, seq DESC) AS e
         WHERE (c.org_id, c.subject, c.subject_id) = (e.org_id, e.subject, e.subject_id)
        """
}
