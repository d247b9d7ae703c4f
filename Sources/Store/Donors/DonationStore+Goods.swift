public import Domain
public import Postgres

extension DonationStore {
    /// Goods of one line of a gift, as accepted.
    public struct Goods: Hashable, Sendable {
        public let givenOn: Day
        public let kind: DeviceType?
        public let description: String
        public let quantity: Int32

        /// The kind in words, and what else was written down.
        public func nature(in language: Language) -> String {
            guard let kind else { return description }
            let label = kind.label(in: language)
            return description == label || description.isEmpty ? label : "\(label) (\(description))"
        }
    }

    /// What was accepted of a donor's counted gifts received within these days; waste on arrival is not among it.
    public static func goods(
        ofDonor donor: Int64,
        from first: Day,
        to last: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Goods] {
        var goods: [Goods] = []
        let rows = try db.rows(
            """
            SELECT g.received_on, l.kind, l.description, l.accepted
              FROM core.donation AS g
              JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
              JOIN core.donation_line AS l ON l.org_id = g.org_id AND l.donation_id = g.donation_id
             WHERE g.org_id = \(speaker.organisation) AND g.status = 'reconciled' AND l.waste_status = 'product' AND l.accepted > 0
               AND (o.donor_id = \(donor) OR o.merged_into = \(donor))
               AND g.received_on BETWEEN \(first.iso)::text::date AND \(last.iso)::text::date
             ORDER BY g.received_on, g.donation_id, l.line
            """
        )
        for row in rows {
            let kind: String? = try row.decode("kind")
            goods.append(
                Goods(
                    givenOn: try row.day("received_on") ?? Day(number: 0),
                    kind: kind.flatMap(DeviceType.init(rawValue:)),
                    description: try row.decode("description"),
                    quantity: try row.decode("accepted")
                )
            )
        }
        return goods
    }
}
