import Domain
public import Postgres

extension EventStore {
    /// Events after a place, up to the earliest instant under which somebody may still be writing.
    ///
    /// Newest first, they are those before the place, or from that instant on backwards. In a transaction of one snapshot for each
    /// statement: what is committed between the two statements is seen.
    public static func settled(
        after place: Place?,
        matching filter: Filter = Filter(),
        newestFirst: Bool = false,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Event] {
        let bounds = try bounds(of: filter, speaker, in: db)
        // Nobody has that login.
        if filter.login != nil, bounds.person == nil { return [] }
        let limit = Int32(clamping: limit)
        return try newestFirst
            ? events(before: place ?? .end, bounds, filter, limit, speaker, in: db)
            : events(after: place ?? .beginning, bounds, filter, limit, speaker, in: db)
    }

    /// The instants between which, and the person by whom.
    private struct Bounds {
        let first: Int64
        let last: Int64
        /// Nil for everybody, and where nobody has the login.
        let person: Int64?
    }

    private static func bounds(
        of filter: Filter,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Bounds {
        let row = try db.row(
            """
            SELECT coalesce(extract(epoch FROM \(filter.from?.iso)::text::date::timestamp AT TIME ZONE o.time_zone) * 1000000, 0)::bigint AS first,
                   least(audit.settled(), (extract(epoch FROM (\(filter.to?.iso)::text::date + 1)::timestamp AT TIME ZONE o.time_zone)
                       * 1000000 - 1)::bigint) AS last,
                   (SELECT p.person_id FROM core.person AS p WHERE p.org_id = o.org_id AND p.login = \(filter.login)) AS person
              FROM core.organisation AS o WHERE o.org_id = \(speaker.organisation)
            """
        )
        return Bounds(
            first: try row.decode("first"),
            last: try row.decode("last"),
            person: try row.decode("person")
        )
    }

    private static func events(
        after place: Place,
        _ bounds: Bounds,
        _ filter: Filter,
        _ limit: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Event] {
        try events(
            db.rows(
                """
                SELECT micros, subject, subject_id, seq, name, person_id, by, at FROM report.event
                 WHERE org_id = \(speaker.organisation) AND micros BETWEEN \(bounds.first) AND \(bounds.last)
                   AND (micros, subject, subject_id, seq) > (\(place.micros), \(place.subject), \(place.number), \(place.nth))
                   AND (\(filter.subject)::text IS NULL OR subject = \(filter.subject))
                   AND (\(filter.number) IS NULL OR subject_id = \(filter.number))
                   AND (\(bounds.person) IS NULL OR person_id = \(bounds.person))
                 ORDER BY micros, subject, subject_id, seq LIMIT \(limit)
                """
            )
        )
    }

    private static func events(
        before place: Place,
        _ bounds: Bounds,
        _ filter: Filter,
        _ limit: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Event] {
        try events(
            db.rows(
                """
                SELECT micros, subject, subject_id, seq, name, person_id, by, at FROM report.event
                 WHERE org_id = \(speaker.organisation) AND micros BETWEEN \(bounds.first) AND \(bounds.last)
                   AND (micros, subject, subject_id, seq) < (\(place.micros), \(place.subject), \(place.number), \(place.nth))
                   AND (\(filter.subject)::text IS NULL OR subject = \(filter.subject))
                   AND (\(filter.number) IS NULL OR subject_id = \(filter.number))
                   AND (\(bounds.person) IS NULL OR person_id = \(bounds.person))
                 ORDER BY micros DESC, subject DESC, subject_id DESC, seq DESC LIMIT \(limit)
                """
            )
        )
    }

    private static func events(_ rows: Rows) throws(PostgresError) -> [Event] {
        var events: [Event] = []
        for row in rows {
            events.append(
                Event(
                    place: Place(
                        micros: try row.decode("micros"),
                        subject: try row.decode("subject"),
                        number: try row.decode("subject_id"),
                        nth: try row.decode("seq")
                    ),
                    at: try row.decode("at"),
                    name: try row.decode("name"),
                    person: try row.decode("person_id"),
                    by: try row.decode("by")
                )
            )
        }
        return events
    }
}

extension EventStore.Place {
    /// Before and after every event.
    fileprivate static let beginning = Self(micros: -1, subject: "", number: 0, nth: 0)
    fileprivate static let end = Self(micros: .max, subject: "", number: 0, nth: 0)
}
