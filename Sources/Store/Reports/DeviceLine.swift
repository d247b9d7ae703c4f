import Domain
public import Postgres

/// A machine as lists show it.
public struct DeviceLine: Codable, Hashable, Sendable {
    public let number: Int64
    public let kind: String
    public let maker: String?
    public let model: String?
    public let serial: String?
    public let state: String
    public let place: String?
    public let donation: Int64?
    public let grade: String?
    /// True when something blocks it.
    public let isBlocked: Bool
    /// The instant from which it has been in its state.
    public let since: String
    /// How much a number or a model is like the text that was searched for, in percent, 1 to 100.
    ///
    /// Nil where the text itself stands on the machine, and where nothing was searched for.
    public let likeness: Int32?

    enum CodingKeys: String, CodingKey {
        case number, kind, maker, model, serial, state, place, donation, grade, since, likeness
        case isBlocked = "blocked"
    }

    init(_ row: Row, likeness: Int32? = nil) throws(PostgresError) {
        self.likeness = likeness
        number = try row.decode("device_id")
        kind = try row.decode("kind")
        maker = try row.decode("maker")
        model = try row.decode("model")
        serial = try row.decode("serial")
        state = try row.decode("state")
        place = try row.decode("place")
        donation = try row.decode("donation_id")
        grade = try row.decode("grade")
        isBlocked = try row.decode("flags_up", as: Int32.self) > 0
        since = try row.decode("since", as: Timestamp.self).iso
    }
}

/// What a list of machines is narrowed to; nil narrows nothing.
public struct DeviceFilter: Sendable {
    public var state: String?
    public var kind: String?
    public var place: Int32?
    public var donation: Int64?
    /// Words, each any part of maker, model, serial number or the donor's number.
    public var text: String?

    public init() {}

    var isEmpty: Bool {
        state == nil && kind == nil && place == nil && donation == nil && text == nil
    }

    /// Each word of the text as a pattern in which nothing is special; none for no text.
    var patterns: [String] {
        (text ?? "").split(whereSeparator: \.isWhitespace).map { word in
            let plain = word.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
                .replacing("_", with: "\\_")
            return "%\(plain)%"
        }
    }
}

/// Lists and figures of machines.
public enum ReportStore {}

extension ReportStore {
    /// Two machines that may be one.
    public struct Doubt: Hashable, Sendable {
        public let doubt: Int64
        public let device: Int64
        public let other: Int64?
        public let evidence: String
        public let raised: Timestamp
    }

    /// Open doubts in the order of their numbers, after one of them.
    public static func doubts(
        after: Int64?,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Doubt] {
        var doubts: [Doubt] = []
        let rows = try db.rows(
            """
            SELECT doubt_id, device_id, other_device_id, evidence::text AS evidence, raised_at FROM core.doubt
             WHERE org_id = \(speaker.organisation) AND decision IS NULL AND doubt_id > \(after ?? 0)
             ORDER BY doubt_id LIMIT \(Int64(limit))
            """
        )
        for row in rows {
            doubts.append(
                Doubt(
                    doubt: try row.decode("doubt_id"),
                    device: try row.decode("device_id"),
                    other: try row.decode("other_device_id"),
                    evidence: try row.decode("evidence"),
                    raised: try row.decode("raised_at")
                )
            )
        }
        return doubts
    }
}
