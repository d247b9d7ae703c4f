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
        let holder = try await application.answer(
            SessionStore.holder(ofSession: token.bytes, in: organisation),
            as: nobody
        )
        guard let holder else { return nil }
        if holder.isStale {
            try await writing { (db) throws(PostgresError) in
                try SessionStore.touch(token.bytes, in: db)
            }
        }
        let hash = Digest.sha256(token.bytes)
        let door: Speaker.Door = holder.station == nil ? .session(hash) : .station(hash)
        var visitor = visitor(holder.opening, through: door)
        visitor.station = holder.station
        visitor.owesFactor = holder.owesFactor
        return visitor
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
        let speaker = Speaker(organisation: organisation, person: person)
        guard
            let opening = try await application.answer(
                PersonStore.opening(of: speaker),
                as: speaker
            )
        else { throw .unauthenticated }
        return visitor(opening, through: door)
    }

    /// Who a program's key speaks as; nil when it has ended.
    public func visitor(holding key: Token) async throws(Failure) -> Visitor? {
        let holder = try await application.answer(
            SessionStore.holder(ofKey: key.bytes, in: organisation),
            as: nobody
        )
        return holder.map { visitor($0.opening, through: .key($0.key), scopes: $0.scopes) }
    }

    private func visitor(
        _ opening: Opening,
        through door: Speaker.Door,
        scopes: [String] = []
    ) -> Visitor {
        let person = opening.person
        let speaker = Speaker(organisation: organisation, person: person.id, through: door)
        return Visitor(
            speaker: speaker,
            opening: opening,
            login: person.login,
            name: person.name,
            language: person.language,
            roles: speaker.isStation ? person.within(Role.atTheBench).roles : person.roles,
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
