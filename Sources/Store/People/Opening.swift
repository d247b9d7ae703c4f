public import Domain
public import Postgres

/// A member of staff, with the roles held at this moment.
public struct Person: Hashable, Sendable {
    public let id: Int64
    public let login: String
    public let name: String
    public let language: Language
    public let roles: Set<Role>

    /// The same person, trusted with some of the roles only.
    public func within(_ roles: Set<Role>) -> Person {
        Person(
            id: id,
            login: login,
            name: name,
            language: language,
            roles: self.roles.intersection(roles)
        )
    }
}

/// What the house is called and how it counts days and money.
public struct Organisation: Hashable, Sendable {
    public let id: Int32
    public let name: String
    public let timeZone: String
    public let currency: String
}

/// How a request opens: who, when, where, and whether this very request was answered before.
public struct Opening: Sendable {
    public let person: Person
    public let organisation: Organisation
    public let instant: Timestamp
    public let today: Day
    /// The command, the hash of its content and the outcome recorded under the key; nil when the key is new or absent.
    public internal(set) var answered: (command: String, content: [UInt8], outcome: String?)?
    /// Whether the act to be done asks for more than a role.
    public internal(set) var isGuarded = false

    /// Reads a row of `core.present_person`.
    init(_ organisation: Int32, _ row: Row) throws(PostgresError) {
        let roles: [String] = try row.decode("roles")
        person = Person(
            id: try row.decode("person_id"),
            login: try row.decode("login"),
            name: try row.decode("name"),
            language: Language(rawValue: try row.decode("language")) ?? .fr,
            roles: Set(roles.compactMap(Role.init(rawValue:)))
        )
        self.organisation = Organisation(
            id: organisation,
            name: try row.decode("organisation"),
            timeZone: try row.decode("time_zone"),
            currency: try row.decode("currency")
        )
        instant = try row.decode("now")
        today = Day(try row.decode("today", as: String.self)) ?? Day(number: 0)
    }
}
