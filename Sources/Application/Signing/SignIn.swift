import Domain
import Postgres
import Store

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

    var nobody: Speaker { Speaker(organisation: organisation, person: 0) }

    /// How signing in goes on.
    public enum Step: Sendable {
        /// The session is open.
        case signedIn(Token)
        /// The password was right; a code is asked for, and this token says so.
        case code(Token)
    }

    /// Checks a password, and opens a session unless a code is to be shown as well.
    ///
    /// The same refusal for a wrong password and an unknown login, after the same time.
    /// - Throws: `sign_in_wrong`, `too_many_attempts`.
    public func begin(
        login: String,
        password: String,
        address: String
    ) async throws(Failure) -> Step {
        let login = String(login.prefix(64))
        let attempt = try await writing { (db) throws(PostgresError) in
            try SessionStore.begin(account: login, address: String(address.prefix(64)), in: db)
        }
        guard await passwords.matches(password, attempt.password) else {
            throw .refused(Refusal(.signInWrong, ["login": .text(login)]))
        }
        return try await goOn(after: attempt)
    }

    /// Opens the session of a try that was checked, unless a code is still to come.
    func goOn(after attempt: SessionStore.Attempt) async throws(Failure) -> Step {
        let token = Token()
        let asksCode = attempt.secret != nil
        try await writing { (db) throws(PostgresError) in
            if asksCode {
                try CodeStore.pass(attempt, token: token.bytes, in: db)
            } else {
                try SessionStore.open(after: attempt, token: token.bytes, in: db)
            }
        }
        return asksCode ? .code(token) : .signedIn(token)
    }

    /// Opens a session by a password alone.
    ///
    /// - Throws: `sign_in_wrong`, `too_many_attempts`; `code_wrong` for a person with a second factor.
    public func open(
        login: String,
        password: String,
        address: String
    ) async throws(Failure) -> Token {
        switch try await begin(login: login, password: password, address: address) {
        case .signedIn(let token): return token
        case .code: throw .refused(Refusal(.codeWrong, ["seconds": .number(30)]))
        }
    }

    /// Opens a session after the password, by a code of the telephone or a recovery code; either is spent.
    ///
    /// - Throws: `code_wrong` also for a code that was used before; `sign_in_again` when the password was too long ago;
    ///   `too_many_attempts`.
    public func open(
        passed: Token,
        code: String,
        address: String
    ) async throws(Failure) -> Token {
        let tried = try await writing { (db) throws(PostgresError) in
            try CodeStore.begin(passed: passed.bytes, address: String(address.prefix(64)), in: db)
        }
        let shown = seal.shown(code, tried.secret, of: tried.person, at: secondsSince1970())
        guard let shown else { throw .refused(Refusal(.codeWrong, ["seconds": .number(30)])) }
        let token = Token()
        try await writing { (db) throws(PostgresError) in
            try CodeStore.open(after: tried, shown, token: token.bytes, in: db)
        }
        return token
    }

    /// Proves within a session who is there, by the password or, for whoever has a second factor, a code.
    ///
    /// - Throws: `sign_in_wrong`, `code_wrong` for a code that was used before, `too_many_attempts`.
    public func prove(
        _ session: Token,
        by secret: String,
        address: String
    ) async throws(Failure) {
        let attempt = try await writing { (db) throws(PostgresError) in
            try CodeStore.beginProof(
                session: session.bytes,
                address: String(address.prefix(64)),
                in: db
            )
        }
        var shown: SessionStore.Shown?
        if let person = attempt.person, let sealed = attempt.secret {
            shown = seal.shown(secret, sealed, of: person, at: secondsSince1970())
        }
        if shown == nil, await !passwords.matches(secret, attempt.password) {
            throw .refused(Refusal(.proofWrong, ["tries": .number(10)]))
        }
        let proof = shown
        try await writing { (db) throws(PostgresError) in
            try CodeStore.renewProof(session: session.bytes, after: attempt, proof, in: db)
        }
    }

    private var seal: FactorSeal {
        FactorSeal(application.secrets, organisation: organisation)
    }

    /// What a form of this session carries, so that no other site can send it in the person's name.
    public func formToken(for session: Token) -> String {
        Digest.hex(
            Digest.hmac(Array("form".utf8) + session.bytes, key: application.secrets.signing.bytes)
        )
    }

    /// Makes a word of the house of what an address of this session carries, for no other session and out of nobody else's hand.
    public func mark(of told: [UInt8], for session: Token) -> String {
        let text = Array("told".utf8) + session.bytes + told
        return Digest.hex(Digest.hmac(text, key: application.secrets.signing.bytes))
    }

    /// Ends a session; nothing when it has ended.
    public func close(_ token: Token) async throws(Failure) {
        try await writing { (db) throws(PostgresError) in
            try SessionStore.end(token.bytes, in: db)
        }
    }

    @discardableResult
    func writing<R: Sendable>(
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
        return try await application.lease(application.home) { (db) throws(Failure) -> R in
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

extension OpenMoulin {
    /// Signing in to this house.
    public var signIn: SignIn {
        SignIn(application, organisation: speaker.organisation)
    }
}
