public import Domain
public import Postgres
import Store

/// Proposes a bracket other than the figures give; it counts once another approver decides on it.
public struct ProposeOverride: Command {
    public static let name = "propose-override"
    public static let summary = Phrase(
        fr: "propose une autre tranche, qu'un second décideur confirmera",
        en: "proposes another bracket, for a second approver to confirm"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialApprover)

    public let application: Int64
    /// Counted from 1 for the lowest incomes.
    public let bracket: Int
    public let reason: String

    public init(application: Int64, bracket: Int, reason: String) {
        self.application = application
        self.bracket = bracket
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        public let bracket: String
    }

    /// - Throws: `override_too_large`, `override_not_better`, `reason_missing`, and whatever keeps the application from being assessed.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        guard bracket >= 1 else {
            let counted = Phrase(fr: "une tranche à partir de 1", en: "a bracket from 1")
            throw .unreadable(Unreadable(String(bracket), expected: counted))
        }
        let standing = try ApplicationStore.open(application, in: db)
        let override = BracketOverride(to: Bracket(bracket), because: reason)
        let assessment = try Assessment.of(
            standing,
            on: circumstances.today,
            override: override,
            in: db,
            circumstances
        )
        switch assessment.outcome {
        case .approved: break
        case .incomplete(let refusal), .refused(let refusal): throw .refused(refusal)
        }
        try Failure.running { () throws(PostgresError) in
            let speaker = circumstances.speaker
            try EvidenceStore.propose(override, application: application, speaker, in: db)
            try ApplicationStore.tell(Self.name, of: application, in: db)
        }
        return Outcome(application: application, bracket: Bracket(bracket).name)
    }
}
