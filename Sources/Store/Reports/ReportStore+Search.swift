import Postgres

extension ReportStore {
    /// Machines on which every word of a text stands, in the order of their numbers; on the first page, when there are none, at
    /// most 50 that are called nearly so, the most alike first.
    ///
    /// What is nearly so is looked for among the models, which are few, and among the numbers that begin or end as the text
    /// does: to compare every machine with a text would take ten times as long. A word of three letters is like too much.
    static func devices(
        named text: String,
        _ filter: DeviceFilter,
        after: Int64,
        limit: Int,
        _ speaker: Speaker
    ) -> Reading<[DeviceLine]> {
        .list(
            """
            WITH eligible AS NOT MATERIALIZED (SELECT f.* FROM report.found_device AS f
                     WHERE f.org_id = \(speaker.organisation) AND f.device_id > \(after)
                       AND (\(filter.state)::text IS NULL OR f.state = \(filter.state)::text)
                       AND (\(filter.kind)::text IS NULL OR f.kind = \(filter.kind)::text)
                       AND (\(filter.place)::integer IS NULL OR f.place_id = \(filter.place)::integer)),
                 found AS MATERIALIZED (SELECT f.device_id FROM eligible AS f
                     WHERE f.searchable ILIKE ALL (\(filter.patterns)::text[]) ORDER BY f.device_id LIMIT 200),
                 asked AS (SELECT lower(\(text)) AS words
                     WHERE \(after) = 0 AND char_length(\(text)) > 3 AND NOT EXISTS (SELECT FROM found)),
                 model AS MATERIALIZED (SELECT m.maker, m.model, m.likeness
                      FROM (SELECT d.maker, d.model, word_similarity(a.words, d.maker || ' ' || d.model) AS likeness
                              FROM asked AS a, (SELECT DISTINCT coalesce(f.maker, '') AS maker, coalesce(f.model, '') AS model
                                                  FROM eligible AS f) AS d) AS m
                     WHERE m.likeness > 0.4 ORDER BY m.likeness DESC, m.maker, m.model LIMIT 20),
                 numbered AS (SELECT f.device_id, similarity(a.words, n.number) AS likeness
                      FROM asked AS a, eligible AS f, LATERAL (VALUES (f.serial), (f.external_ref)) AS n (number)
                     WHERE left(lower(n.number), 3) = left(a.words, 3) OR right(lower(n.number), 3) = right(a.words, 3)),
                 near AS (SELECT n.device_id, max(n.likeness) AS likeness
                      FROM (SELECT f.device_id, m.likeness FROM eligible AS f
                              JOIN model AS m ON m.maker = coalesce(f.maker, '') AND m.model = coalesce(f.model, '')
                            UNION ALL SELECT * FROM numbered WHERE likeness > 0.4) AS n
                     GROUP BY n.device_id ORDER BY likeness DESC, n.device_id LIMIT 50),
                 page AS (SELECT f.device_id, NULL::integer AS likeness FROM found AS f
                          UNION ALL SELECT n.device_id, round(100 * n.likeness)::integer FROM near AS n)
            SELECT l.device_id, l.kind, l.maker, l.model, l.serial, l.state, l.place, l.donation_id, l.grade, l.flags_up, l.since,
                   p.likeness
              FROM (SELECT * FROM page ORDER BY likeness DESC NULLS LAST, device_id LIMIT \(Int64(limit))) AS p
              JOIN report.device_line AS l ON l.org_id = \(speaker.organisation) AND l.device_id = p.device_id
             ORDER BY p.likeness DESC NULLS LAST, l.device_id
            """
        ) { (row) throws(PostgresError) in
            try DeviceLine(row, likeness: row.decode("likeness"))
        }
    }
}
