public import Domain
public import Postgres

/// Retail Gift Aid: declarations, and what was sold for whom.
public enum GiftAidStore {
    public struct Declaration: Hashable, Sendable {
        public let nth: Int32
        public let declaredOn: Day
        public let method: GiftAidRules.Method
        public let commissionPermille: Int
    }

    /// Writes down a declaration; the one before it ends.
    public static func declare(
        _ donor: Int64,
        on day: Day,
        method: GiftAidRules.Method,
        commissionPermille: Int,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.execute(
            """
            UPDATE core.gift_aid SET ended_on = greatest(\(day.iso)::text::date, declared_on)
             WHERE org_id = \(speaker.organisation) AND donor_id = \(donor) AND ended_on IS NULL
            """
        )
        let nth: Int32 = try db.row(
            """
            INSERT INTO core.gift_aid (org_id, donor_id, nth, declared_on, method, commission_permille)
            SELECT \(speaker.organisation), \(donor), coalesce(max(nth), 0) + 1, \(day.iso)::text::date, \(method.rawValue),
                   \(Int32(clamping: commissionPermille))
              FROM core.gift_aid WHERE org_id = \(speaker.organisation) AND donor_id = \(donor)
            RETURNING nth
            """
        ).decode("nth")
        try db.execute(
            """
            SELECT audit.append_one('donor', \(donor), 'declare-gift-aid', jsonb_build_object('method', \(method.rawValue)::text))
            """
        )
        return nth
    }

    /// The declaration in force; nil when there is none.
    public static func declaration(
        of donor: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Declaration? {
        let row = try db.optionalRow(
            """
            SELECT nth, declared_on, method, commission_permille FROM core.gift_aid
             WHERE org_id = \(speaker.organisation) AND donor_id = \(donor) AND ended_on IS NULL ORDER BY nth DESC LIMIT 1
            """
        )
        guard let row else { return nil }
        return Declaration(
            nth: try row.decode("nth"),
            declaredOn: try row.day("declared_on") ?? Day(number: 0),
            method: GiftAidRules.Method(rawValue: try row.decode("method")) ?? .standard,
            commissionPermille: Int(try row.decode("commission_permille", as: Int32.self))
        )
    }

    /// Something sold that was still the donor's.
    public struct Sale: Hashable, Sendable {
        public let donor: Int64
        public let donorName: String
        public let sale: Int64
        public let soldOn: Day
        public let kind: DeviceType
        public let description: String
        public let cents: Int64
        public let commissionPermille: Int
    }

    /// What was sold as agent within these days, by donor; of one donor when it is named.
    public static func sales(
        of donor: Int64?,
        from first: Day,
        to last: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Sale] {
        var sales: [Sale] = []
        let rows = try db.rows(
            """
            SELECT o.donor_id, o.name, x.sale_id, x.delivered_on, x.kind, x.price_cents, a.commission_permille,
                   coalesce(concat_ws(' ', d.maker, d.model), '') AS description
              FROM core.sale AS x
              JOIN core.stay AS s ON s.org_id = x.org_id AND s.device_id = x.device_id AND s.stay = x.stay
              JOIN core.device AS d ON d.org_id = x.org_id AND d.device_id = x.device_id
              JOIN core.donation AS g ON g.org_id = s.org_id AND g.donation_id = s.donation_id
              JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
              JOIN core.gift_aid AS a ON a.org_id = o.org_id AND a.donor_id = o.donor_id AND a.ended_on IS NULL
             WHERE x.org_id = \(speaker.organisation) AND x.status = 'active' AND x.price_cents > 0 AND x.origin_regime = 'uk_rga_agency'
               AND x.delivered_on BETWEEN \(first.iso)::text::date AND \(last.iso)::text::date
               AND (\(donor) IS NULL OR o.donor_id = \(donor))
             ORDER BY o.donor_id, x.sale_id
            """
        )
        for row in rows {
            sales.append(
                Sale(
                    donor: try row.decode("donor_id"),
                    donorName: try row.decode("name"),
                    sale: try row.decode("sale_id"),
                    soldOn: try row.day("delivered_on") ?? Day(number: 0),
                    kind: DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
                    description: try row.decode("description"),
                    cents: try row.decode("price_cents"),
                    commissionPermille: Int(try row.decode("commission_permille", as: Int32.self))
                )
            )
        }
        return sales
    }
}
