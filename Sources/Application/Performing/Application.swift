public import Domain
import FoundationEssentials
public import Importing
public import Postgres
public import Store

/// The only two verbs: `perform` a command, `ask` a question.
///
/// Every door builds values and hands them over here. Permission, transaction, idempotency and the record of what was done
/// are this type's business; what is decided is the command's.
public struct Application: Sendable {
    /// nil in a process that is not given this login.
    let main: Pool?
    let social: Pool?
    /// The connection that questions on the main login share; nil where few are asked.
    let reader: SharedReader?
    /// Strangers' own way to the database, which leads to their doors alone; nil in a process that does not serve them.
    let everybody: Pool?
    public let map: LifecycleMap
    let blockedSteps: BlockedSteps
    let secrets: Secrets
    /// What the world calls things: aliases, placeholders, units.
    public let lists: @Sendable () -> ImportReference
    /// As people write it in a browser, without a slash at its end: what links in letters lead to.
    let publicAddress: String
    let observe: @Sendable (Observation) -> Void

    public init(
        main: Pool?,
        social: Pool?,
        everybody: Pool?,
        reader: SharedReader? = nil,
        map: LifecycleMap,
        secrets: Secrets,
        lists: @escaping @Sendable () -> ImportReference,
        publicAddress: String = "http://localhost:8080",
        observe: @escaping @Sendable (Observation) -> Void = { _ in }
    ) {
        self.main = main
        self.social = social
        self.everybody = everybody
        self.reader = reader
        self.map = map
        blockedSteps = BlockedSteps(map)
        self.secrets = secrets
        self.lists = lists
        self.publicAddress = publicAddress
        self.observe = observe
    }

    /// The logins that this process was given.
    public var sides: Set<Side> {
        Set(Side.allCases.filter { pool($0) != nil })
    }

    /// The login by which people are let in: the workshop's where there is one.
    var home: Side { main == nil ? .social : .main }

    private func pool(_ side: Side) -> Pool? { side == .main ? main : social }

    /// Does a command, once.
    ///
    /// Under the same `key` the same command acts once, for ever, and answers the same; with other content it is refused.
    /// When `rehearsing`, it does everything, lets every wall speak, and undoes it: a dry run. With a `version` it acts only
    /// while what it changes has no other event than when it was read.
    ///
    /// - Throws: What the rules, the rights or the database say. After `.database` of kind `commitOutcomeUnknown` only a
    ///   second try under the same key can tell.
    public func perform<C: Command>(
        _ command: C,
        as speaker: Speaker,
        key: String? = nil,
        rehearsing: Bool = false,
        ifStill version: ReadVersion? = nil
    ) async throws(Failure) -> C.Outcome {
        let started = ContinuousClock.now
        do throws(Failure) {
            let outcome = try await insisting(on: C.name, C.side) {
                (db) throws(Failure) -> C.Outcome in
                try Performance(application: self, speaker: speaker, key: key, version: version)
                    .run(command, in: db, rehearsing: rehearsing)
            }
            observe(.performed(C.name, .now - started, rehearsed: rehearsing))
            return outcome
        } catch {
            await note(error, command, speaker)
            let failure = await explained(error, command, speaker)
            observe(.failed(C.name, failure))
            throw failure
        }
    }

    /// Reads, in a transaction that cannot write.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - speaker: as whom.
    ///   - opening: who that is, when this very request has read it already.
    /// - Returns: the answer, from one snapshot.
    /// - Throws: what the rights, the question or the database say.
    public func ask<Q: Question>(
        _ question: Q,
        as speaker: Speaker,
        opening: Opening? = nil
    ) async throws(Failure) -> Q.Answer {
        let started = ContinuousClock.now
        do throws(Failure) {
            let answer = try await answer(question, as: speaker, opening)
            observe(.asked(Q.name, .now - started))
            return answer
        } catch {
            observe(.failed(Q.name, error))
            throw error
        }
    }

    private func answer<Q: Question>(
        _ question: Q,
        as speaker: Speaker,
        _ opening: Opening?
    ) async throws(Failure) -> Q.Answer {
        if let question = question as? any SharedQuestion,
            let answer = try await share(question, as: speaker, opening) as? Q.Answer
        {
            return answer
        }
        return try await lease(Q.side) { (db) throws(Failure) -> Q.Answer in
            try Performance(application: self, speaker: speaker, key: nil).answer(question, in: db)
        }
    }

    /// Does the work again, twice at most, where PostgreSQL undid it for another's sake.
    ///
    /// Two who add what excludes the other wait for each other, and one of them gives way; its second try meets the wall.
    private func insisting<R: Sendable>(
        on name: String,
        _ side: Side,
        _ body: @Sendable (isolated Connection) throws(Failure) -> R
    ) async throws(Failure) -> R {
        for _ in 1...2 {
            do throws(Failure) { return try await lease(side, body) } catch {
                guard case .database(let cause) = error, cause.gaveWay else { throw error }
                observe(.gaveWay(name))
            }
        }
        return try await lease(side, body)
    }

    /// Runs the whole of `body` on a leased connection's own executor: one hop a transaction.
    func lease<R: Sendable>(
        _ side: Side,
        _ body: @Sendable (isolated Connection) throws(Failure) -> R
    ) async throws(Failure) -> R {
        guard let pool = pool(side) else {
            throw .refused(Refusal(.servedElsewhere, ["side": .text(side.rawValue)]))
        }
        return try await pool.lease { (db: isolated Connection) async throws(Failure) -> R in
            try body(db)
        }
    }

    /// Writes down who tried what they may not; a database that cannot take it does not change what the person is told.
    private func note(
        _ failure: Failure,
        _ command: some Command,
        _ speaker: Speaker
    ) async {
        guard case .forbidden = failure, let command = command as? any LeavesTrace else { return }
        try? await lease(type(of: command).side) { (db) throws(Failure) in
            let performance = Performance(application: self, speaker: speaker, key: nil)
            try db.transaction(.readWrite, prologue: performance.prologue(signed: true)) {
                (db) throws(Failure) in
                try Failure.running { () throws(PostgresError) in
                    try command.noteTrespass(by: speaker, in: db)
                }
            }
        }
    }

    /// Adds to a refusal about a device where the device stands and what may be done next.
    private func explained(
        _ failure: Failure,
        _ command: some Command,
        _ speaker: Speaker
    ) async -> Failure {
        guard case .refused(let refusal) = failure, let subject = command.subject else {
            return failure
        }
        let told = try? await lease(.main) { (db) throws(Failure) -> Refusal in
            try DeviceExplanation(map: map, speaker: speaker).completing(
                refusal,
                about: subject,
                in: db
            )
        }
        return .refused(told ?? refusal)
    }
}
