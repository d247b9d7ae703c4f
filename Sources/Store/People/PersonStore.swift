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

/// How a transaction opens: who, when, where, and whether this very request was answered before.
public struct Opening: Sendable {
    public let person: Person
    public let organisation: Organisation
    public let instant: Timestamp
    public let today: Day
    /// The command, the hash of its content and the outcome recorded under the key; nil when the key is new or absent.
    public let answered: (command: String, content: [UInt8], outcome: String?)?
    /// Whether the act to be done asks for more than a role.
    public let isGuarded: Bool
}

/// Where answers to keyed requests are kept: those of the social services lie behind their own wall.
public enum AnswerShelf: Sendable {
    case main
    case social
}

public enum PersonStore {
    /// Waits for whoever acts under the same key at this moment; travels with `BEGIN`.
    public static func lock(key: String) -> Query {
        "SELECT pg_advisory_xact_lock(hashtextextended(\(key), 7301))"
    }

    /// Reads in one statement all that a transaction needs to know before it acts; nil when nobody answers to the person.
    public static func open(
        _ speaker: Speaker,
        key: String?,
        for act: String? = nil,
        on shelf: AnswerShelf = .main,
        in db: isolated Connection
    ) throws(PostgresError) -> Opening? {
        switch shelf {
        case .main: return try openMain(speaker, key: key, act, in: db)
        case .social: return try openSocial(speaker, key: key, act, in: db)
        }
    }

    private static func openMain(
        _ speaker: Speaker,
        key: String?,
        _ act: String?,
        in db: isolated Connection
    ) throws(PostgresError) -> Opening? {
        let row = try db.optionalRow(
            """
            SELECT p.login, p.name, p.language, o.name AS organisation, o.time_zone, o.currency, t.now,
                   (t.now AT TIME ZONE o.time_zone)::date::text AS today,
                   ARRAY(SELECT r.role FROM core.person_role AS r
                          WHERE r.org_id = p.org_id AND r.person_id = p.person_id AND t.now <@ r.during) AS roles,
                   i.command, i.content_sha256, i.outcome::text AS outcome,
                   EXISTS (SELECT FROM reference.guarded_act AS g WHERE g.act = \(act)) AS guarded
              FROM (SELECT clock_timestamp() AS now) AS t
              JOIN core.person AS p ON p.org_id = \(speaker.organisation) AND p.person_id = \(speaker.person)
                   AND t.now <@ p.active_during
              JOIN core.organisation AS o ON o.org_id = p.org_id
              LEFT JOIN core.idempotency AS i ON i.org_id = p.org_id AND i.key = \(key)
            """
        )
        guard let row else { return nil }
        return try opening(speaker, row)
    }

    private static func openSocial(
        _ speaker: Speaker,
        key: String?,
        _ act: String?,
        in db: isolated Connection
    ) throws(PostgresError) -> Opening? {
        let row = try db.optionalRow(
            """
            SELECT p.login, p.name, p.language, o.name AS organisation, o.time_zone, o.currency, t.now,
                   (t.now AT TIME ZONE o.time_zone)::date::text AS today,
                   ARRAY(SELECT r.role FROM core.person_role AS r
                          WHERE r.org_id = p.org_id AND r.person_id = p.person_id AND t.now <@ r.during) AS roles,
                   i.command, i.content_sha256, i.outcome::text AS outcome,
                   EXISTS (SELECT FROM reference.guarded_act AS g WHERE g.act = \(act)) AS guarded
              FROM (SELECT clock_timestamp() AS now) AS t
              JOIN core.person AS p ON p.org_id = \(speaker.organisation) AND p.person_id = \(speaker.person)
                   AND t.now <@ p.active_during
              JOIN core.organisation AS o ON o.org_id = p.org_id
              LEFT JOIN social.kept_answer AS i ON i.org_id = p.org_id AND i.key = \(key)
            """
        )
        guard let row else { return nil }
        return try opening(speaker, row)
    }

