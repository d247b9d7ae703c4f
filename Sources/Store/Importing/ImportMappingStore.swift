public import Postgres

/// How a source writes its lists, kept under a name for the next time.
public enum ImportMappingStore {
    /// Keeps a mapping; one of that name is replaced.
    public static func save(
        _ mapping: some Encodable,
        as name: String,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO core.import_mapping (org_id, kind, name, mapping)
            VALUES (\(speaker.organisation), 'devices', \(name), \(SentJSON.text(mapping))::jsonb)
            ON CONFLICT ON CONSTRAINT mapping_key DO UPDATE SET mapping = excluded.mapping, saved_at = clock_timestamp()
            """
        )
    }

    /// Names and mappings as JSON, by name; those after `after`, at most `limit`.
    public static func mappings(
        after: String?,
        limit: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [(name: String, json: String)] {
        var mappings: [(name: String, json: String)] = []
        let rows = try db.rows(
            """
            SELECT name, mapping::text AS mapping FROM core.import_mapping
             WHERE org_id = \(speaker.organisation) AND kind = 'devices' AND name > \(after ?? "")
             ORDER BY name LIMIT \(limit)
            """
        )
        for row in rows {
            mappings.append((name: try row.decode("name"), json: try row.decode("mapping")))
        }
        return mappings
    }

    /// The mapping of a name as JSON; nil when there is none.
    public static func mapping(
        _ name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.optionalRow(
            """
            SELECT mapping::text AS mapping FROM core.import_mapping
             WHERE org_id = \(speaker.organisation) AND kind = 'devices' AND name = \(name)
            """
        )?.decode("mapping")
    }
}
