import Domain
public import Postgres

/// Counts of applications, with those that are erased.
public enum StatisticsStore {
    /// How the applications of a year ended, by outcome and by the size of the household.
    ///
    /// These are raw: whoever shows them hides the small ones first.
    public static func counts(
        of year: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> (outcomes: [String: Int], persons: [String: Int]) {
        let rows = try db.rows(
            """
            SELECT part, cell, sum(applications)::integer AS applications
              FROM (SELECT year, part, cell, applications FROM social.count_decisions(\(speaker.organisation), NULL)
                    UNION ALL
                    SELECT year, part, cell, applications FROM social.past_count) AS c
             WHERE year = \(Int16(clamping: year)) GROUP BY part, cell
            """
        )
        var outcomes: [String: Int] = [:]
        var persons: [String: Int] = [:]
        for row in rows {
            let cell: String = try row.decode("cell")
            let count = Int(try row.decode("applications", as: Int32.self))
            if try row.decode("part", as: String.self) == "outcome" {
                outcomes[cell] = count
            } else {
                persons[cell] = count
            }
        }
        return (outcomes, persons)
    }
}
