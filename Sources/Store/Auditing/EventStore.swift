public import Domain
public import Postgres

/// The record of what was done, as a feed.
public enum EventStore {
    /// Where an event stands among all: by its instant, and within an instant by what it is about.
    public struct Place: Hashable, Sendable {
        /// Since 1970.
        public let micros: Int64
        public let subject: String
        public let number: Int64
        /// In the subject's own chain, from 1.
        public let nth: Int32

        /// Reads what `text` wrote; nil for anything else.
        public init?(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 4, let micros = Int64(parts[0]), let number = Int64(parts[2]),
                let nth = Int32(parts[3]), parts[1].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { return nil }
            (self.micros, subject, self.number, self.nth) = (micros, String(parts[1]), number, nth)
        }

        init(micros: Int64, subject: String, number: Int64, nth: Int32) {
            (self.micros, self.subject, self.number, self.nth) = (micros, subject, number, nth)
        }

        public var text: String { "\(micros):\(subject):\(number):\(nth)" }
    }

    public struct Event: Hashable, Sendable {
        public let place: Place
        /// RFC 3339, in UTC, with microseconds.
        public let at: String
        public let name: String
        public let person: Int64
        /// The person's name.
        public let by: String
    }

    /// Which events are asked for; nil and no bound for all.
    public struct Filter: Hashable, Sendable {
        /// What they are about, such as `device`.
        public var subject: String?
        public var number: Int64?
        /// The login of who did it.
        public var login: String?
        /// The days, both included, where the organisation is.
        public var from: Day?
        public var to: Day?

        public init() {}
    }

    /// Events after a place, up to the earliest instant under which somebody may still be writing.
    ///
    /// In a transaction of one snapshot for each statement: what is committed between the two statements is seen.
    public static func settled(
        after place: Place?,
        matching filter: Filter = Filter(),
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Event] {
        let horizon: Int64 = try db.row("SELECT audit.settled() AS horizon").decode("horizon")
        var events: [Event] = []
        let rows = try db.rows(
            """
            SELECT e.micros, e.subject, e.subject_id, e.seq, e.name, e.person_id, w.name AS by,
                   to_char(to_timestamp(0) AT TIME ZONE 'UTC' + e.micros * interval '1 microsecond',
                       'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
              FROM audit.event AS e JOIN core.person AS w ON w.org_id = e.org_id AND w.person_id = e.person_id
             WHERE e.org_id = \(speaker.organisation) AND e.micros <= \(horizon)
               AND (e.micros, e.subject, e.subject_id, e.seq)
                 > (\(place?.micros ?? -1), \(place?.subject ?? ""), \(place?.number ?? 0), \(place?.nth ?? 0))
               AND (\(filter.subject)::text IS NULL OR e.subject = \(filter.subject))
               AND (\(filter.number) IS NULL OR e.subject_id = \(filter.number))
               AND (\(filter.login)::text IS NULL OR e.person_id = (SELECT p.person_id FROM core.person AS p
                    WHERE p.org_id = \(speaker.organisation) AND p.login = \(filter.login)))
               AND e.micros >= coalesce((SELECT extract(epoch FROM \(filter.from?.iso)::text::date::timestamp AT TIME ZONE o.time_zone) * 1000000
                    FROM core.organisation AS o WHERE o.org_id = \(speaker.organisation)), 0)
               AND e.micros < coalesce((SELECT extract(epoch FROM (\(filter.to?.iso)::text::date + 1)::timestamp AT TIME ZONE o.time_zone) * 1000000
                    FROM core.organisation AS o WHERE o.org_id = \(speaker.organisation)), 9223372036854775807)
             ORDER BY e.micros, e.subject, e.subject_id, e.seq
             LIMIT \(Int32(clamping: limit))
            """
        )
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
