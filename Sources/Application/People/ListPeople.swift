public import Domain
public import Postgres
import Store

/// The staff, by login, page by page.
public struct ListPeople: Question {
    public static let name = "list-people"
    public static let summary = Phrase(
        fr: "liste les personnes et leurs rôles",
        en: "lists people and their roles"
    )
    public static let permission = Permission(.admin, .auditor, .dpo)
    public static var side: Side { .main }

    /// The last login of the page before.
    public let after: String?
    /// At most 200; 50 when it is nil.
    public let limit: Int?

    public init(after: String? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let person: Int64
        public let login: String
        public let fullName: String
        public let language: String
        public let isActive: Bool
        /// The roles held at this moment.
        public let roles: [String]
        /// What a change of this person may be made to depend on.
        public let version: String

        private enum CodingKeys: String, CodingKey {
            case person, login, language, roles, version
            case fullName = "name"
            case isActive = "is_active"
        }
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [Line]
        /// What to give as `after` for the next page; nil when this is the last.
        public let next: String?
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let limit = PageLimit.of(limit)
        let rows = try Failure.running { () throws(PostgresError) in
            try RoleStore.list(after: after, limit: limit, circumstances.speaker, in: db)
        }.map(Line.init)
        return Answer(rows: rows, next: rows.count < limit ? nil : rows.last?.login)
    }
}

extension ListPeople.Line {
    init(_ listed: RoleStore.Listed) {
        person = listed.person
        login = listed.login
        fullName = listed.name
        language = listed.language
        isActive = listed.isActive
        roles = listed.roles
        version = ReadVersion(.person, listed.person, event: listed.event).text
    }
}
