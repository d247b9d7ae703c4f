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
        /// Devices that the import had brought.
        public let withdrawn: Int
        /// Devices that it had changed.
        public let restored: Int
        /// True when it was undone before.
        public let already: Bool
    }

    /// The most events that a refusal names.
    private static let named = 20

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let obstacles = try Failure.running { () throws(PostgresError) in
            try ImportUndoStore.obstacles(to: batch, in: db)
        }
        guard obstacles.isEmpty else { throw .refused(refusal(obstacles, circumstances.map)) }
        let undone = try Failure.running { () throws(PostgresError) in
            try ImportUndoStore.undo(batch, reason: reason, in: db)
        }
        return Outcome(
            batch: batch,
            withdrawn: Int(undone.withdrawn),
            restored: Int(undone.restored),
            already: undone.already
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
