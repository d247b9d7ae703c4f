public import Domain
public import Postgres
import Store

/// Puts an act before another person, who approves it or does not.
public struct Propose: Command {
    public static let name = "propose"
    public static let summary = Phrase(
        fr: "propose un acte qu'une autre personne décidera",
        en: "proposes an act that another person decides"
    )
    public static let permission = Permission(roles: Role.allCases)

    /// The name of the command.
    public let command: String
    /// The JSON form of the command.
    public let content: JSONValue
    public let reason: String

    public init(command: String, content: JSONValue, reason: String) {
        self.command = command
        self.content = content
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case content, reason
        // A line of a batch uses the word "command" for itself.
        case command = "act"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let proposal: Int64
        public let command: String
    }

    /// - Throws: `.forbidden` for an act that the person may not do; `reason_missing`; `not_proposable` for an act whose
    ///   outcome is a secret, or of the social services, which have a second approver of their own.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let entry = try Catalogue.command(named: command)
        let proposed = try entry.decode(CommandJSON.encode(content))
        try circumstances.performance.permit(
            proposed.permission(on: circumstances.map),
            circumstances.person
        )
        guard entry.isProposable else {
            throw .refused(Refusal(.notProposable, ["act": .word(entry.name, entry.summary)]))
        }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw .refused(
                Refusal(.reasonMissing, ["action": .word(Self.name, Self.summary)])
            )
        }
        let text = String(decoding: CommandJSON.encode(proposed), as: UTF8.self)
        let digest = proposed.contentDigest
        let number = try Failure.running { () throws(PostgresError) in
            try ProposalStore.put(command, content: text, digest: digest, reason: reason, in: db)
        }
        return Outcome(proposal: number, command: command)
    }
}

extension CommandEntry {
    /// False for what would tell its secret to whoever approves, and for what another wall already gives to two.
    var isProposable: Bool { side == .main && !tellsSecret && name != Propose.name }
}
