public import Domain
public import Postgres
import Store

/// Runs that read files, the latest first.
public struct ListImports: Question {
    public static let name = "list-imports"
    public static let summary = Phrase(
        fr: "les imports, le dernier d'abord",
        en: "imports, the latest first"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    public let donation: Int64?
    /// The number of the last import of the page before.
    public let after: Int64?
    public let limit: Int?

    public init(donation: Int64? = nil, after: Int64? = nil, limit: Int? = nil) {
        self.donation = donation
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let batch: Int64
        public let kind: String
        public let file: String?
        public let donation: Int64?
        public let at: String
        public let by: String
        /// Devices that it brought.
        public let devices: Int64
        /// When it was undone; nil while it stands.
        public let undone: String?
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        let limit = PageLimit.of(limit)
        let batches = try Failure.running { () throws(PostgresError) in
            try ImportUndoStore.batches(
                before: after,
                donation: donation,
                limit: limit,
                circumstances.speaker,
                in: db
            )
        }
        let lines = batches.map { batch in
            Line(
                batch: batch.batch,
                kind: batch.kind,
                file: batch.file,
                donation: batch.donation,
                at: batch.at.iso,
                by: batch.by,
                devices: batch.devices,
                undone: batch.undoneAt?.iso
            )
        }
        return Page(lines, limit: limit) { $0.batch }
    }
}
