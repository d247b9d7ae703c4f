public import Domain
public import Postgres
public import Store

/// The anchors of the organisation, one a line of JSON, in the order in which they were dropped.
public struct ExportAnchors: Question {
    public static let name = "export-anchors"
    public static let summary = Phrase(
        fr: "exporte les ancres de l'historique",
        en: "exports the anchors of the record"
    )
    public static let permission = Permission(.auditor, .accountant, .admin)

    /// The last anchor that is known already; 0 for all.
    public let after: Int32
    /// At most a thousand.
    public let limit: Int32

    public init(after: Int32 = 0, limit: Int32 = 1_000) {
        self.after = after
        self.limit = limit
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Anchor] {
        try Failure.running { () throws(PostgresError) in
            try AuditStore.anchors(
                of: circumstances.speaker,
                after: after,
                limit: min(max(limit, 1), 1_000),
                in: db
            )
        }
    }
}
