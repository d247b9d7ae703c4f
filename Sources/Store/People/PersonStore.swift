public import Domain
public import Postgres

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
        let row = try db.optionalRow(opening(speaker, key, act, on: shelf))
        guard let row else { return nil }
        var opening = try Opening(speaker.organisation, row)
        opening.isGuarded = try row.decode("guarded")
        if let command: String = try row.decode("command") {
            let content: [UInt8] = try row.decode("content_sha256")
            opening.answered = (command, content, try row.decode("outcome"))
        }
        return opening
    }

    /// Whoever asks, as of now; nil when nobody answers to the person.
    public static func opening(of speaker: Speaker) -> Reading<Opening?> {
        .optional(
            """
            SELECT person_id, login, name, language, organisation, time_zone, currency, now, today, roles FROM core.present_person
             WHERE org_id = \(speaker.organisation) AND person_id = \(speaker.person)
            """
        ) { (row) throws(PostgresError) in try Opening(speaker.organisation, row) }
    }

    private static func opening(
        _ speaker: Speaker,
        _ key: String?,
        _ act: String?,
        on shelf: AnswerShelf
    ) -> Query {
        switch shelf {
        case .main:
            """
            SELECT p.person_id, p.login, p.name, p.language, p.organisation, p.time_zone, p.currency, p.now, p.today, p.roles,
                   i.command, i.content_sha256, i.outcome::text AS outcome,
                   EXISTS (SELECT FROM reference.guarded_act AS g WHERE g.act = \(act)) AS guarded
              FROM core.present_person AS p LEFT JOIN core.idempotency AS i ON i.org_id = p.org_id AND i.key = \(key)
             WHERE p.org_id = \(speaker.organisation) AND p.person_id = \(speaker.person)
            """
        case .social:
            """
            SELECT p.person_id, p.login, p.name, p.language, p.organisation, p.time_zone, p.currency, p.now, p.today, p.roles,
                   i.command, i.content_sha256, i.outcome::text AS outcome,
                   EXISTS (SELECT FROM reference.guarded_act AS g WHERE g.act = \(act)) AS guarded
              FROM core.present_person AS p LEFT JOIN social.kept_answer AS i ON i.org_id = p.org_id AND i.key = \(key)
             WHERE p.org_id = \(speaker.organisation) AND p.person_id = \(speaker.person)
            """
        }
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
