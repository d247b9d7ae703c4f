public import Domain
public import Postgres
import Store

/// Says no to what another person proposed, or takes back one's own.
public struct RejectProposal: Command {
    public static let name = "reject-proposal"
    public static let summary = Phrase(
        fr: "rejette une proposition, ou retire la sienne",
        en: "rejects a proposal, or takes back one's own"
    )
    public static let permission = Permission(roles: Role.allCases)

    public let proposal: Int64
    public let reason: String

    public init(proposal: Int64, reason: String) {
        self.proposal = proposal
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let proposal: Int64
    }

    /// - Throws: `unknown_proposal`, `proposal_decided`, `reason_missing`; `.forbidden` for an act that the person may not do.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let found = try OpenProposal(proposal, in: db, circumstances)
        if found.proposedBy != circumstances.person.id {
            try circumstances.performance.permit(found.entry.permission, circumstances.person)
        }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw .refused(
                Refusal(.reasonMissing, ["action": .word(Self.name, Self.summary)])
            )
        }
        try Failure.running { () throws(PostgresError) in
            try ProposalStore.reject(proposal, note: reason, in: db)
        }
        return Outcome(proposal: proposal)
    }
}
