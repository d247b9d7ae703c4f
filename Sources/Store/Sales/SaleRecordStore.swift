public import Domain
public import Postgres

/// Sales as they stand, for lists and for the slip.
public enum SaleRecordStore {
    /// Everything that the slip of a sale says, and what became of it since.
    public struct Record: Hashable, Sendable {
        public let sale: Int64
        /// `active`, `returned` or `ended`.
        public let status: String
        public let device: Int64
        public let kind: String
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let processor: String?
        public let memoryMB: Int32?
        public let storageGB: Int32?
        public let system: String?
        public let grade: String
        /// `refurbished` or `used`.
        public let label: String
        public let defects: [String]
        public let soldAt: Timestamp
        public let soldOn: Day
        public let soldBy: String
        public let voucher: String
        public let firstName: String
        public let initial: String
        public let originRegime: String
        public let grid: String
        public let gridCents: Int64
        public let caps: String?
        public let capCents: Int64?
        public let priceCents: Int64
        public let adjustmentReason: String?
        public let instalments: Int16?
        public let warrantyUntil: Day
        public let presumptionUntil: Day
        public let returnCause: String?
        public let refundCents: Int64?
    }

    public static func record(
        of sale: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Record? {
        let row = try db.optionalRow(
            """
            SELECT s.sale_id, s.status, s.device_id, s.kind, d.maker, d.model, d.serial, d.cpu, d.ram_mb, d.storage_gb, d.os,
                   s.grade, g.label, g.defects, s.sold_at, s.delivered_on::text AS delivered_on, p.name AS sold_by,
                   v.code, v.first_name, v.initial, s.origin_regime, s.grid, s.grid_cents, s.caps, s.cap_cents, s.price_cents,
                   s.adjustment_reason, s.instalments, s.presumption_until::text AS presumption_until,
                   greatest(s.warranty_until, (SELECT max(w.extended_until) FROM core.warranty_case AS w
                       WHERE w.org_id = s.org_id AND w.sale_id = s.sale_id))::text AS warranty_until,
                   r.cause, r.refund_cents
              FROM core.sale AS s
              JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
              JOIN core.offer AS o ON o.org_id = s.org_id AND o.offer_id = s.offer_id
              JOIN core.grade AS g ON g.org_id = s.org_id AND g.grade_id = o.grade_id
              JOIN core.person AS p ON p.org_id = s.org_id AND p.person_id = s.person_id
              JOIN core.voucher AS v ON v.org_id = s.org_id AND v.voucher_id = s.voucher_id
              LEFT JOIN core.device_return AS r ON r.org_id = s.org_id AND r.sale_id = s.sale_id
             WHERE s.org_id = \(speaker.organisation) AND s.sale_id = \(sale)
            """
        )
        return try row.map { (row) throws(PostgresError) in try record(row) }
    }

    private static func record(_ row: Row) throws(PostgresError) -> Record {
        Record(
            sale: try row.decode("sale_id"),
            status: try row.decode("status"),
            device: try row.decode("device_id"),
            kind: try row.decode("kind"),
            maker: try row.decode("maker"),
            model: try row.decode("model"),
            serial: try row.decode("serial"),
            processor: try row.decode("cpu"),
            memoryMB: try row.decode("ram_mb"),
            storageGB: try row.decode("storage_gb"),
            system: try row.decode("os"),
            grade: try row.decode("grade"),
            label: try row.decode("label"),
            defects: try row.decode("defects"),
            soldAt: try row.decode("sold_at"),
            soldOn: try row.day("delivered_on") ?? Day(number: 0),
            soldBy: try row.decode("sold_by"),
            voucher: try row.decode("code"),
            firstName: try row.decode("first_name"),
            initial: try row.decode("initial"),
            originRegime: try row.decode("origin_regime"),
            grid: try row.decode("grid"),
            gridCents: try row.decode("grid_cents"),
            caps: try row.decode("caps"),
            capCents: try row.decode("cap_cents"),
            priceCents: try row.decode("price_cents"),
            adjustmentReason: try row.decode("adjustment_reason"),
            instalments: try row.decode("instalments"),
            warrantyUntil: try row.day("warranty_until") ?? Day(number: 0),
            presumptionUntil: try row.day("presumption_until") ?? Day(number: 0),
            returnCause: try row.decode("cause"),
            refundCents: try row.decode("refund_cents")
        )
    }

    /// Who sells, as the slip names them.
    public struct Seller: Hashable, Sendable {
        public let name: String
        public let legalForm: String?
        public let siren: String?
        public let rna: String?
        public let address: [String]
        public let phone: String?
        public let email: String?
        public let vatRegime: String
    }

    public static func seller(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Seller {
        let row = try db.row(
            """
            SELECT name, legal_form, siren, rna, address, phone, email, vat_regime
              FROM core.organisation WHERE org_id = \(speaker.organisation)
            """
        )
        return Seller(
            name: try row.decode("name"),
            legalForm: try row.decode("legal_form"),
            siren: try row.decode("siren"),
            rna: try row.decode("rna"),
            address: try row.decode("address"),
            phone: try row.decode("phone"),
            email: try row.decode("email"),
            vatRegime: try row.decode("vat_regime")
        )
    }

    public struct Line: Hashable, Sendable {
        public let sale: Int64
        public let status: String
        public let device: Int64
        public let kind: String
        public let grade: String
        public let soldOn: Day
        public let priceCents: Int64
        public let paidCents: Int64
        public let voucher: String
    }

    /// Sales from the newest, those before `before` when it is given, of one day when it is given.
    public static func list(
        before: Int64?,
        limit: Int,
        on day: Day?,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Line] {
        var lines: [Line] = []
        let rows = try db.rows(
            """
            SELECT s.sale_id, s.status, s.device_id, s.kind, s.grade, s.delivered_on::text AS delivered_on, s.price_cents, v.code,
                   (SELECT coalesce(sum(p.cents), 0)::bigint FROM core.payment AS p
                     WHERE p.org_id = s.org_id AND p.sale_id = s.sale_id) AS paid_cents
              FROM core.sale AS s
              JOIN core.voucher AS v ON v.org_id = s.org_id AND v.voucher_id = s.voucher_id
             WHERE s.org_id = \(speaker.organisation) AND s.sale_id < coalesce(\(before), 9223372036854775807)
               AND (\(day?.iso)::date IS NULL OR s.delivered_on = \(day?.iso)::date)
             ORDER BY s.sale_id DESC LIMIT \(Int32(clamping: limit))
            """
        )
        for row in rows {
            lines.append(
                Line(
                    sale: try row.decode("sale_id"),
                    status: try row.decode("status"),
                    device: try row.decode("device_id"),
                    kind: try row.decode("kind"),
                    grade: try row.decode("grade"),
                    soldOn: try row.day("delivered_on") ?? Day(number: 0),
                    priceCents: try row.decode("price_cents"),
                    paidCents: try row.decode("paid_cents"),
                    voucher: try row.decode("code")
                )
            )
        }
        return lines
    }
}
