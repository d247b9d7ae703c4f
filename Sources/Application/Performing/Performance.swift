import Domain
import FoundationEssentials
import Glibc
import Postgres
import Store

/// One transaction: opened as somebody, permitted, done once, recorded.
struct Performance {
    let application: Application
    let speaker: Speaker
    let key: String?
    /// The proposal that this act approves; nil for every other.
    var proposal: Int64?
    /// What a conditional command relies on; nil for every other.
    var version: ReadVersion?

    /// The same speaker, for the act of a proposal, which has no key of its own.
    func approving(_ proposal: Int64) -> Performance {
        Performance(application: application, speaker: speaker, key: nil, proposal: proposal)
    }

    func run<C: Command>(
        _ command: C,
        in db: isolated Connection,
        rehearsing: Bool
    ) throws(Failure) -> C.Outcome {
        do throws(Rehearsal<C.Outcome>) {
            return try db.transaction(.readWrite, prologue: prologue(signed: true)) {
                (db) throws(Rehearsal<C.Outcome>) -> C.Outcome in
                let outcome = try Rehearsal<C.Outcome>.catching { () throws(Failure) in
                    let outcome = try act(command, in: db)
                    if rehearsing { try letTheWallsSpeak(in: db) }
                    return outcome
                }
                guard rehearsing else { return outcome }
                throw .done(outcome)
            }
        } catch {
            switch error {
            case .done(let outcome): return outcome
            case .failed(let failure): throw failure
            }
        }
    }

    /// Does one command within the open transaction; for `run` and for batches.
    func act<C: Command>(_ command: C, in db: isolated Connection) throws(Failure) -> C.Outcome {
        guard !speaker.isStation else { throw .refused(Refusal(.pinNeeded, ["digits": "4–8"])) }
        let opening = try open(C.side, for: C.name, in: db)
        if let answered = opening.answered {
            return try repeated(answered, C.self, command.contentDigest)
        }
        let circumstances = circumstances(opening)
        try permit(command.permission(on: application.map), circumstances.person)
        if opening.isGuarded || proposal != nil {
            try Failure.running { () throws(PostgresError) in
                try PersonStore.begin(
                    C.name,
                    content: command.contentDigest,
                    approving: proposal,
                    in: db
                )
            }
        }
        var conditional: VersionGuard?
        if let version {
            conditional = try VersionGuard(
                version,
                for: command,
                on: application.map,
                in: db,
                speaker
            )
        }
        try conditional?.requireUnchanged(in: db)
        let outcome = try command.run(in: db, circumstances)
        try conditional?.requireNobodyElse(in: db)
        try keep(outcome, of: command, in: db)
        return outcome
    }

    func answer<Q: Question>(_ question: Q, in db: isolated Connection) throws(Failure) -> Q.Answer
    {
        let prologue = prologue(signed: Q.side == .social)
        return try db.transaction(Q.mode, prologue: prologue) {
            (db) throws(Failure) -> Q.Answer in
            let circumstances = circumstances(try open(Q.side, in: db))
            try permit(Q.permission, circumstances.person)
            return try question.answer(in: db, circumstances)
        }
    }

    func prologue(signed: Bool) -> [Query] {
        let now = secondsSince1970()
        let speaking = speaker.prologue(key: signed ? application.secrets.signing : nil, now: now)
        return speaking + (key.map { [PersonStore.lock(key: $0)] } ?? [])
    }

    func open(
        _ side: Side = .main,
        for act: String? = nil,
        in db: isolated Connection
    ) throws(Failure) -> Opening {
        let opening = try Failure.running { () throws(PostgresError) in
            try PersonStore.open(speaker, key: key, for: act, on: side.shelf, in: db)
        }
        guard let opening else { throw .unauthenticated }
        return opening
    }

    func circumstances(_ opening: Opening) -> Circumstances {
        Circumstances(
            speaker: speaker,
            person: speaker.isStation ? opening.person.within(Role.atTheBench) : opening.person,
            instant: opening.instant,
            today: opening.today,
            map: application.map,
            blockedSteps: application.blockedSteps,
            organisation: opening.organisation,
            secrets: application.secrets,
            lists: application.lists,
            performance: self
        )
    }

    func permit(_ permission: Permission, _ person: Person) throws(Failure) {
        guard permission.roles.isDisjoint(with: person.roles) else { return }
        throw .forbidden(needs: permission.roles.sorted { $0.rawValue < $1.rawValue })
    }

    /// Deferred constraints would speak at the commit, which a rehearsal never reaches.
    func letTheWallsSpeak(in db: isolated Connection) throws(Failure) {
        try Failure.running { () throws(PostgresError) in
            _ = try db.execute("SET CONSTRAINTS ALL IMMEDIATE")
        }
    }

    private func keep<C: Command>(
        _ outcome: C.Outcome,
        of command: C,
        in db: isolated Connection
    ) throws(Failure) {
        guard let key, !C.tellsSecret else { return }
        let answer = String(decoding: CommandJSON.encode(outcome), as: UTF8.self)
        try Failure.running { () throws(PostgresError) in
            try PersonStore.keep(
                key,
                command: C.name,
                content: command.contentDigest,
                outcome: answer,
                for: speaker,
                on: C.side.shelf,
                in: db
            )
        }
    }

    private func repeated<C: Command>(
        _ answered: (command: String, content: [UInt8], outcome: String?),
        _: C.Type,
        _ content: [UInt8]
    ) throws(Failure) -> C.Outcome {
        guard answered.command == C.name, answered.content == content, let text = answered.outcome
        else {
            let key = Fact.text(key ?? "")
            throw .refused(Refusal(.alreadyDoneWithOtherContent, ["key": key]))
        }
        do {
            return try JSONDecoder().decode(C.Outcome.self, from: Data(text.utf8))
        } catch {
            // Answers are kept for ever, and an older version may have answered in another form.
            throw .refused(Refusal(.doneByAnOlderVersion, ["key": .text(key ?? "")]))
        }
    }
}

extension Command {
    /// SHA-256 of the one JSON form: what a key is bound to, asked for only where there is one.
    var contentDigest: [UInt8] {
        Digest.sha256((self as? any SetBased)?.plainJSON ?? CommandJSON.encode(self))
    }
}

/// How a transaction ends that must not be kept: with an outcome all the same, or with a failure.
private enum Rehearsal<Outcome: Sendable>: Error, ExpressibleByPostgresError {
    case done(Outcome)
    case failed(Failure)

    static func postgres(_ error: PostgresError) -> Rehearsal { .failed(.postgres(error)) }

    static func catching<R>(_ body: () throws(Failure) -> R) throws(Rehearsal) -> R {
        do { return try body() } catch { throw .failed(error) }
    }
}

/// The service's own clock: it only bounds how long claims hold, never what the rules decide.
func secondsSince1970() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec)
}

extension Failure {
    /// Runs statements, giving their errors the shape of a failure.
    static func running<R>(_ body: () throws(PostgresError) -> R) throws(Failure) -> R {
        do { return try body() } catch { throw .postgres(error) }
    }
}
