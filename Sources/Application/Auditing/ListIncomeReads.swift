public import Domain
public import Postgres
import Store

/// Who read a family's means, when and why, and who tried without the right; never what was read.
public struct ListIncomeReads: Question {
    public static let name = "list-income-reads"
    public static let summary = Phrase(
        fr: "liste qui a consulté des ressources, et pourquoi",
        en: "lists who read incomes, and why"
    )
    public static let side = Side.social
    public static let permission = Permission(.auditor, .dpo)

    /// `next` of the page before.
    public let after: Int64?
    /// At most 200; 50 when it is nil.
    public let limit: Int?

    public init(after: Int64? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let read: Int64
        public let at: String
        public let login: String
        /// The number of the family's file.
        public let file: Int64
        public let reason: String
        /// False when somebody without the right tried.
        public let granted: Bool
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [Line]
        public let next: Int64?
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let limit = PageLimit.of(limit)
        let readings = try Failure.running { () throws(PostgresError) in
            try AccessStore.readings(
                after: after ?? 0,
                limit: Int32(limit),
                circumstances.speaker,
                in: db
            )
        }
        return Answer(
            rows: readings.map {
                Line(
                    read: $0.number,
                    at: $0.at.iso,
                    login: $0.login,
                    file: $0.application,
                    reason: $0.reason,
                    granted: $0.isGranted
                )
            },
            next: readings.count == limit ? readings.last?.number : nil
        )
    }
}

/// The keys of programs, and how each of them ended.
public struct ListTokens: Question {
    public static let name = "list-tokens"
    public static let summary = Phrase(
        fr: "liste les clés des programmes et leur fin",
        en: "lists the keys of programs and how they ended"
    )
    public static let permission = Permission(.auditor, .admin)

    /// `next` of the page before.
    public let after: Int64?
    /// At most 200; 50 when it is nil.
    public let limit: Int?

    public init(after: Int64? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let token: Int64
        public let login: String
        public let purpose: String
        public let until: String
        /// Ended by hand, then.
        public let revokedAt: String?
        /// nil while it serves.
        public let endedAt: String?

        enum CodingKeys: String, CodingKey {
            case token, login, purpose, until
            case revokedAt = "revoked_at"
            case endedAt = "ended_at"
        }
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [Line]
        public let next: Int64?
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let limit = PageLimit.of(limit)
        let keys = try Failure.running { () throws(PostgresError) in
            try AccessStore.keys(after: after ?? 0, limit: Int32(limit), in: db)
        }
        return Answer(
            rows: keys.map {
                Line(
                    token: $0.number,
                    login: $0.login,
                    purpose: $0.purpose,
                    until: $0.until.iso,
                    revokedAt: $0.revokedAt?.iso,
                    endedAt: $0.endedAt?.iso
                )
            },
            next: keys.count == limit ? keys.last?.number : nil
        )
    }
}