    private static func opening(
        _ speaker: Speaker,
        _ row: Row
    ) throws(PostgresError) -> Opening {
        let command: String? = try row.decode("command")
        let content: [UInt8]? = try row.decode("content_sha256")
        let outcome: String? = try row.decode("outcome")
        return Opening(
            person: try person(speaker.person, row),
            organisation: Organisation(
                id: speaker.organisation,
                name: try row.decode("organisation"),
                timeZone: try row.decode("time_zone"),
                currency: try row.decode("currency")
            ),
            instant: try row.decode("now"),
            today: Day(try row.decode("today", as: String.self)) ?? Day(number: 0),
            answered: command.map { ($0, content ?? [], outcome) },
            isGuarded: try row.decode("guarded")
        )
    }

    /// Begins an act that asks for more than a role, or that approves a proposal: the door refuses where proof or a second
    /// person is missing.
    public static func begin(
        _ act: String,
        content: [UInt8],
        approving proposal: Int64?,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.begin_act(\(act), \(content), \(proposal))")
    }

    private static func person(_ id: Int64, _ row: Row) throws(PostgresError) -> Person {
        Person(
            id: id,
            login: try row.decode("login"),
            name: try row.decode("name"),
            language: Language(rawValue: try row.decode("language")) ?? .fr,
            roles: Set(try row.decode("roles", as: [String].self).compactMap(Role.init(rawValue:)))
        )
    }

    /// Keeps the answer under its key, for ever.
    public static func keep(
        _ key: String,
        command: String,
        content: [UInt8],
        outcome: String,
        for speaker: Speaker,
        on shelf: AnswerShelf,
        in db: isolated Connection
    ) throws(PostgresError) {
        switch shelf {
        case .main:
            try db.execute(
                """
                INSERT INTO core.idempotency (org_id, key, command, content_sha256, outcome, person_id)
                VALUES (\(speaker.organisation), \(key), \(command), \(content), \(outcome)::jsonb, \(speaker.person))
                """
            )
        case .social:
            try db.execute(
                """
                INSERT INTO social.kept_answer (org_id, key, command, content_sha256, outcome, person_id)
                VALUES (\(speaker.organisation), \(key), \(command), \(content), \(outcome)::jsonb, \(speaker.person))
                """
            )
        }
    }

    /// What an organisation is called.
    public static func name(
        of organisation: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> String {
        try db.row("SELECT name FROM core.organisation WHERE org_id = \(organisation)").decode(
            "name"
        )
    }

    /// The number of the person behind a login; nil when there is none.
    public static func find(
        login: String,
        organisation: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64? {
        try db.optionalRow(
            "SELECT person_id FROM core.person WHERE org_id = \(organisation) AND login = \(login)"
        )?.decode("person_id")
    }

    /// The day on which an organisation was founded, where it is.
    public static func foundingDay(
        of organisation: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> Day {
        let prologue = Speaker(organisation: organisation, person: 0).prologue(key: nil, now: 0)
        return try db.transaction(.readOnly, prologue: prologue) {
            (db) throws(PostgresError) -> Day in
            let row = try db.row(
                """
                SELECT (created_at AT TIME ZONE time_zone)::date::text AS day FROM core.organisation
                 WHERE org_id = \(organisation)
                """
            )
            return try row.day("day") ?? Day(number: 0)
        }
    }

    /// Numbers by login of all who may act at this moment.
    public static func logins(
        of organisation: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> [String: Int64] {
        let prologue = Speaker(organisation: organisation, person: 0).prologue(key: nil, now: 0)
        return try db.transaction(.readOnly, prologue: prologue) {
            (db) throws(PostgresError) -> [String: Int64] in
            var logins: [String: Int64] = [:]
            let rows = try db.rows(
                """
                SELECT login, person_id FROM core.person
                 WHERE org_id = \(organisation) AND clock_timestamp() <@ active_during
                """
            )
            for row in rows {
                logins[try row.decode("login")] = try row.decode("person_id", as: Int64.self)
            }
            return logins
        }
    }
}
