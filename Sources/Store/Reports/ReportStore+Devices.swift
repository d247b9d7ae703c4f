public import Postgres

extension ReportStore {
    /// Machines in the order of their numbers, after one of them.
    ///
    /// First which, then what is told of these: joined at once, the histories of all machines before the page would be read.
    public static func devices(
        _ filter: DeviceFilter,
        after: Int64?,
        limit: Int,
        _ speaker: Speaker
    ) -> Reading<[DeviceLine]> {
        precondition(limit <= 200, "no page is longer than 200 lines")
        if filter.donation == nil, let text = filter.text {
            return devices(named: text, filter, after: after ?? 0, limit: limit, speaker)
        }
        return .list(page(filter, after: after ?? 0, limit: limit, speaker.organisation)) {
            (row) throws(PostgresError) in try DeviceLine(row)
        }
    }

    /// A machine, or the one that its record was merged into; nil without either.
    ///
    /// Which one is settled before the line is looked for (`OFFSET 0`): behind the policies of the tables an expression of a
    /// statement inside finds no index.
    public static func device(_ number: Int64, _ speaker: Speaker) -> Reading<DeviceLine?> {
        .optional(
            """
            SELECT l.device_id, l.kind, l.maker, l.model, l.serial, l.state, l.place, l.donation_id, l.grade, l.flags_up, l.since
              FROM (SELECT coalesce((SELECT m.survivor_id FROM core.device_merge AS m
                            WHERE m.org_id = \(speaker.organisation) AND m.device_id = \(number) AND m.split_at IS NULL), \(number))
                        AS device_id OFFSET 0) AS named
              JOIN report.device_line AS l ON l.org_id = \(speaker.organisation) AND l.device_id = named.device_id
            """
        ) { (row) throws(PostgresError) in try DeviceLine(row) }
    }

    /// From the end that the filter makes the shortest way: a donation's machines, or all in order.
    ///
    /// The limit that is written out is the longest page there is, so that one plan is good for every page: a limit that arrives
    /// as a value is guessed to be a tenth of all machines, and the statement was planned anew each time instead. The page of
    /// all has no filters to be guessed either.
    private static func page(
        _ filter: DeviceFilter,
        after: Int64,
        limit: Int,
        _ organisation: Int32
    ) -> Query {
        if filter.donation != nil {
            """
            SELECT l.device_id, l.kind, l.maker, l.model, l.serial, l.state, l.place, l.donation_id, l.grade, l.flags_up, l.since
              FROM (SELECT * FROM (SELECT f.org_id, f.device_id FROM core.stay AS y
                      JOIN report.found_device AS f ON f.org_id = y.org_id AND f.device_id = y.device_id AND f.stay = y.stay
                     WHERE y.org_id = \(organisation) AND y.donation_id = \(filter.donation) AND y.device_id > \(after)
                       AND f.searchable ILIKE ALL (\(filter.patterns)::text[])
                       AND (\(filter.state)::text IS NULL OR f.state = \(filter.state)::text)
                       AND (\(filter.kind)::text IS NULL OR f.kind = \(filter.kind)::text)
                       AND (\(filter.place)::integer IS NULL OR f.place_id = \(filter.place)::integer)
                     ORDER BY y.device_id LIMIT 200) AS found LIMIT \(Int64(limit))) AS page
              JOIN report.device_line AS l ON l.org_id = page.org_id AND l.device_id = page.device_id ORDER BY l.device_id
            """
        } else if filter.isEmpty {
            """
            SELECT l.device_id, l.kind, l.maker, l.model, l.serial, l.state, l.place, l.donation_id, l.grade, l.flags_up, l.since
              FROM (SELECT * FROM (SELECT f.org_id, f.device_id FROM report.found_device AS f
                     WHERE f.org_id = \(organisation) AND f.device_id > \(after)
                     ORDER BY f.device_id LIMIT 200) AS found LIMIT \(Int64(limit))) AS page
              JOIN report.device_line AS l ON l.org_id = page.org_id AND l.device_id = page.device_id ORDER BY l.device_id
            """
        } else {
            """
            SELECT l.device_id, l.kind, l.maker, l.model, l.serial, l.state, l.place, l.donation_id, l.grade, l.flags_up, l.since
              FROM (SELECT * FROM (SELECT f.org_id, f.device_id FROM report.found_device AS f
                     WHERE f.org_id = \(organisation) AND f.device_id > \(after)
                       AND (\(filter.state)::text IS NULL OR f.state = \(filter.state)::text)
                       AND (\(filter.kind)::text IS NULL OR f.kind = \(filter.kind)::text)
                       AND (\(filter.place)::integer IS NULL OR f.place_id = \(filter.place)::integer)
                     ORDER BY f.device_id LIMIT 200) AS found LIMIT \(Int64(limit))) AS page
              JOIN report.device_line AS l ON l.org_id = page.org_id AND l.device_id = page.device_id ORDER BY l.device_id
            """
        }
    }
}
