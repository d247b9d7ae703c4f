public import Postgres

/// How a source writes its lists, kept under a name for the next time.
public enum ImportMappingStore {
    /// Lists of one kind, and on whose side their mappings are kept.
    public enum Shelf: Sendable, Hashable {
        /// Of the workshop, by the kind of list.
        case main(String)
        /// Of the social services, which the workshop cannot read.
        case social(String)
    }

    /// Keeps a mapping of lists of a kind; one of that name is replaced.
    public static func save(
        _ mapping: some Encodable,
        on shelf: Shelf,
        as name: String,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        let json = SentJSON.text(mapping)
        switch shelf {
        case .main(let list):
            try db.execute(
                """
                INSERT INTO core.import_mapping (org_id, kind, name, mapping)
                VALUES (\(speaker.organisation), \(list), \(name), \(json)::jsonb)
                ON CONFLICT ON CONSTRAINT mapping_key DO UPDATE SET mapping = excluded.mapping, saved_at = clock_timestamp()
                """
            )
        case .social(let list):
            try db.execute(
                """
                INSERT INTO social.import_mapping (org_id, kind, name, mapping)
                VALUES (\(speaker.organisation), \(list), \(name), \(json)::jsonb)
                ON CONFLICT ON CONSTRAINT household_mapping_key
                    DO UPDATE SET mapping = excluded.mapping, saved_at = clock_timestamp()
                """
            )
        }
    }

    /// Names by the alphabet, at most `limit`.
    public static func names(
        on shelf: Shelf,
        limit: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [String] {
        let query: Query =
            switch shelf {
            case .main(let list):
                """
                SELECT name FROM core.import_mapping
                 WHERE org_id = \(speaker.organisation) AND kind = \(list) ORDER BY name LIMIT \(limit)
                """
            case .social(let list):
                """
                SELECT name FROM social.import_mapping
                 WHERE org_id = \(speaker.organisation) AND kind = \(list) ORDER BY name LIMIT \(limit)
                """
            }
        var names: [String] = []
        for row in try db.rows(query) { names.append(try row.decode("name")) }
        return names
    }

    /// The mapping of a name as JSON; nil when there is none.
    public static func mapping(
        _ name: String,
        on shelf: Shelf,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        let query: Query =
            switch shelf {
            case .main(let list):
                """
                SELECT mapping::text AS mapping FROM core.import_mapping
                 WHERE org_id = \(speaker.organisation) AND kind = \(list) AND name = \(name)
                """
            case .social(let list):
                """
                SELECT mapping::text AS mapping FROM social.import_mapping
                 WHERE org_id = \(speaker.organisation) AND kind = \(list) AND name = \(name)
                """
            }
        return try db.optionalRow(query)?.decode("mapping")
    }
}
