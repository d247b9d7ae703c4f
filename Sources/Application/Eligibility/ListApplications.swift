public import Domain
public import Postgres
import Store

/// Applications, the newest first, page by page.
public struct ListApplications: Question {
    public static let name = "list-applications"
    public static let summary = Phrase(fr: "liste les demandes", en: "lists applications")
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let status: ApplicationStatus?
    /// The last number of the page before; the first page when it is nil.
    public let after: Int64?
    /// At most 200; 50 when it is nil.
    public let limit: Int?

    public init(status: ApplicationStatus? = nil, after: Int64? = nil, limit: Int? = nil) {
        self.status = status
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let application: Int64
        public let household: Int64
        public let status: ApplicationStatus
        public let persons: Int
        public let childrenInEducation: Int
        public let kinds: [DeviceType]
        public let enteredOn: Day

        private enum CodingKeys: String, CodingKey {
            case application, household, status, persons, kinds
            case childrenInEducation = "children_in_education"
            case enteredOn = "entered_on"
        }

        init(_ standing: ApplicationStore.Standing) {
            application = standing.number
            household = standing.household
            status = standing.status
            persons = standing.persons
            childrenInEducation = standing.childrenInEducation
            kinds = standing.kinds
            enteredOn = standing.enteredOn
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        let limit = PageLimit.of(limit)
        let found = try Failure.running { () throws(PostgresError) in
            try ApplicationStore.list(status: status, before: after, limit: limit, in: db)
        }
        return Page(found.map(Line.init), limit: limit) { $0.application }
    }
}
