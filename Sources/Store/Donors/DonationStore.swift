public import Domain
public import Postgres

/// Gifts: announced, received, counted, valued, cancelled.
public enum DonationStore {
    /// What a donor says of a gift before it comes.
    public struct Announcement: Hashable, Sendable {
        public var donor: Int64
        public var donorKind: DonorKind
        public var regime: OriginRegime
        public var dataOrigin: DataOriginClass
        /// The level that the donor asks for beyond the policy: 0 for none, 1 clear, 2 purge, 3 destroy.
        public var requiredLevel: Int16
        public var announcedOn: Day
        public var reference: String?
        public var deedReference: String?
        public var deedDate: Day?
        public var counterpart: Int64

        public init(
            donor: Int64,
            donorKind: DonorKind,
            regime: OriginRegime,
            dataOrigin: DataOriginClass,
            requiredLevel: Int16,
            announcedOn: Day,
            reference: String?,
            deedReference: String?,
            deedDate: Day?,
            counterpart: Int64
        ) {
            self.donor = donor
            self.donorKind = donorKind
            self.regime = regime
            self.dataOrigin = dataOrigin
            self.requiredLevel = requiredLevel
            self.announcedOn = announcedOn
            self.reference = reference
            self.deedReference = deedReference
            self.deedDate = deedDate
            self.counterpart = counterpart
        }
    }

    public static func announce(
        _ gift: Announcement,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        let row = try db.row(
            """
            INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class, required_level, announced_on, reference,
                deed_reference, deed_date, counterpart_cents)
            VALUES (\(speaker.organisation), \(gift.donor), \(gift.donorKind.rawValue), \(gift.regime.rawValue),
                \(gift.dataOrigin.rawValue), \(gift.requiredLevel), \(gift.announcedOn.iso)::date, \(gift.reference),
                \(gift.deedReference), \(gift.deedDate?.iso)::date, \(gift.counterpart))
            RETURNING donation_id
            """
        )
        let donation: Int64 = try row.decode("donation_id")
        try tell("announce-donation", donation, in: db)
        return donation
    }

    /// Writes a line, or writes it over: every field is what it is from now on.
    public static func write(
        _ line: DonationLine,
        of donation: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO core.donation_line (org_id, donation_id, line, kind, maker, model, made_in, description, quantity, received, accepted,
                refused, refusal_reason, declared_unit_cents, reviewed_unit_cents, review_reason, waste_status)
            VALUES (\(speaker.organisation), \(donation), \(line.line), \(line.kind?.rawValue), \(line.maker), \(line.model), \(line.madeIn),
                \(line.description), \(line.quantity), \(line.received), \(line.accepted), \(line.refused), \(line.refusalReason?.rawValue),
                \(line.declaredUnitCents), \(line.reviewedUnitCents), \(line.reviewReason), \(line.wasteStatus.rawValue))
            ON CONFLICT ON CONSTRAINT donation_line_key DO UPDATE
               SET kind = excluded.kind, maker = excluded.maker, model = excluded.model, made_in = excluded.made_in,
                   description = excluded.description, quantity = excluded.quantity, received = excluded.received,
                   accepted = excluded.accepted, refused = excluded.refused, refusal_reason = excluded.refusal_reason,
                   declared_unit_cents = excluded.declared_unit_cents, reviewed_unit_cents = excluded.reviewed_unit_cents,
                   review_reason = excluded.review_reason, waste_status = excluded.waste_status
            """
        )
    }

    public static func correct(
        _ donation: Int64,
        reference: String?,
        deedReference: String?,
        deedDate: Day?,
        counterpart: Int64?,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE core.donation SET reference = coalesce(\(reference), reference), deed_reference = coalesce(\(deedReference), deed_reference),
                deed_date = coalesce(\(deedDate?.iso)::date, deed_date), counterpart_cents = coalesce(\(counterpart), counterpart_cents)
             WHERE org_id = \(speaker.organisation) AND donation_id = \(donation)
            """
        )
        try tell("correct-donation", donation, in: db)
    }

    public static func receive(
        _ donation: Int64,
        on day: Day,
        from bearer: String,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE core.donation SET status = 'received', received_on = \(day.iso)::date, handed_over_by = \(bearer)
             WHERE org_id = \(speaker.organisation) AND donation_id = \(donation)
            """
        )
        try tell("receive-donation", donation, in: db)
    }

    /// Moves the gift to another status, which the command has judged.
    public static func set(
        _ status: DonationStatus,
        of donation: Int64,
        because event: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE core.donation SET status = \(status.rawValue)
             WHERE org_id = \(speaker.organisation) AND donation_id = \(donation)
            """
        )
        try tell(event, donation, in: db)
    }

    /// What the donor's letter, or the grid, says: kept as it is said.
    public static func value(
        _ donation: Int64,
        _ valuation: DonationValuation,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE core.donation SET valuation_basis = \(valuation.basis.rawValue), valuation_unit_cents = \(valuation.unitCents),
                valuation_total_cents = \(valuation.totalCents), valuation_letter = \(valuation.letter),
                valuation_on = \(valuation.on?.iso)::date, valuation_signer = \(valuation.signer)
             WHERE org_id = \(speaker.organisation) AND donation_id = \(donation)
            """
        )
        try tell("value-donation", donation, in: db)
    }

    /// The devices that were announced with the gift and never came.
    public static func announcedDevices(
        of donation: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64] {
        var devices: [Int64] = []
        let rows = try db.rows(
            """
            SELECT d.device_id FROM core.stay AS s
              JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id AND d.stay = s.stay
             WHERE s.org_id = \(speaker.organisation) AND s.donation_id = \(donation) AND d.state = 'announced' ORDER BY d.device_id
            """
        )
        for row in rows { devices.append(try row.decode("device_id")) }
        return devices
    }

    /// Facts without personal text: which gift, and what was done.
    static func tell(
        _ event: String,
        _ donation: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT audit.append_one('donation', \(donation), \(event), '{}'::jsonb)")
    }
}
