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

    /// Who holds a session; nil when it has ended.
    ///
    /// Its use is noted once a minute, so that reading a page does not write. A shared bench is shown things as whoever opened
    /// it, within the roles of a bench.
    public func visitor(of token: Token) async throws(Failure) -> Visitor? {
        let found = try await reading { (db) throws(PostgresError) -> (Visitor, isStale: Bool)? in
            guard let holder = try SessionStore.holder(ofSession: token.bytes, in: db) else {
                return nil
            }
            let hash = Digest.sha256(token.bytes)
            let door: Speaker.Door = holder.station == nil ? .session(hash) : .station(hash)
            guard var visitor = try visitor(holder.person, through: door, scopes: [], in: db)
            else { return nil }
            visitor.station = holder.station
            visitor.owesFactor = holder.owesFactor
            return (visitor, holder.isStale)
        }
        guard let found else { return nil }
        if found.isStale {
            try await writing { (db) throws(PostgresError) in
                try SessionStore.touch(token.bytes, in: db)
            }
        }
        return found.0
    }

    /// Who gave a PIN at a shared bench, for one act; five wrong ones in a row lock person and bench for each other.
    ///
    /// - Throws: `pin_wrong`, `pin_locked`.
    public func visitor(
        at station: Token,
        login: String,
        pin: String
    ) async throws(Failure) -> Visitor {
        let login = String(login.lowercased().prefix(64))
        let tried = try await writing { (db) throws(PostgresError) in
            try StationStore.begin(login: login, at: station.bytes, in: db)
        }
        guard await passwords.matches(pin, tried.pin), let person = tried.person else {
            throw .refused(Refusal(.pinWrong, ["login": .text(login)]))
        }
        try await writing { (db) throws(PostgresError) in
            try StationStore.pass(person, at: station.bytes, in: db)
        }
        let door = Speaker.Door.pin(Digest.sha256(station.bytes))
        let found = try await reading { (db) throws(PostgresError) -> Visitor? in
            try visitor(person, through: door, scopes: [], in: db)
        }
        guard let found else { throw .unauthenticated }
        return found
    }

    /// Who a program's key speaks as; nil when it has ended.
    public func visitor(holding key: Token) async throws(Failure) -> Visitor? {
        try await reading { (db) throws(PostgresError) -> Visitor? in
            guard let found = try SessionStore.holder(of: key.bytes, in: db) else { return nil }
            return try visitor(
                found.person,
                through: .key(found.token),
                scopes: found.scopes,
                in: db
            )
        }
    }

    private func visitor(
        _ person: Int64,
        through door: Speaker.Door,
        scopes: [String],
        in db: isolated Connection
    ) throws(PostgresError) -> Visitor? {
        let speaker = Speaker(organisation: organisation, person: person, through: door)
        guard
            let opening = try PersonStore.open(
                speaker,
                key: nil,
                on: application.home.shelf,
                in: db
            )
        else {
            return nil
        }
        return Visitor(
            speaker: speaker,
            login: opening.person.login,
            name: opening.person.name,
            language: opening.person.language,
            roles: speaker.isStation
                ? opening.person.roles.intersection(Role.atTheBench) : opening.person.roles,
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

    /// Puts a letter with a link into the outbox, when somebody with an address answers to the login or the address.
    ///
    /// Who asks is told the same in either case.
    /// - Throws: `too_many_attempts`: three for a login in a quarter of an hour.
    public func forgot(_ account: String, address: String) async throws(Failure) {
        let token = Token()
        let link = application.publicAddress + "/invitation/" + token.text
        let speaker = nobody
        try await writing { (db) throws(PostgresError) in
            let recipient = try ResetStore.begin(
                account: String(account.prefix(200)),
                address: String(address.prefix(64)),
                token: token.bytes,
                in: db
            )
            guard let recipient else { return }
            let words = LinkLetter(
                .reset,
                address: link,
                name: recipient.name,
                organisation: try PersonStore.name(of: speaker.organisation, in: db),
                language: recipient.language
            )
            _ = try LetterStore.put(words.letter(to: recipient), of: speaker, in: db)
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
