public import Domain
public import Postgres

extension ReportStore {
    /// A column of the board.
    public struct BoardColumn: Hashable, Sendable {
        public let state: String
        public let devices: Int64
        public let oldest: Timestamp
    }

    public static func board(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [BoardColumn] {
        var columns: [BoardColumn] = []
        let rows = try db.rows(
            "SELECT state, devices, oldest FROM report.board WHERE org_id = \(speaker.organisation)"
        )
        for row in rows {
            columns.append(
                BoardColumn(
                    state: try row.decode("state"),
                    devices: try row.decode("devices"),
                    oldest: try row.decode("oldest")
                )
            )
        }
        return columns
    }

    /// Machines of one kind, grade and regime on the shelf.
    public struct StockLine: Codable, Hashable, Sendable {
        public let kind: String
        public let grade: String
        public let regime: String
        public let free: Int64
        public let reserved: Int64
        /// When the one that has been there longest was put there.
        public let oldest: String
    }

    public static func stock(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [StockLine] {
        var lines: [StockLine] = []
        let rows = try db.rows(
            """
            SELECT kind, grade, origin_regime, free, reserved, oldest FROM report.stock
             WHERE org_id = \(speaker.organisation) ORDER BY kind, grade, origin_regime
            """
        )
        for row in rows {
            lines.append(
                StockLine(
                    kind: try row.decode("kind"),
                    grade: try row.decode("grade"),
                    regime: try row.decode("origin_regime"),
                    free: try row.decode("free"),
                    reserved: try row.decode("reserved"),
                    oldest: try row.decode("oldest", as: Timestamp.self).iso
                )
            )
        }
        return lines
    }

    /// How long the machines of one state have been in it.
    public struct AgeingLine: Codable, Hashable, Sendable {
        public let state: String
        public let under7: Int64
        public let under30: Int64
        public let under90: Int64
        public let over90: Int64
        public let oldestDays: Int32

        enum CodingKeys: String, CodingKey {
            case state
            case under7 = "under_7"
            case under30 = "under_30"
            case under90 = "under_90"
            case over90 = "over_90"
            case oldestDays = "oldest_days"
        }
    }

    public static func ageing(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [AgeingLine] {
        var lines: [AgeingLine] = []
        let rows = try db.rows(
            """
            SELECT a.state, a.under_7, a.under_30, a.under_90, a.over_90, a.oldest_days FROM report.ageing AS a
              JOIN lifecycle.state AS s ON s.state = a.state WHERE a.org_id = \(speaker.organisation) ORDER BY s.position
            """
        )
        for row in rows {
            lines.append(
                AgeingLine(
                    state: try row.decode("state"),
                    under7: try row.decode("under_7"),
                    under30: try row.decode("under_30"),
                    under90: try row.decode("under_90"),
                    over90: try row.decode("over_90"),
                    oldestDays: try row.decode("oldest_days")
                )
            )
        }
        return lines
    }

    /// How many machines took one step on one day.
    public struct FlowLine: Codable, Hashable, Sendable {
        public let day: String
        public let step: String
        public let to: String
        public let devices: Int64
    }

    public static func flow(
        from first: Day,
        to last: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [FlowLine] {
        var lines: [FlowLine] = []
        let rows = try db.rows(
            """
            SELECT day::text AS day, step, to_state, devices FROM report.flow
             WHERE org_id = \(speaker.organisation) AND day BETWEEN \(first.iso)::text::date AND \(last.iso)::text::date
             ORDER BY day, step, to_state
            """
        )
        for row in rows {
            lines.append(
                FlowLine(
                    day: try row.decode("day"),
                    step: try row.decode("step"),
                    to: try row.decode("to_state"),
                    devices: try row.decode("devices")
                )
            )
        }
        return lines
    }

    /// A machine that waits, and what holds it up.
    public struct WaitingLine: Hashable, Sendable {
        public let device: Int64
        public let kind: String
        public let maker: String?
        public let model: String?
        public let state: String
        public let since: Timestamp
        public let place: String?
        public let driveCount: Int32?
        public let flags: [String]
        public let uncleared: [String]
        public let isInDoubt: Bool
    }

    /// Machines that have waited since before an instant, the longest first, after one of them.
    ///
    /// `wipingOnly` leaves those that are to be wiped, or were and failed.
    public static func waiting(
        since before: Timestamp,
        wipingOnly: Bool,
        after: Int64?,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [WaitingLine] {
        var lines: [WaitingLine] = []
        let rows = try db.rows(
            """
            SELECT device_id, kind, maker, model, state, since, place, drive_count, flags, uncleared, in_doubt
              FROM report.waiting
             WHERE org_id = \(speaker.organisation) AND since <= \(before)
               AND (NOT \(wipingOnly) OR state IN ('wipe_pending', 'wipe_failed'))
               AND (\(after)::bigint IS NULL OR (since, device_id) > (SELECT w.since, w.device_id FROM report.waiting AS w
                    WHERE w.org_id = \(speaker.organisation) AND w.device_id = \(after)::bigint))
             ORDER BY since, device_id LIMIT \(Int64(limit))
            """
        )
        for row in rows { lines.append(try waitingLine(row)) }
        return lines
    }

    private static func waitingLine(_ row: Row) throws(PostgresError) -> WaitingLine {
        WaitingLine(
            device: try row.decode("device_id"),
            kind: try row.decode("kind"),
            maker: try row.decode("maker"),
            model: try row.decode("model"),
            state: try row.decode("state"),
            since: try row.decode("since"),
            place: try row.decode("place"),
            driveCount: try row.decode("drive_count"),
            flags: try row.decode("flags"),
            uncleared: try row.decode("uncleared"),
            isInDoubt: try row.decode("in_doubt")
        )
    }
}
