public import Postgres

/// Prices that a person set by hand.
public enum LoweredPriceStore {
    /// What one machine costs on one voucher, once.
    public struct Lowered: Hashable, Sendable {
        public let cents: Int64
        public let reason: String
        /// Who decided.
        public let by: String
        /// Who had proposed it; nil where one person decided.
        public let proposedBy: String?
    }

    /// Sets a price; the number under which it is kept.
    public static func lower(
        voucher: String,
        device: Int64,
        cents: Int64,
        reason: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            "SELECT core.lower_price(\(voucher), \(device), \(cents), \(reason)) AS lowering"
        ).decode("lowering")
    }

    /// The price that was set last and that no sale has used; nil where the grid alone speaks.
    public static func find(
        voucher: String,
        device: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Lowered? {
        let row = try db.optionalRow(
            """
            SELECT l.cents, l.reason, p.name AS by, q.name AS proposed_by
              FROM core.device AS d
              JOIN core.voucher AS v ON v.org_id = d.org_id AND v.code = \(voucher)
              CROSS JOIN LATERAL core.lowering_of(d.org_id, d.device_id, d.stay, v.voucher_id) AS l
              JOIN core.person AS p ON p.org_id = l.org_id AND p.person_id = l.person_id
              LEFT JOIN core.person AS q ON q.org_id = l.org_id AND q.person_id = l.proposed_by
             WHERE d.org_id = \(speaker.organisation) AND d.device_id = \(device)
            """
        )
        guard let row else { return nil }
        return Lowered(
            cents: try row.decode("cents"),
            reason: try row.decode("reason"),
            by: try row.decode("by"),
            proposedBy: try row.decode("proposed_by")
        )
    }
}
