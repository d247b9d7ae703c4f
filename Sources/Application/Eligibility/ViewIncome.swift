public import Domain
public import Postgres
import Store

/// Reads what was entered of a household's means; a command, because looking leaves a line.
public struct ViewIncome: Command {
    public static let name = "view-income"
    public static let summary = Phrase(
        fr: "montre les ressources d'un foyer, et le consigne",
        en: "shows a household's means, and records that it did"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64
    /// Why it is looked at.
    public let reason: String

    public init(application: Int64, reason: String) {
        self.application = application
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        /// Nil when none is known, which is not zero.
        public let quotient: Int?
        /// `caf`, `msa`, `fiscal` or `local_estimate`.
        public let quotientSource: String?
        /// Nil when none is known, which is not zero.
        public let householdIncomeCents: Int64?
        public let status: SocialStatus?
        /// The sentences of the decisions, which name their basis.
        public let explanations: [Phrase]

        private enum CodingKeys: String, CodingKey {
            case application, quotient, status, explanations
            case quotientSource = "quotient_source"
            case householdIncomeCents = "household_income_cents"
        }
    }

    /// - Throws: `unknown_application`, `reason_missing`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw .refused(Refusal(.reasonMissing, ["action": .word(Self.name, Self.summary)]))
        }
        _ = try ApplicationStore.found(application, in: db)
        let (evidence, decisions) = try Failure.running { () throws(PostgresError) in
            let speaker = circumstances.speaker
            try EvidenceStore.logAccess(to: application, why: reason, speaker, in: db)
            return (
                try EvidenceStore.evidence(of: application, in: db),
                try DecisionStore.decisions(on: application, in: db)
            )
        }
        return Outcome(
            application: application,
            quotient: evidence?.quotient,
            quotientSource: evidence?.quotientSource,
            householdIncomeCents: evidence?.yearlyIncomeCents,
            status: evidence?.status,
            explanations: decisions.compactMap { Phrase(json: $0.explanation) }
        )
    }
}

extension ViewIncome: LeavesTrace {
    func noteTrespass(
        by speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try EvidenceStore.logAccess(
            to: application,
            why: reason,
            granted: false,
            speaker,
            in: db
        )
    }
}

extension ExportHousehold: LeavesTrace {
    /// An export shows every income of a household: trying one is written down for each of its applications.
    func noteTrespass(
        by speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try SubjectStore.logTrespass(of: household, why: Self.name, speaker, in: db)
    }
}
