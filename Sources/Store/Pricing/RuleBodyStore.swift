public import Domain
public import Postgres

/// Rules that are one value: a pack of eligibility, the order of a waiting list, a table of grades.
public enum RuleBodyStore {
    /// Keeps the JSON of a rule that was just published.
    public static func add(
        _ json: String,
        of kind: RuleStore.Kind,
        named name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO core.rule_body (org_id, rule_kind, rule, body)
            VALUES (\(speaker.organisation), \(kind.rawValue), \(name), \(json)::jsonb)
            """
        )
    }

    /// The JSON of the rule in force on a day; nil when none is published.
    public static func body(
        of kind: RuleStore.Kind,
        on day: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.optionalRow(
            """
            SELECT b.body::text AS body FROM core.rule_version AS r
              JOIN core.rule_body AS b ON b.org_id = r.org_id AND b.rule_kind = r.kind AND b.rule = r.name
             WHERE r.org_id = \(speaker.organisation) AND r.kind = \(kind.rawValue) AND \(day.iso)::date <@ r.during
            """
        )?.decode("body")
    }
}
