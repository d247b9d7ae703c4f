public import Domain
public import Postgres
import Store

/// What waits for another person, the newest first; with `all`, what was decided as well.
///
/// What exactly is proposed is told to whoever may do it, and to whoever proposed it.
public struct ListProposals: Question {
    public static let name = "list-proposals"
    public static let summary = Phrase(fr: "liste les propositions", en: "lists proposals")
    public static let permission = Permission(roles: Role.allCases)

    public let all: Bool?
    /// The last number of the page before.
    public let after: Int64?
    public let limit: Int?

    public init(all: Bool? = nil, after: Int64? = nil, limit: Int? = nil) {
        self.all = all
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let proposal: Int64
        public let command: String
        public let label: Phrase
        public let reason: String?
        public let proposedBy: String
        public let proposedAt: String
        public let until: String
        /// nil for a decided one, and for whoever may not do it.
        public let content: JSONValue?
        /// `open`, `approved` or `rejected`.
        public let status: String
        public let decidedBy: String?
        public let decidedAt: String?
        public let note: String?
        public let mayDecide: Bool
        public let isOwn: Bool

        private enum CodingKeys: String, CodingKey {
            case proposal, command, label, reason, until, content, status, note
            case proposedBy = "proposed_by"
            case proposedAt = "proposed_at"
            case decidedBy = "decided_by"
            case decidedAt = "decided_at"
            case mayDecide = "may_decide"
            case isOwn = "is_own"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        let limit = PageLimit.of(limit)
        let found = try Failure.running { () throws(PostgresError) in
            try ProposalStore.list(
                openOnly: all != true,
                before: after,
                limit: limit,
                circumstances.speaker,
                in: db
            )
        }
        return Page(
            found.map { Line($0, for: circumstances.person) },
            limit: limit,
            key: \.proposal
        )
    }
}

extension ListProposals.Line {
    init(_ proposal: ProposalStore.Proposal, for person: Person) {
        let entry = try? Catalogue.command(named: proposal.command)
        let may = entry.map { !$0.permission.roles.isDisjoint(with: person.roles) } ?? false
        self.proposal = proposal.number
        command = proposal.command
        label = entry?.summary ?? Phrase(fr: proposal.command, en: proposal.command)
        isOwn = proposal.proposedBy == person.id
        mayDecide = may && !isOwn && proposal.decidedAt == nil
        reason = may || isOwn ? proposal.reason : nil
        content =
            may || isOwn ? proposal.content.map { JSONValue(bytes: Array($0.utf8)) } : nil
        proposedBy = proposal.proposer
        proposedAt = proposal.proposedAt.iso
        until = proposal.until.iso
        status = proposal.isApproved.map { $0 ? "approved" : "rejected" } ?? "open"
        decidedBy = proposal.decider
        decidedAt = proposal.decidedAt?.iso
        note = may || isOwn ? proposal.note : nil
    }
}
