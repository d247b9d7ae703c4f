import Domain
public import Postgres

extension DonationStore {
    /// The gift, locked until the commit, so that what is decided on it holds.
    public static func lock(
        _ donation: Int64,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Donation? {
        let locked = try db.optionalRow(
            """
            SELECT donation_id FROM core.donation
             WHERE org_id = \(speaker.organisation) AND donation_id = \(donation) FOR NO KEY UPDATE
            """
        )
        return locked == nil ? nil : try find(donation, of: speaker, in: db)
    }

    public static func find(
        _ donation: Int64,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Donation? {
        let row = try db.optionalRow(
            """
            SELECT g.donation_id, g.donor_id, g.donor_kind, o.name, g.origin_regime, g.origin_class, g.status, g.announced_on, g.received_on,
                   g.handed_over_by, g.reference, g.deed_reference, g.deed_date, g.counterpart_cents, g.valuation_basis,
                   g.valuation_unit_cents, g.valuation_total_cents, g.valuation_letter, g.valuation_on, g.valuation_signer
              FROM core.donation AS g JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
             WHERE g.org_id = \(speaker.organisation) AND g.donation_id = \(donation)
            """
        )
        guard let row else { return nil }
        return try Self.donation(row)
    }

    /// Gifts by number, after a number; those of a donor include those given under numbers merged into it.
    public static func list(
        donor: Int64?,
        status: DonationStatus?,
        after: Int64?,
        newestFirst: Bool,
        limit: Int32,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Donation] {
        let start = after ?? (newestFirst ? .max : 0)
        var donations: [Donation] = []
        let rows = try db.rows(
            """
            SELECT g.donation_id, g.donor_id, g.donor_kind, o.name, g.origin_regime, g.origin_class, g.status, g.announced_on, g.received_on,
                   g.handed_over_by, g.reference, g.deed_reference, g.deed_date, g.counterpart_cents, g.valuation_basis,
                   g.valuation_unit_cents, g.valuation_total_cents, g.valuation_letter, g.valuation_on, g.valuation_signer
              FROM core.donation AS g JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
             WHERE g.org_id = \(speaker.organisation) AND g.donation_id = ANY (CASE WHEN \(newestFirst) THEN
                   ARRAY(SELECT x.donation_id FROM core.donation AS x JOIN core.donor AS d USING (org_id, donor_id)
                          WHERE x.org_id = \(speaker.organisation) AND x.donation_id < \(start)
                            AND (\(donor)::bigint IS NULL OR d.donor_id = \(donor) OR d.merged_into = \(donor))
                            AND (\(status?.rawValue)::text IS NULL OR x.status = \(status?.rawValue))
                          ORDER BY x.donation_id DESC LIMIT \(limit))
                   ELSE
                   ARRAY(SELECT x.donation_id FROM core.donation AS x JOIN core.donor AS d USING (org_id, donor_id)
                          WHERE x.org_id = \(speaker.organisation) AND x.donation_id > \(start)
                            AND (\(donor)::bigint IS NULL OR d.donor_id = \(donor) OR d.merged_into = \(donor))
                            AND (\(status?.rawValue)::text IS NULL OR x.status = \(status?.rawValue))
                          ORDER BY x.donation_id LIMIT \(limit))
                   END)
             ORDER BY g.donation_id
            """
        )
        for row in rows { donations.append(try Self.donation(row)) }
        return newestFirst ? donations.reversed() : donations
    }

    /// Counted gifts of persons and companies that have no paper yet, by number, kept from others until the commit.
    ///
    /// Those of `numbers` when it is given, however they stand.
    public static func lockForReceipts(
        _ numbers: [Int64]?,
        limit: Int32,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Donation] {
        let locked = try db.rows(
            """
            SELECT g.donation_id FROM core.donation AS g
             WHERE g.org_id = \(speaker.organisation) AND (\(numbers)::bigint[] IS NULL OR g.donation_id = ANY (\(numbers)))
               AND (\(numbers)::bigint[] IS NOT NULL OR (g.status = 'reconciled' AND g.donor_kind IN ('individual', 'company')
                    AND NOT EXISTS (SELECT FROM core.document AS d WHERE d.org_id = g.org_id AND d.donation_id = g.donation_id
                        AND d.kind IN ('rfe', 'rfp', 'adn', 'us_ack', 'ca_odr')
                        AND NOT EXISTS (SELECT FROM core.document_cancellation AS c
                            WHERE (c.org_id, c.kind, c.year, c.no) = (d.org_id, d.kind, d.year, d.no)))))
             ORDER BY g.donation_id LIMIT \(limit) FOR NO KEY UPDATE
            """
        )
        var found: [Int64] = []
        for row in locked { found.append(try row.decode("donation_id")) }
        var donations: [Donation] = []
        let rows = try db.rows(
            """
            SELECT g.donation_id, g.donor_id, g.donor_kind, o.name, g.origin_regime, g.origin_class, g.status, g.announced_on, g.received_on,
                   g.handed_over_by, g.reference, g.deed_reference, g.deed_date, g.counterpart_cents, g.valuation_basis,
                   g.valuation_unit_cents, g.valuation_total_cents, g.valuation_letter, g.valuation_on, g.valuation_signer
              FROM core.donation AS g JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
             WHERE g.org_id = \(speaker.organisation) AND g.donation_id = ANY (\(found)) ORDER BY g.donation_id
            """
        )
        for row in rows { donations.append(try Self.donation(row)) }
        return donations
    }

    /// The lines of several gifts, by gift.
    public static func lines(
        of donations: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64: [DonationLine]] {
        var lines: [Int64: [DonationLine]] = [:]
        let rows = try db.rows(
            """
            SELECT donation_id, line, kind, maker, model, made_in, description, quantity, received, accepted, refused, refusal_reason,
                   declared_unit_cents, reviewed_unit_cents, review_reason, waste_status
              FROM core.donation_line WHERE org_id = \(speaker.organisation) AND donation_id = ANY (\(donations))
             ORDER BY donation_id, line
            """
        )
        for row in rows {
            lines[try row.decode("donation_id"), default: []].append(try line(row))
        }
        return lines
    }

    public static func lines(
        of donation: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [DonationLine] {
        var lines: [DonationLine] = []
        let rows = try db.rows(
            """
            SELECT line, kind, maker, model, made_in, description, quantity, received, accepted, refused, refusal_reason,
                   declared_unit_cents, reviewed_unit_cents, review_reason, waste_status
              FROM core.donation_line WHERE org_id = \(speaker.organisation) AND donation_id = \(donation) ORDER BY line
            """
        )
        for row in rows { lines.append(try line(row)) }
        return lines
    }

    private static func line(_ row: Row) throws(PostgresError) -> DonationLine {
        let kind: String? = try row.decode("kind")
        let refusal: String? = try row.decode("refusal_reason")
        var line = DonationLine(
            line: try row.decode("line"),
            kind: kind.flatMap(DeviceType.init(rawValue:)),
            maker: try row.decode("maker"),
            model: try row.decode("model"),
            madeIn: try row.decode("made_in"),
            description: try row.decode("description"),
            quantity: try row.decode("quantity"),
            declaredUnitCents: try row.decode("declared_unit_cents")
        )
        line.received = try row.decode("received")
        line.accepted = try row.decode("accepted")
        line.refused = try row.decode("refused")
        line.refusalReason = refusal.flatMap(DeviceRefusalReason.init(rawValue:))
        line.reviewedUnitCents = try row.decode("reviewed_unit_cents")
        line.reviewReason = try row.decode("review_reason")
        line.wasteStatus = WasteStatus(rawValue: try row.decode("waste_status")) ?? .product
        return line
    }

    private static func donation(_ row: Row) throws(PostgresError) -> Donation {
        Donation(
            number: try row.decode("donation_id"),
            donor: try row.decode("donor_id"),
            donorKind: DonorKind(rawValue: try row.decode("donor_kind")) ?? .individual,
            donorName: try row.decode("name"),
            regime: OriginRegime(rawValue: try row.decode("origin_regime")) ?? .private,
            dataOrigin: DataOriginClass(rawValue: try row.decode("origin_class")) ?? .business,
            status: DonationStatus(rawValue: try row.decode("status")) ?? .announced,
            announcedOn: try row.day("announced_on"),
            receivedOn: try row.day("received_on"),
            handedOverBy: try row.decode("handed_over_by"),
            reference: try row.decode("reference"),
            deedReference: try row.decode("deed_reference"),
            deedDate: try row.day("deed_date"),
            counterpartCents: try row.decode("counterpart_cents"),
            valuation: try valuation(row)
        )
    }

    private static func valuation(_ row: Row) throws(PostgresError) -> DonationValuation? {
        let basis: String? = try row.decode("valuation_basis")
        guard let basis = basis.flatMap(ValuationBasis.init(rawValue:)) else { return nil }
        return DonationValuation(
            basis: basis,
            unitCents: try row.decode("valuation_unit_cents"),
            totalCents: try row.decode("valuation_total_cents"),
            letter: try row.decode("valuation_letter"),
            on: try row.day("valuation_on"),
            signer: try row.decode("valuation_signer")
        )
    }
}
