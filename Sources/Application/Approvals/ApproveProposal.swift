public import Domain
public import Postgres
import Store

/// Approves what another person proposed: the act is done at once, once, under both names.
public struct ApproveProposal: Command {
    public static let name = "approve-proposal"
    public static let summary = Phrase(
        fr: "approuve une proposition, qui est alors exécutée",
        en: "approves a proposal, which is then carried out"
    )
    public static let permission = Permission(roles: Role.allCases)

    public let proposal: Int64

    public init(proposal: Int64) {
        self.proposal = proposal
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let proposal: Int64
        public let command: String
        /// What the act itself answers.
        public let outcome: JSONValue
    }

    /// - Throws: `unknown_proposal`, `proposal_decided`; `needs_other_person` for one's own; whatever the act itself is refused
    ///   with, and then nothing was decided.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let found = try OpenProposal(proposal, in: db, circumstances)
        guard found.proposedBy != circumstances.person.id else {
            throw .refused(
                Refusal(
                    .needsOtherPerson,
                    [
                        "action": .word(Self.name, Self.summary),
                        "person": .text(circumstances.person.name),
                    ]
                )
            )
        }
        let bytes = try found.entry.act(
            Array(found.content.utf8),
            circumstances.performance.approving(proposal),
            db
        )
        return Outcome(
            proposal: proposal,
            command: found.entry.name,
            outcome: JSONValue(bytes: bytes)
        )
    }
}

/// A proposal that waits for its decision.
struct OpenProposal {
    let entry: CommandEntry
    let content: String
    let proposedBy: Int64

    /// - Throws: `unknown_proposal`, `proposal_decided`.
    init(
        _ number: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        let named = ["proposal": Fact.number(Int(number))]
        let found = try Failure.running { () throws(PostgresError) in
            try ProposalStore.find(number, circumstances.speaker, in: db)
        }
        guard let found else { throw .refused(Refusal(.unknownProposal, named)) }
        guard let content = found.content else { throw .refused(Refusal(.proposalDecided, named)) }
        entry = try Catalogue.command(named: found.command)
        self.content = content
        proposedBy = found.proposedBy
    }
}
