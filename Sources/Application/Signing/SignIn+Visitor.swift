import Domain
import Postgres
import Store

/// Who is there.
extension SignIn {
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

    /// Asks the database for a sign of life.
    public func knock() async throws(Failure) {
        _ = try await visitor(of: Token())
    }
}
