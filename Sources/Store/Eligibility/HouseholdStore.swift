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
        let rows = try db.rows("SELECT h AS household_id FROM social.households_of(\(keys)) AS h")
        for row in rows { found.append(try row.decode("household_id")) }
        return found
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

    /// Writes down who lives there from now on, under the name of what was done.
    public static func update(
        _ household: Household,
        number: Int64,
        on day: Day,
        as event: String? = nil,
        in db: isolated Connection
    ) throws(PostgresError) {
        if let event {
            try db.execute(
                "SELECT audit.append_one('household', \(number), \(event), '{}'::jsonb)"
            )
        }
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
            SELECT social.settle_adult(\(household), \(adult.key), \(adult.familyName), \(adult.givenName), \(adult.bornOn.iso)::date)
            """
        )
    }

    /// An adult lives here no longer; the door refuses the last one and one who does not.
    public static func end(
        adult key: [UInt8],
        in household: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT social.end_adult(\(household), \(key))")
    }

    /// A household, locked until the transaction ends; nil when there is none of this number.
    public static func locked(
        _ number: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Household? {
        try db.optionalRow(
            """
            SELECT persons, children_in_education FROM social.household WHERE household_id = \(number) FOR UPDATE
            """
        ).map { (row) throws(PostgresError) in try household(row) }
    }

    /// A household and the last day on which it was heard of; nil when there is none of this number.
    public static func show(
        _ number: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> (household: Household, lastContactOn: Day)? {
        let row = try db.optionalRow(
            """
            SELECT persons, children_in_education, last_contact_on::text AS last_contact_on
              FROM social.household WHERE household_id = \(number)
            """
        )
        return try row.map { (row) throws(PostgresError) in
            (try household(row), try row.day("last_contact_on") ?? Day(number: 0))
        }
    }

    private static func household(_ row: Row) throws(PostgresError) -> Household {
        Household(
            persons: Int(try row.decode("persons", as: Int32.self)),
            childrenInEducation: Int(try row.decode("children_in_education", as: Int32.self))
        )
    }

    /// Whether there is room for one more of each kind: yes or no, and no more.
    public static func room(
        in household: Int64,
        under quotas: [QuotaKind: Int],
        in db: isolated Connection
    ) throws(PostgresError) -> [QuotaKind: Bool] {
        var room: [QuotaKind: Bool] = [:]
        for (kind, quota) in quotas {
            room[kind] = try db.row(
                "SELECT social.has_room(\(household), \(kind.rawValue), \(Int32(clamping: quota))) AS room"
            ).decode("room")
        }
        return room
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
