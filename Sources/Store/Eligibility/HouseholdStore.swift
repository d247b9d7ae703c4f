public import Domain
public import Postgres

/// Households, known by the keyed hashes of their adults.
public enum HouseholdStore {
    public struct Adult: Hashable, Sendable {
        /// HMAC-SHA-256 over the adult's normalised identity, 32 bytes.
        public let key: [UInt8]
        public let familyName: String
        public let givenName: String
        public let bornOn: Day

        public init(key: [UInt8], familyName: String, givenName: String, bornOn: Day) {
            self.key = key
            self.familyName = familyName
            self.givenName = givenName
            self.bornOn = bornOn
        }
    }

    /// The households in which any of these adults lives now, oldest first; locked until the transaction ends.
    public static func households(
        of keys: [[UInt8]],
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64] {
        var found: [Int64] = []
        for key in keys {
            let row = try db.optionalRow(
                """
                SELECT a.household_id FROM social.adult AS a
                  JOIN social.household AS h ON h.org_id = a.org_id AND h.household_id = a.household_id
                 WHERE a.adult_key = \(key) AND clock_timestamp() <@ a.during FOR UPDATE OF h
                """
            )
            guard let row else { continue }
            found.append(try row.decode("household_id"))
        }
        return Set(found).sorted()
    }

    public static func add(
        _ household: Household,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            INSERT INTO social.household (org_id, persons, children_in_education)
            VALUES (\(speaker.organisation), \(Int32(clamping: household.persons)),
                    \(Int32(clamping: household.childrenInEducation)))
            RETURNING household_id
            """
        ).decode("household_id")
    }

    public static func update(
        _ household: Household,
        number: Int64,
        on day: Day,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE social.household
               SET persons = \(Int32(clamping: household.persons)),
                   children_in_education = \(Int32(clamping: household.childrenInEducation)),
                   last_contact_on = \(day.iso)::date
             WHERE household_id = \(number)
            """
        )
    }

    /// Lets an adult live in this household from now on, wherever they lived before.
    public static func settle(
        _ adult: Adult,
        in household: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE social.adult SET during = tstzrange(lower(during), clock_timestamp())
             WHERE adult_key = \(adult.key) AND household_id <> \(household) AND upper_inf(during)
            """
        )
        try db.execute(
            """
            INSERT INTO social.adult AS a (org_id, household_id, adult_key, family_name, given_name, born_on, during)
            VALUES (\(speaker.organisation), \(household), \(adult.key), \(adult.familyName), \(adult.givenName),
                    \(adult.bornOn.iso)::date, tstzrange(clock_timestamp(), NULL))
            ON CONFLICT ON CONSTRAINT adult_id DO UPDATE
               SET family_name = excluded.family_name, given_name = excluded.given_name, born_on = excluded.born_on,
                   during = tstzrange(CASE WHEN upper_inf(a.during) THEN lower(a.during) ELSE lower(excluded.during) END, NULL)
            """
        )
    }

    /// The adults who live in a household now; names are absent once they were erased.
    public static func adults(
        of household: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> [(familyName: String?, givenName: String?, bornOn: Day?)] {
        var adults: [(familyName: String?, givenName: String?, bornOn: Day?)] = []
        let rows = try db.rows(
            """
            SELECT family_name, given_name, born_on::text AS born_on FROM social.adult
             WHERE household_id = \(household) AND clock_timestamp() <@ during ORDER BY family_name, given_name
            """
        )
        for row in rows {
            adults.append(
                (
                    try row.decode("family_name"), try row.decode("given_name"),
                    try row.day("born_on")
                )
            )
        }
        return adults
    }
}
