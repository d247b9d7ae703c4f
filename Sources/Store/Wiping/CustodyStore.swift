public import Domain
public import Postgres

/// The chain of custody, weekly counts, and samples to be read back.
public enum CustodyStore {
    public struct Event: Hashable, Sendable {
        public let nth: Int32
        public let act: String
        public let at: Timestamp
        public let person: String
        public let device: Int64?
        public let place: String?
        public let seal: String?
        public let note: String?
    }

    /// What happened to a drive, from the beginning; of a long story the latest events.
    public static func log(
        of drive: Int64,
        latest limit: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Event] {
        var events: [Event] = []
        let rows = try db.rows(
            """
            SELECT c.nth, c.act, c.at, p.name AS person, c.device_id, l.name AS place, c.seal_no, c.note
              FROM core.custody AS c
              JOIN core.person AS p ON p.org_id = c.org_id AND p.person_id = c.person_id
              LEFT JOIN core.place AS l ON l.org_id = c.org_id AND l.place_id = c.place_id
             WHERE c.org_id = \(speaker.organisation) AND c.drive_id = \(drive) ORDER BY c.nth DESC LIMIT \(limit)
            """
        )
        for row in rows {
            events.append(
                Event(
                    nth: try row.decode("nth"),
                    act: try row.decode("act"),
                    at: try row.decode("at"),
                    person: try row.decode("person"),
                    device: try row.decode("device_id"),
                    place: try row.decode("place"),
                    seal: try row.decode("seal_no"),
                    note: try row.decode("note")
                )
            )
        }
        return events.reversed()
    }

    public struct Count: Hashable, Sendable {
        public let number: Int64
        /// What stands on the drives.
        public let missing: [String]
        public let unexpected: [String]
        public let expected: Int32
    }

    /// Counts the drives of a locked place.
    public static func count(
        _ seen: [Int64],
        at place: Int32,
        note: String?,
        in db: isolated Connection
    ) throws(PostgresError) -> Count {
        let row = try db.row(
            """
            SELECT count_id, missing, unexpected, expected FROM core.count_custody(\(place), \(seen), \(note))
            """
        )
        return Count(
            number: try row.decode("count_id"),
            missing: try row.decode("missing"),
            unexpected: try row.decode("unexpected"),
            expected: try row.decode("expected")
        )
    }

    /// How a locked place was counted last; nil inside while it never was.
    public struct LockedPlace: Hashable, Sendable {
        public let place: Int32
        public let name: String
        public let expected: Int64
        public let countedOn: Day?
        public let differed: Bool
    }

    public static func lockedPlaces(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [LockedPlace] {
        var places: [LockedPlace] = []
        let rows = try db.rows(
            """
            SELECT p.place_id, p.name,
                   (SELECT count(*) FROM core.drive AS r CROSS JOIN LATERAL (SELECT c.place_id FROM core.custody AS c
                           WHERE c.org_id = r.org_id AND c.drive_id = r.drive_id AND c.place_id IS NOT NULL ORDER BY c.nth DESC LIMIT 1) AS l
                     WHERE r.org_id = p.org_id AND l.place_id = p.place_id
                       AND r.media_state IN ('unsanitized', 'sanitizing', 'failed', 'destruction_pending')) AS expected,
                   (k.at AT TIME ZONE o.time_zone)::date::text AS counted_on,
                   coalesce(NOT (k.seen @> k.expected AND k.expected @> k.seen), false) AS differed
              FROM core.place AS p
              JOIN core.organisation AS o ON o.org_id = p.org_id
              LEFT JOIN LATERAL (SELECT x.at, x.seen, x.expected FROM core.custody_count AS x
                    WHERE x.org_id = p.org_id AND x.place_id = p.place_id ORDER BY x.at DESC LIMIT 1) AS k ON true
             WHERE p.org_id = \(speaker.organisation) AND p.is_locked_zone AND p.retired_on IS NULL ORDER BY p.name, p.place_id
            """
        )
        for row in rows {
            places.append(
                LockedPlace(
                    place: try row.decode("place_id"),
                    name: try row.decode("name"),
                    expected: try row.decode("expected"),
                    countedOn: try row.day("counted_on"),
                    differed: try row.decode("differed")
                )
            )
        }
        return places
    }

    /// Wipes of one day by one method, and how many of them were read back.
    public struct Lot: Hashable, Sendable {
        public let day: Day
        public let method: String
        public let wipes: Int32
        public let checked: Int32
        public let failed: Int32
        /// Wipes to read back next, drawn so that nobody can choose them: by the hash of their numbers.
        public let draw: [Int64]
    }

    /// The lots of some days; the draw leaves out what this person wiped and what was checked.
    public static func lots(
        from first: Day,
        to last: Day,
        for person: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Lot] {
        var lots: [Lot] = []
        let rows = try db.rows(
            """
            WITH wiped AS (
                SELECT w.wipe_id, w.method, w.operator_id, (w.finished_at AT TIME ZONE o.time_zone)::date AS day,
                       EXISTS (SELECT FROM core.wipe_check AS k WHERE k.org_id = w.org_id AND k.wipe_id = w.wipe_id) AS checked,
                       EXISTS (SELECT FROM core.wipe_check AS k WHERE k.org_id = w.org_id AND k.wipe_id = w.wipe_id AND NOT k.passed) AS failed
                  FROM core.wipe AS w JOIN core.organisation AS o ON o.org_id = w.org_id
                 WHERE w.org_id = \(speaker.organisation) AND w.accepted
                   AND w.finished_at >= \(first.iso)::text::date::timestamp AT TIME ZONE o.time_zone
                   AND w.finished_at < (\(last.iso)::text::date + 1)::timestamp AT TIME ZONE o.time_zone
            )
            SELECT day::text AS day, method, count(*)::integer AS wipes, count(*) FILTER (WHERE checked)::integer AS checked,
                   count(*) FILTER (WHERE failed)::integer AS failed,
                   coalesce(array_agg(wipe_id ORDER BY sha256(context.bytes(wipe_id || ':' || day)))
                       FILTER (WHERE NOT checked AND operator_id <> \(person)), '{}') AS draw
              FROM wiped GROUP BY day, method ORDER BY day, method
            """
        )
        for row in rows {
            lots.append(
                Lot(
                    day: try row.day("day") ?? Day(number: 0),
                    method: try row.decode("method"),
                    wipes: try row.decode("wipes"),
                    checked: try row.decode("checked"),
                    failed: try row.decode("failed"),
                    draw: try row.decode("draw")
                )
            )
        }
        return lots
    }
}
