public import Domain
public import Postgres

/// Vouchers: issued, renewed and revoked by the social services, shown to the counter.
public enum VoucherStore {
    /// Issues a voucher for an approval, from the first instant of a day to the last instant of another.
    public static func issue(
        approval: Int64,
        code: String,
        firstName: String,
        initial: String,
        kinds: [DeviceType],
        days: DayRange,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT social.issue_voucher(\(approval), \(code), \(firstName), \(initial), \(kinds.map(\.rawValue)),
                \(days.first.iso)::date, \(days.last.iso)::date)
            """
        )
    }

    /// The last day after the one renewal.
    public static func renew(
        _ code: String,
        days: Int,
        in db: isolated Connection
    ) throws(PostgresError) -> Day? {
        try db.row(
            "SELECT social.renew_voucher(\(code), \(Int32(clamping: days)))::text AS last_day"
        ).day("last_day")
    }

    public static func revoke(
        _ code: String,
        because reason: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT social.revoke_voucher(\(code), \(reason))")
    }

    /// How many applications were filed because their voucher ran out.
    public static func expire(in db: isolated Connection) throws(PostgresError) -> Int {
        Int(
            try db.row("SELECT social.expire_applications() AS expired").decode(
                "expired",
                as: Int32.self
            )
        )
    }

    /// The codes of the vouchers that an application led to, newest first.
    public static func codes(
        ofApplication application: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> [String] {
        var codes: [String] = []
        let rows = try db.rows(
            """
            SELECT v.code FROM social.approval AS a
              JOIN core.voucher AS v ON v.org_id = a.org_id AND v.approval_id = a.approval_id
             WHERE a.application_id = \(application) ORDER BY v.voucher_id DESC
            """
        )
        for row in rows { codes.append(try row.decode("code")) }
        return codes
    }

    /// What the counter may know.
    public struct Shown: Hashable, Sendable {
        public let firstName: String
        public let initial: String
        public let kinds: [DeviceType]
        /// The kinds for which it still serves; empty when it serves for nothing.
        public let usableKinds: [DeviceType]
        public let firstDay: Day
        public let lastDay: Day
        public let isRenewed: Bool
        /// The word of the refusal that a sale would meet; nil when there is none.
        public let whyNot: String?
    }

    /// Shows a voucher; the transaction must be signed.
    public static func show(
        _ code: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Shown {
        let row = try db.row(
            """
            SELECT first_name, initial, kinds, usable_kinds, first_day::text AS first_day, last_day::text AS last_day, renewed, why_not
              FROM core.show_voucher(\(code))
            """
        )
        let kinds: [String] = try row.decode("kinds")
        let usable: [String] = try row.decode("usable_kinds")
        return Shown(
            firstName: try row.decode("first_name"),
            initial: try row.decode("initial"),
            kinds: kinds.compactMap(DeviceType.init(rawValue:)),
            usableKinds: usable.compactMap(DeviceType.init(rawValue:)),
            firstDay: try row.day("first_day") ?? Day(number: 0),
            lastDay: try row.day("last_day") ?? Day(number: 0),
            isRenewed: try row.decode("renewed"),
            whyNot: try row.decode("why_not")
        )
    }
}
