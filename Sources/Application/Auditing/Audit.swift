public import Domain
import Postgres
public import Schema
public import Store

/// Everything recounted from raw rows, trusting no counter and no verdict.
///
/// The checks are this program's own texts, not the database's: whoever owns the database cannot soften them. With
/// anchors that were kept outside, the whole past up to each of them is held against what it was.
public struct Audit: Sendable {
    public static let name = "audit-verify"
    public static let summary = Phrase(
        fr: "recompte tout et compare l'historique aux ancres gardées ailleurs",
        en: "recounts everything and compares the record with anchors kept elsewhere"
    )
    public static let permission = Permission(.auditor, .admin)

    public struct Outcome: Codable, Sendable, Hashable {
        /// Empty when all is well.
        public let findings: [Finding]
        /// Files of `verify/` that were run.
        public let checks: Int
        public let anchors: Int
        public let events: Int64
    }

    private let checks: [Schema.Text]
    private let anchors: [Anchor]

    /// An audit by the checks of `schema`, against anchors that were exported and kept.
    public init(_ schema: Schema, anchors: [Anchor] = []) throws(SchemaMissing) {
        checks = try schema.verifications
        self.anchors = anchors
    }

    func run(in db: isolated Connection, _ speaker: Speaker) throws(PostgresError) -> Outcome {
        var findings: [Finding] = []
        for check in checks { findings += try AuditStore.findings(of: check, in: db) }
        for anchor in anchors {
            findings += try AuditStore.findings(against: anchor, of: speaker, in: db)
        }
        return Outcome(
            findings: findings,
            checks: checks.count,
            anchors: anchors.count,
            events: try AuditStore.eventCount(of: speaker, in: db)
        )
    }
}

extension Application {
    /// Recounts everything of one organisation, in one snapshot, without holding anybody up.
    public func perform(_ audit: Audit, as speaker: Speaker) async throws(Failure) -> Audit.Outcome
    {
        let performance = Performance(application: self, speaker: speaker, key: nil)
        return try await lease(.main) { (db) throws(Failure) -> Audit.Outcome in
            // Signed: the quotas are recounted behind a door that asks who speaks.
            try db.transaction(.snapshot, prologue: performance.prologue(signed: true)) {
                (db) throws(Failure) -> Audit.Outcome in
                let circumstances = performance.circumstances(try performance.open(.main, in: db))
                try performance.permit(Audit.permission, circumstances.person)
                return try Failure.running { () throws(PostgresError) in
                    try audit.run(in: db, speaker)
                }
            }
        }
    }
}
