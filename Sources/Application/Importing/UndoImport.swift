public import Domain
public import Postgres
import Store

/// Undoes an import as a whole: what it brought is withdrawn, what it changed is as before.
///
/// Only while nothing else has happened to any of it; a second time changes nothing.
public struct UndoImport: Command {
    public static let name = "undo-import"
    public static let summary = Phrase(
        fr: "annule un import en entier",
        en: "undoes an import as a whole"
    )
    public static let permission = Permission(.intake)

    public let batch: Int64
    public let reason: String

    public init(batch: Int64, reason: String) {
        self.batch = batch
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let batch: Int64
        /// The list's name; nil when it had none.
        public let file: String?
        /// Devices that the import had brought.
        public let withdrawn: Int
        /// Devices that it had changed.
        public let restored: Int
        /// True when it was undone before.
        public let already: Bool
    }

    private static let nothingBrought = Phrase(
        fr: "il n'a amené aucun appareil d'un don",
        en: "it brought no devices of a donation"
    )

    /// The most events that a refusal names.
    private static let named = 20

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let source = try undoable(in: db, circumstances)
        let obstacles = try Failure.running { () throws(PostgresError) in
            try ImportUndoStore.obstacles(to: batch, in: db)
        }
        guard obstacles.isEmpty else { throw .refused(refusal(obstacles, circumstances.map)) }
        let undone = try Failure.running { () throws(PostgresError) in
            try ImportUndoStore.undo(batch, reason: reason, in: db)
        }
        return Outcome(
            batch: batch,
            file: source?.file,
            withdrawn: Int(undone.withdrawn),
            restored: Int(undone.restored),
            already: undone.already
        )
    }

    /// What is to be undone; nil for a number that no run has, which the door refuses.
    ///
    /// Lists of other things are taken by the commands of the desk, and what these do is undone as they are.
    private func undoable(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ImportUndoStore.Source? {
        let source = try Failure.running { () throws(PostgresError) in
            try ImportUndoStore.source(of: batch, circumstances.speaker, in: db)
        }
        guard let source, !source.isOfDonation else { return source }
        let why =
            ListKinds.all.first { $0.name == source.kind }?.whyNotUndone ?? Self.nothingBrought
        throw .refused(
            Refusal(.importNotUndoable, ["import": called(source), "why": .word(source.kind, why)])
        )
    }

    /// Its number and the list's name.
    private func called(_ source: ImportUndoStore.Source) -> Fact {
        guard let file = source.file else { return .text(String(batch)) }
        let name = Wording.label("file", file) ?? Phrase(fr: file, en: file)
        return .word(
            String(batch),
            Phrase(fr: "\(batch) (\(name.fr))", en: "\(batch) (\(name.en))")
        )
    }

    /// Names each device and what happened to it since.
    private func refusal(_ obstacles: [ImportUndoStore.Obstacle], _ map: LifecycleMap) -> Refusal {
        let events = obstacles.prefix(Self.named).map { obstacle in
            let label = obstacle.device.map { DeviceReference(number: $0).text + " " } ?? ""
            let words = map.steps.first { $0.name.rawValue == obstacle.event }?.label
            return (
                label + obstacle.event,
                Phrase(
                    fr: label + (words?.fr ?? obstacle.event),
                    en: label + (words?.en ?? obstacle.event)
                )
            )
        }
        let more = obstacles.count - events.count
        let rest = more > 0 ? [("+\(more)", Phrase(fr: "+\(more)", en: "+\(more)"))] : []
        return Refusal(
            .importMovedOn,
            ["import": .text(String(batch)), "events": .list(events + rest)]
        )
    }
}
