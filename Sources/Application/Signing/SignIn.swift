public import Domain
import Postgres
public import Store

/// How people prove who they are, for the doors that are open to everybody.
///
/// Before it is known who is there, the service speaks as nobody: person 0 of the organisation, who holds no role.
public struct SignIn: Sendable {
    /// Fewer characters are too easily guessed, whatever they are (CNIL 2022: 14 without other conditions; here
    /// tries are limited as well, which allows 12).
    public static let shortestPassword = 12

    let application: Application
    let organisation: Int32
    let passwords = PasswordHash()

    public init(_ application: Application, organisation: Int32) {
        self.application = application
        self.organisation = organisation
    }

    private var nobody: Speaker { Speaker(organisation: organisation, person: 0) }

    /// Opens a session.
    ///
    /// The same refusal for a wrong password and an unknown login, after the same time.
    /// - Throws: `sign_in_wrong`, `too_many_attempts`.
    public func open(
        login: String,
        password: String,
        address: String
    ) async throws(Failure) -> Token {
        let login = String(login.prefix(64))
        let attempt = try await writing { (db) throws(PostgresError) in
            try SessionStore.begin(account: login, address: String(address.prefix(64)), in: db)
        }
        guard await passwords.matches(password, attempt.password) else {
            throw .refused(Refusal(.signInWrong, ["login": .text(login)]))
        }
        let token = Token()
        try await writing { (db) throws(PostgresError) in
            try SessionStore.open(after: attempt, token: token.bytes, in: db)
        }
        return token
    }

    /// Who holds a session; nil when it has ended.
    ///
    /// Its use is noted once a minute, so that reading a page does not write.
    public func visitor(of token: Token) async throws(Failure) -> Visitor? {
        let found = try await reading { (db) throws(PostgresError) -> (Visitor, isStale: Bool)? in
            guard let found = try SessionStore.person(of: token.bytes, in: db),
                let visitor = try visitor(found.person, scopes: [], in: db)
            else { return nil }
            return (visitor, found.isStale)
        }
        guard let found else { return nil }
        if found.isStale {
            try await writing { (db) throws(PostgresError) in
                try SessionStore.touch(token.bytes, in: db)
            }
        }
        return found.0
    }

    /// Who a program's key speaks as; nil when it has ended.
    public func visitor(holding key: Token) async throws(Failure) -> Visitor? {
        try await reading { (db) throws(PostgresError) -> Visitor? in
            guard let found = try SessionStore.holder(of: key.bytes, in: db) else { return nil }
            return try visitor(found.person, scopes: found.scopes, in: db)
        }
    }

    private func visitor(
        _ person: Int64,
        scopes: [String],
        in db: isolated Connection
    ) throws(PostgresError) -> Visitor? {
        let speaker = Speaker(organisation: organisation, person: person)
        guard let opening = try PersonStore.open(speaker, key: nil, in: db) else { return nil }
        return Visitor(
            speaker: speaker,
            login: opening.person.login,
            name: opening.person.name,
            language: opening.person.language,
            roles: opening.person.roles,
            organisation: opening.organisation.name,
            today: opening.today,
            scopes: scopes
        )
    }

    /// What a form of this session carries, so that no other site can send it in the person's name.
    public func formToken(for session: Token) -> String {
        Digest.hex(
            Digest.hmac(Array("form".utf8) + session.bytes, key: application.secrets.signing.bytes)
        )
    }

    /// Ends a session; nothing when it has ended.
    public func close(_ token: Token) async throws(Failure) {
        try await writing { (db) throws(PostgresError) in
            try SessionStore.end(token.bytes, in: db)
        }
    }

    /// Spends an invitation: the person has this password from now on, and no session from before.
    ///
    /// - Throws: `password_too_short`, `invitation_spent`.
    public func choosePassword(_ password: String, with link: Token) async throws(Failure) {
        guard password.count >= Self.shortestPassword else {
            throw .refused(
                Refusal(
                    .passwordTooShort,
                    ["length": .number(password.count), "least": .number(Self.shortestPassword)]
                )
            )
        }
        let hash = await passwords.hash(password)
        try await writing { (db) throws(PostgresError) in
            _ = try SessionStore.choosePassword(hash: hash, with: link.bytes, in: db)
        }
    }

    private func reading<R: Sendable>(
        _ body: @Sendable (isolated Connection) throws(PostgresError) -> R
    ) async throws(Failure) -> R {
        try await inTransaction(.snapshot, key: nil, body)
    }

    @discardableResult
    private func writing<R: Sendable>(
        _ body: @Sendable (isolated Connection) throws(PostgresError) -> R
    ) async throws(Failure) -> R {
        try await inTransaction(.readWrite, key: application.secrets.signing, body)
    }

    private func inTransaction<R: Sendable>(
        _ mode: TransactionMode,
        key: SigningKey?,
        _ body: @Sendable (isolated Connection) throws(PostgresError) -> R
    ) async throws(Failure) -> R {
        let prologue = nobody.prologue(key: key, now: secondsSince1970())
        return try await application.lease(.main) { (db) throws(Failure) -> R in
            try Failure.running { () throws(PostgresError) in
                try db.transaction(mode, prologue: prologue, body)
            }
        }
    }
}

extension SignIn {
    /// A name for a file's content: SHA-256 in hexadecimal digits.
    public static func fingerprint(_ bytes: [UInt8]) -> String {
        Digest.hex(Digest.sha256(bytes))
    }
}

extension SignIn {
    /// Asks the database for a sign of life.
    public func knock() async throws(Failure) {
        _ = try await visitor(of: Token())
    }
}

extension OpenMoulin {
    /// Signing in to this house.
    public var signIn: SignIn {
        SignIn(application, organisation: speaker.organisation)
    }
}
