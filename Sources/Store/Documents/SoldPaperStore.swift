public import Domain
public import Postgres

/// What the papers of a sale and of a voucher say.
public enum SoldPaperStore {
    public struct Sale: Hashable, Sendable {
        public let number: Int64
        public let device: Int64
        public let kind: DeviceType
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let os: String?
        public let grade: String
        public let label: SaleLabel
        public let defects: [String]
        public let priceCents: Int64
        /// What the grid and the cap said, and under which names.
        public let regime: OriginRegime
        public let grid: String
        public let gridCents: Int64
        public let capCents: Int64?
        public let deliveredOn: Day
        public let warrantyUntil: Day
        public let presumptionUntil: Day
        public var payments: [Payment]
    }

    public struct Payment: Hashable, Sendable {
        public let method: PaymentMethod
        public let cents: Int64
        public let tenderedCents: Int64?
    }

    public static func sale(
        _ number: Int64,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Sale? {
        let row = try db.optionalRow(
            """
            SELECT s.sale_id, s.device_id, s.kind, d.maker, d.model, d.serial, d.os, s.grade, g.label, g.defects, s.price_cents,
                   s.origin_regime, s.grid, s.grid_cents, s.cap_cents, s.delivered_on, s.warranty_until, s.presumption_until
              FROM core.sale AS s
              JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
              JOIN core.offer AS o ON o.org_id = s.org_id AND o.offer_id = s.offer_id
              JOIN core.grade AS g ON g.org_id = o.org_id AND g.grade_id = o.grade_id
             WHERE s.org_id = \(speaker.organisation) AND s.sale_id = \(number)
            """
        )
        guard let row else { return nil }
        return Sale(
            number: try row.decode("sale_id"),
            device: try row.decode("device_id"),
            kind: DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
            maker: try row.decode("maker"),
            model: try row.decode("model"),
            serial: try row.decode("serial"),
            os: try row.decode("os"),
            grade: try row.decode("grade"),
            label: SaleLabel(rawValue: try row.decode("label")) ?? .used,
            defects: try row.decode("defects"),
            priceCents: try row.decode("price_cents"),
            regime: OriginRegime(rawValue: try row.decode("origin_regime")) ?? .private,
            grid: try row.decode("grid"),
            gridCents: try row.decode("grid_cents"),
            capCents: try row.decode("cap_cents"),
            deliveredOn: try row.day("delivered_on") ?? Day(number: 0),
            warrantyUntil: try row.day("warranty_until") ?? Day(number: 0),
            presumptionUntil: try row.day("presumption_until") ?? Day(number: 0),
            payments: try payments(of: number, speaker, in: db)
        )
    }

    private static func payments(
        of sale: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Payment] {
        var payments: [Payment] = []
        let rows = try db.rows(
            """
            SELECT method, cents, tendered_cents FROM core.payment
             WHERE org_id = \(speaker.organisation) AND sale_id = \(sale) ORDER BY nth
            """
        )
        for row in rows {
            payments.append(
                Payment(
                    method: PaymentMethod(rawValue: try row.decode("method")) ?? .cash,
                    cents: try row.decode("cents"),
                    tenderedCents: try row.decode("tendered_cents")
                )
            )
        }
        return payments
    }

    /// What went back to a buyer, by means of payment.
    public struct Refund: Hashable, Sendable {
        public let sale: Int64
        public let cause: String
        public var refunds: [Payment]
    }

    /// The refund of a return of a sale; nil when no sale came back under this number.
    public static func refund(
        of taking: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Refund? {
        let row = try db.optionalRow(
            """
            SELECT sale_id, cause FROM core.device_return
             WHERE org_id = \(speaker.organisation) AND return_id = \(taking) AND sale_id IS NOT NULL
            """
        )
        guard let row else { return nil }
        let sale: Int64 = try row.decode("sale_id")
        var refund = Refund(sale: sale, cause: try row.decode("cause"), refunds: [])
        let rows = try db.rows(
            """
            SELECT credit_account, sum(cents)::bigint AS cents FROM core.transfer
             WHERE org_id = \(speaker.organisation) AND sale_id = \(sale) AND reverses IS NOT NULL
             GROUP BY credit_account ORDER BY credit_account
            """
        )
        for row in rows {
            refund.refunds.append(
                Payment(
                    method: PaymentMethod(rawValue: try row.decode("credit_account")) ?? .cash,
                    cents: try row.decode("cents"),
                    tenderedCents: nil
                )
            )
        }
        return refund
    }

    /// What the shop may know of a voucher.
    public struct Voucher: Hashable, Sendable {
        public let number: Int64
        public let code: String
        public let holder: String
        public let kinds: [DeviceType]
        /// The last day on which it may be used.
        public let lastUsableDay: Day
        public let isRevoked: Bool
    }

    /// The code of the voucher that a paper is of.
    public static func code(
        ofVoucher number: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.optionalRow(
            "SELECT code FROM core.voucher WHERE org_id = \(speaker.organisation) AND voucher_id = \(number)"
        )?.decode("code")
    }

    public static func voucher(
        _ code: String,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Voucher? {
        let row = try db.optionalRow(
            """
            SELECT v.voucher_id, v.code, v.first_name, v.initial, v.kinds, v.revoked_at IS NOT NULL AS revoked,
                   (SELECT ((max(upper(t.during)) - interval '1 microsecond') AT TIME ZONE o.time_zone)::date
                      FROM core.voucher_term AS t WHERE t.org_id = v.org_id AND t.voucher_id = v.voucher_id) AS last_day
              FROM core.voucher AS v JOIN core.organisation AS o ON o.org_id = v.org_id
             WHERE v.org_id = \(speaker.organisation) AND v.code = \(code)
            """
        )
        guard let row else { return nil }
        let first: String = try row.decode("first_name")
        let initial: String = try row.decode("initial")
        return Voucher(
            number: try row.decode("voucher_id"),
            code: try row.decode("code"),
            holder: initial.hasSuffix(".") ? "\(first) \(initial)" : "\(first) \(initial).",
            kinds: try row.decode("kinds", as: [String].self).compactMap(
                DeviceType.init(rawValue:)
            ),
            lastUsableDay: try row.day("last_day") ?? Day(number: 0),
            isRevoked: try row.decode("revoked")
        )
    }
}
