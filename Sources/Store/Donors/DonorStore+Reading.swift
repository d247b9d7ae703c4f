public import Domain
public import Postgres

/// A donor as kept.
public struct Donor: Hashable, Sendable {
    public let number: Int64
    public let kind: DonorKind
    public let name: String
    public let legalForm: String?
    public let siren: String?
    public let siret: String?
    public let country: String
    public let address: [String]
    public let email: String?
    public let phone: String?
    public let language: Language
    public let isOpposedToMail: Bool
    /// The donor under which this one is known now.
    public let mergedInto: Int64?
    public let donations: Int64
}

extension DonorStore {
    public struct Contact: Hashable, Sendable {
        public let number: Int64
        public let name: String
        public let role: String?
        public let email: String?
        public let phone: String?
        public let until: String?
    }

    public struct Consent: Hashable, Sendable {
        public let purpose: String
        public let given: Bool
        public let at: Timestamp
        public let how: String
    }

    /// The donor, with the gifts given under this number and under those merged into it.
    public static func find(
        _ number: Int64,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Donor? {
        let row = try db.optionalRow(
            """
            SELECT d.donor_id, d.kind, d.name, d.legal_form, d.siren, d.siret, d.country, d.address, d.email, d.phone, d.language,
                   d.mail_opposed, d.merged_into,
                   (SELECT count(*) FROM core.donation AS g JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
                  WHERE g.org_id = d.org_id AND (o.donor_id = d.donor_id OR o.merged_into = d.donor_id)) AS donations
              FROM core.donor AS d WHERE d.org_id = \(speaker.organisation) AND d.donor_id = \(number)
            """
        )
        guard let row else { return nil }
        return try donor(row)
    }

    /// Several donors, by number, as written down under these numbers.
    public static func find(
        _ numbers: [Int64],
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64: Donor] {
        let rows = try db.rows(
            """
            SELECT d.donor_id, d.kind, d.name, d.legal_form, d.siren, d.siret, d.country, d.address, d.email, d.phone, d.language,
                   d.mail_opposed, d.merged_into, 0::bigint AS donations
              FROM core.donor AS d WHERE d.org_id = \(speaker.organisation) AND d.donor_id = ANY (\(numbers))
            """
        )
        var found: [Int64: Donor] = [:]
        for donor in try donors(rows) { found[donor.number] = donor }
        return found
    }

    /// Donors by number, after a number; those merged into another are left out.
    public static func list(
        kind: DonorKind?,
        after: Int64,
        limit: Int32,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Donor] {
        let rows = try db.rows(
            """
            SELECT d.donor_id, d.kind, d.name, d.legal_form, d.siren, d.siret, d.country, d.address, d.email, d.phone, d.language,
                   d.mail_opposed, d.merged_into,
                   (SELECT count(*) FROM core.donation AS g WHERE g.org_id = d.org_id AND g.donor_id = d.donor_id) AS donations
              FROM core.donor AS d
             WHERE d.org_id = \(speaker.organisation) AND d.donor_id > \(after) AND d.merged_into IS NULL
               AND (\(kind?.rawValue)::text IS NULL OR d.kind = \(kind?.rawValue))
             ORDER BY d.donor_id LIMIT \(limit)
            """
        )
        return try donors(rows)
    }

    /// Donors whose name is like the words, the most alike first, or who carry the number or address exactly.
    public static func search(
        _ words: String,
        limit: Int32,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Donor] {
        let digits = words.filter { $0.isASCII && $0.isNumber }
        let rows = try db.rows(
            """
            SELECT d.donor_id, d.kind, d.name, d.legal_form, d.siren, d.siret, d.country, d.address, d.email, d.phone, d.language,
                   d.mail_opposed, d.merged_into,
                   (SELECT count(*) FROM core.donation AS g WHERE g.org_id = d.org_id AND g.donor_id = d.donor_id) AS donations
              FROM core.donor AS d
             WHERE d.org_id = \(speaker.organisation) AND d.merged_into IS NULL
               AND (word_similarity(\(words), d.name) > 0.35 OR d.name ILIKE '%' || \(words) || '%'
                    OR d.siren = \(digits) OR d.siret = \(digits) OR lower(d.email) = lower(\(words)))
             ORDER BY word_similarity(\(words), d.name) DESC, d.donor_id LIMIT \(limit)
            """
        )
        return try donors(rows)
    }

    /// Donors of this SIREN or of a like name, the most alike first; whom a list may mean.
    public static func alike(
        name: String,
        siren: String?,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Donor] {
        let rows = try db.rows(
            """
            SELECT d.donor_id, d.kind, d.name, d.legal_form, d.siren, d.siret, d.country, d.address, d.email, d.phone, d.language,
                   d.mail_opposed, d.merged_into, 0::bigint AS donations
              FROM core.donor AS d
             WHERE d.org_id = \(speaker.organisation) AND d.merged_into IS NULL AND d.erased_at IS NULL
               AND (d.siren = \(siren) OR d.name % \(name))
             ORDER BY coalesce(d.siren = \(siren), false) DESC, similarity(d.name, \(name)) DESC, d.donor_id LIMIT 50
            """
        )
        return try donors(rows)
    }

    public static func contacts(
        of donor: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Contact] {
        var contacts: [Contact] = []
        let rows = try db.rows(
            """
            SELECT contact_id, name, role, email, phone, until FROM core.donor_contact
             WHERE org_id = \(speaker.organisation) AND donor_id = \(donor) ORDER BY contact_id
            """
        )
        for row in rows {
            contacts.append(
                Contact(
                    number: try row.decode("contact_id"),
                    name: try row.decode("name"),
                    role: try row.decode("role"),
                    email: try row.decode("email"),
                    phone: try row.decode("phone"),
                    until: try row.decode("until")
                )
            )
        }
        return contacts
    }

    /// What was said last of each purpose.
    public static func consents(
        of donor: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Consent] {
        var consents: [Consent] = []
        let rows = try db.rows(
            """
            SELECT DISTINCT ON (purpose) purpose, given, at, how FROM core.donor_consent
             WHERE org_id = \(speaker.organisation) AND donor_id = \(donor) ORDER BY purpose, nth DESC
            """
        )
        for row in rows {
            consents.append(
                Consent(
                    purpose: try row.decode("purpose"),
                    given: try row.decode("given"),
                    at: try row.decode("at"),
                    how: try row.decode("how")
                )
            )
        }
        return consents
    }

    private static func donors(_ rows: Rows) throws(PostgresError) -> [Donor] {
        var donors: [Donor] = []
        for row in rows { donors.append(try donor(row)) }
        return donors
    }

    private static func donor(_ row: Row) throws(PostgresError) -> Donor {
        Donor(
            number: try row.decode("donor_id"),
            kind: DonorKind(rawValue: try row.decode("kind")) ?? .individual,
            name: try row.decode("name"),
            legalForm: try row.decode("legal_form"),
            siren: try row.decode("siren"),
            siret: try row.decode("siret"),
            country: try row.decode("country"),
            address: try row.decode("address"),
            email: try row.decode("email"),
            phone: try row.decode("phone"),
            language: Language(rawValue: try row.decode("language")) ?? .fr,
            isOpposedToMail: try row.decode("mail_opposed"),
            mergedInto: try row.decode("merged_into"),
            donations: try row.decode("donations")
        )
    }
}
