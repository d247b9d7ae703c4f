public import Domain
public import Postgres
import Store

/// What the rules say of an application today: what is missing in plain words, or what its bracket buys and costs.
///
/// Nothing is decided, and no income is told.
public struct PreviewDecision: Question {
    public static let name = "preview-decision"
    public static let summary = Phrase(
        fr: "dit ce que les règles décideraient, ce qui manque, et ce que la tranche achète",
        en: "says what the rules would decide, what is missing, and what the bracket buys"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64

    public init(application: Int64) {
        self.application = application
    }

    /// What one kind costs in each grade.
    public struct Price: Codable, Sendable, Hashable {
        public let kind: DeviceType
        /// `A`, `B` or `C`.
        public let grade: String
        public let cents: Int64
        /// Whether the quota leaves room for it: yes or no.
        public let hasRoom: Bool

        private enum CodingKeys: String, CodingKey {
            case kind, grade, cents
            case hasRoom = "has_room"
        }
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let application: Int64
        /// `approved`, `incomplete` or `refused`.
        public let outcome: String
        /// As printed, `Q3`; nil unless it would be approved.
        public let bracket: String?
        /// True when the person who entered it may not decide on it.
        public let needsOtherApprover: Bool
        /// The last day of the voucher, if it were decided today.
        public let until: Day?
        /// What is missing or too high, and what helps; nil when it would be approved.
        public let refusal: Refusal?
        /// What the wished kinds cost today in that bracket, the cheapest grade last.
        public let prices: [Price]

        private enum CodingKeys: String, CodingKey {
            case application, outcome, bracket, until, refusal, prices
            case needsOtherApprover = "needs_other_approver"
        }
    }

    /// - Throws: `unknown_application`, `rule_missing`.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let found = try Failure.running { () throws(PostgresError) in
            try ApplicationStore.standing(of: application, locking: false, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownApplication, ["application": .number(Int(application))]))
        }
        do throws(Failure) {
            return try assessed(found, in: db, circumstances)
        } catch .refused(let refusal)
            where [.nothingToDecide, .proofExpired].contains(refusal.code)
        {
            return answer("incomplete", refusal)
        }
    }

    private func assessed(
        _ standing: ApplicationStore.Standing,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let proposal = try Failure.running { () throws(PostgresError) in
            try EvidenceStore.evidence(of: application, in: db)?.proposal
        }
        let override = proposal.map { BracketOverride(to: $0.bracket, because: $0.reason) }
        let assessment = try Assessment.of(
            standing,
            on: circumstances.today,
            override: override,
            in: db,
            circumstances
        )
        switch assessment.outcome {
        case .incomplete(let refusal): return answer("incomplete", refusal)
        case .refused(let refusal): return answer("refused", refusal.withoutFigures)
        case .approved(let explanation):
            return Answer(
                application: application,
                outcome: "approved",
                bracket: explanation.bracket.name,
                needsOtherApprover: explanation.needsOtherApprover,
                until: explanation.validity.last,
                refusal: nil,
                prices: try prices(standing, explanation, in: db, circumstances)
            )
        }
    }

    private func answer(_ outcome: String, _ refusal: Refusal) -> Answer {
        Answer(
            application: application,
            outcome: outcome,
            bracket: nil,
            needsOtherApprover: false,
            until: nil,
            refusal: refusal,
            prices: []
        )
    }

    private func prices(
        _ standing: ApplicationStore.Standing,
        _ explanation: EligibilityExplanation,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Price] {
        let speaker = circumstances.speaker
        let grid = try RuleStore.Kind.priceGrid.version(on: circumstances.today, speaker, in: db)
        let (cells, room) = try Failure.running { () throws(PostgresError) in
            (
                try PriceStore.cells(of: grid.name, speaker, in: db),
                try HouseholdStore.room(
                    in: standing.household,
                    under: explanation.quotas,
                    in: db
                )
            )
        }
        return cells.filter {
            $0.bracket == explanation.bracket && standing.kinds.contains($0.kind)
        }.map { cell in
            Price(
                kind: cell.kind,
                grade: cell.grade.letter,
                cents: cell.cents,
                hasRoom: cell.kind.quotaKind.map { room[$0] ?? false } ?? true
            )
        }
    }
}

extension Refusal {
    /// The same rule without the household's own figures.
    fileprivate var withoutFigures: Refusal {
        let figures: Set<String> = ["quotient", "income", "income.fr", "income.en"]
        return Refusal(code: code, facts: facts.filter { !figures.contains($0.key) }, next: next)
    }
}
