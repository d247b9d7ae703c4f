public import Domain
public import Postgres
public import Store

/// Drops an anchor over the chained record, to be taken off the machine.
///
/// At each closing and every hour. The outcome is the line to export; what is being written at this moment is covered by
/// the next anchor.
public struct DropAnchor: Command {
    public static let name = "drop-anchor"
    public static let summary = Phrase(
        fr: "ancre l'historique, pour garder l'ancre ailleurs",
        en: "anchors the record, so that the anchor can be kept elsewhere"
    )
    public static let permission = Permission(.auditor, .accountant, .admin)

    public init() {}

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Anchor {
        try Failure.running { () throws(PostgresError) in try AuditStore.dropAnchor(in: db) }
    }
}
