public import Domain
public import Postgres
import Store

/// Says that an act takes two people here from now on, or no longer does; to end such a rule is itself an act of two.
public struct RequireTwoPeople: Command {
    public static let name = "require-two-people"
    public static let summary = Phrase(
        fr: "décide qu'un acte demande deux personnes",
        en: "decides that an act takes two people"
    )
    public static let permission = Permission(.admin)

    /// The name of an act that `list-guarded-acts` says may take two.
    public let act: String
    /// True unless said.
    public let isRequired: Bool?

    public init(act: String, isRequired: Bool? = nil) {
        self.act = act
        self.isRequired = isRequired
    }

    private enum CodingKeys: String, CodingKey {
        case act
        case isRequired = "required"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let act: String
        public let required: Bool
    }

    /// - Throws: `act_takes_one` for an act that is not on that list; `approval_needed` for the end of a rule.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let required = isRequired ?? true
        try Failure.running { () throws(PostgresError) in
            try ProposalStore.requireTwo(act, required, in: db)
        }
        return Outcome(act: act, required: required)
    }
}
