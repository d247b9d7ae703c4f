public import Domain
import Postgres
public import Store

/// How far the history of a thing had come when somebody read it: what a conditional command relies on.
public struct ReadVersion: Hashable, Sendable {
    public let concern: Concern
    let number: Int64
    /// The number of its last event; 0 while nothing was written of it.
    let event: Int32

    init(_ concern: Concern, _ number: Int64, event: Int32) {
        (self.concern, self.number, self.event) = (concern, number, event)
    }

    /// Reads what `text` wrote; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let concern = Concern(rawValue: String(parts[0])),
            let number = Int64(parts[1]), let event = Int32(parts[2]), event >= 0
        else { return nil }
        self.init(concern, number, event: event)
    }

    /// Such as `device-12-7`.
    public var text: String { "\(concern.rawValue)-\(number)-\(event)" }
}

/// Keeps a conditional command from acting on what somebody else has changed.
///
/// Asked before the command, which is then spared, and again when all is written: two who read the same both pass the first
/// question, and the one who writes second is refused by the other.
struct VersionGuard {
    let version: ReadVersion
    let concern: Concern
    let map: LifecycleMap
    /// As the command names the thing.
    let name: String?

    /// - Throws: `subject_changed` for the version of a thing that the command does not change.
    init<C: Command>(
        _ version: ReadVersion,
        for command: C,
        on map: LifecycleMap,
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) {
        self.version = version
        self.map = map
        concern = C.concern ?? .device
        name = concern == .device ? command.subject?.text : command.text(of: concern)
        let number = try concern.number(of: name, in: db, speaker)
        guard version.concern == concern, version.number == number else { throw changed([]) }
    }

    /// - Throws: `subject_changed`, with what was done since.
    func requireUnchanged(in db: isolated Connection) throws(Failure) {
        let since = try later(in: db)
        guard since.last != version.event else { return }
        throw changed(since.changes)
    }

    /// - Throws: `subject_changed`, with what others did meanwhile.
    func requireNobodyElse(in db: isolated Connection) throws(Failure) {
        let changes = try later(in: db).changes
        guard !changes.isEmpty else { return }
        throw changed(changes)
    }

    private func later(
        in db: isolated Connection
    ) throws(Failure) -> (last: Int32, changes: [EventStore.Change]) {
        try Failure.running { () throws(PostgresError) in
            try EventStore.later(
                than: version.event,
                of: concern.rawValue,
                version.number,
                in: db
            )
        }
    }

    private func changed(_ changes: [EventStore.Change]) -> Failure {
        let told = changes.map { change in
            let what =
                EventWords.phrase(change.name, on: map) ?? Phrase(fr: change.name, en: change.name)
            return (
                change.name,
                Phrase(
                    fr: "\(change.by) \(what.fr) à \(change.at)",
                    en: "\(change.by) \(what.en) at \(change.at)"
                )
            )
        }
        return .refused(
            Refusal(
                .subjectChanged,
                [
                    "subject": .word(concern.rawValue, concern.label(name)),
                    "changes": .list(told),
                ]
            )
        )
    }
}

extension Command {
    /// The text by which its JSON form names the thing that it changes.
    fileprivate func text(of concern: Concern) -> String? {
        guard let field = concern.field else { return nil }
        let named = JSONValue(bytes: CommandJSON.encode(self))[field]
        return named == .null ? nil : named.text
    }
}

extension Application {
    /// How far the history of a thing has come; nil for one that is not known.
    ///
    /// Ask before reading what is shown with it: then a change between the two is never overlooked.
    public func version(
        of concern: Concern,
        _ name: String? = nil,
        as speaker: Speaker
    ) async throws(Failure) -> ReadVersion? {
        let isSigned = concern.side == .social
        let now = isSigned ? secondsSince1970() : 0
        let key = isSigned ? secrets.signing : nil
        let prologue = speaker.prologue(key: key, now: now)
        return try await lease(concern.side) { (db) throws(Failure) -> ReadVersion? in
            try db.transaction(.snapshot, prologue: prologue) {
                (db) throws(Failure) -> ReadVersion? in
                guard let number = try concern.number(of: name, in: db, speaker) else {
                    return nil
                }
                let event = try Failure.running { () throws(PostgresError) in
                    try EventStore.last(of: concern.rawValue, number, in: db)
                }
                return ReadVersion(concern, number, event: event)
            }
        }
    }
}
