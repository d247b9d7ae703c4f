public import Domain
public import Postgres

/// Who gives, as written down.
public struct DonorFields: Hashable, Sendable {
    public var kind: DonorKind?
    public var name: String?
    public var legalForm: String?
    public var siren: String?
    public var siret: String?
    public var country: String?
    /// As on an envelope, the line of postal code and town last; nil says nothing.
    public var address: [String]?
    public var email: String?
    public var phone: String?
    public var language: Language?

    public init(
        kind: DonorKind? = nil,
        name: String? = nil,
        legalForm: String? = nil,
        siren: String? = nil,
        siret: String? = nil,
        country: String? = nil,
        address: [String]? = nil,
        email: String? = nil,
        phone: String? = nil,
        language: Language? = nil
    ) {
        self.kind = kind
        self.name = name
        self.legalForm = legalForm
        self.siren = siren
        self.siret = siret
        self.country = country
        self.address = address
        self.email = email
        self.phone = phone
        self.language = language
    }
}

/// Donors: written down, corrected, merged, and what they want to hear from us.
public enum DonorStore {
    public static func add(
        _ donor: DonorFields,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        let row = try db.row(
            """
            INSERT INTO core.donor (org_id, kind, name, legal_form, siren, siret, country, address, email, phone, language)
            VALUES (\(speaker.organisation), \(donor.kind?.rawValue), \(donor.name), \(donor.legalForm), \(donor.siren),
                \(donor.siret), coalesce(\(donor.country), 'FR'), coalesce(\(donor.address)::text[], '{}'), \(donor.email),
                \(donor.phone), coalesce(\(donor.language?.rawValue), 'fr'))
            RETURNING donor_id
            """
        )
        let number: Int64 = try row.decode("donor_id")
        try tell("add-donor", number, in: db)
        return number
    }

    /// Corrects what is given and leaves the rest; an empty text takes a fact away.
    public static func change(
        _ donor: Int64,
        to fields: DonorFields,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE core.donor SET kind = coalesce(\(fields.kind?.rawValue), kind), name = coalesce(\(fields.name), name),
                legal_form = nullif(coalesce(\(fields.legalForm), legal_form), ''), siren = nullif(coalesce(\(fields.siren), siren), ''),
                siret = nullif(coalesce(\(fields.siret), siret), ''), country = coalesce(\(fields.country), country),
                address = coalesce(\(fields.address)::text[], address), email = nullif(coalesce(\(fields.email), email), ''),
                phone = nullif(coalesce(\(fields.phone), phone), ''), language = coalesce(\(fields.language?.rawValue), language)
             WHERE org_id = \(speaker.organisation) AND donor_id = \(donor)
            """
        )
        try tell("change-donor", donor, in: db)
    }

    /// Lets `other` be known as `donor` from now on.
    ///
    /// Every gift and paper of `other` stays under the number it was given under: history is read through the merge and
    /// never rewritten.
    public static func merge(
        _ other: Int64,
        into donor: Int64,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE core.donor SET merged_into = \(donor)
             WHERE org_id = \(speaker.organisation) AND (donor_id = \(other) OR merged_into = \(other))
            """
        )
        try tell("merge-donor", other, in: db)
        try tell("merge-donor", donor, in: db)
    }

    public static func addContact(
        _ name: String,
        role: String?,
        email: String?,
        phone: String?,
        to donor: Int64,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        let row = try db.row(
            """
            INSERT INTO core.donor_contact (org_id, donor_id, name, role, email, phone)
            VALUES (\(speaker.organisation), \(donor), \(name), \(role), \(email), \(phone)) RETURNING contact_id
            """
        )
        try tell("add-donor-contact", donor, in: db)
        return try row.decode("contact_id")
    }

    /// A contact who is no longer the one to ask; false when there is no such contact of the donor.
    public static func endContact(
        _ contact: Int64,
        of donor: Int64,
        on day: Day,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        let changed = try db.execute(
            """
            UPDATE core.donor_contact SET until = \(day.iso)::date
             WHERE org_id = \(speaker.organisation) AND donor_id = \(donor) AND contact_id = \(contact)
            """
        )
        try tell("end-donor-contact", donor, in: db)
        return changed == 1
    }

    /// What a donor agreed to or objected to; what was said before stays written down.
    public static func recordConsent(
        to purpose: String,
        given: Bool,
        how: String,
        by donor: Int64,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO core.donor_consent (org_id, donor_id, nth, purpose, given, how)
            SELECT \(speaker.organisation), \(donor), coalesce(max(nth), 0) + 1, \(purpose)::text, \(given)::boolean, \(how)::text
              FROM core.donor_consent WHERE org_id = \(speaker.organisation) AND donor_id = \(donor) AND purpose = \(purpose)
            """
        )
        try db.execute(
            """
            UPDATE core.donor SET mail_opposed = NOT \(given)::boolean
             WHERE org_id = \(speaker.organisation) AND donor_id = \(donor) AND \(purpose)::text = 'mail'
            """
        )
        try tell("record-donor-consent", donor, in: db)
    }

    /// The event says that it happened, never what was written: that is personal.
    private static func tell(
        _ event: String,
        _ donor: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT audit.append_one('donor', \(donor), \(event), '{}'::jsonb)")
    }
}
