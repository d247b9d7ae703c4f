public import Domain
public import Postgres

/// Decisions on applications, and what follows from an approval.
public enum DecisionStore {
    public struct Decision: Hashable, Sendable {
        public let nth: Int32
        /// `approved`, `refused`, `upheld` or `reversed`.
        public let outcome: String
        /// `official_quotient`, `computed_quotient`, `fiscal_quotient`, `status` or `override`.
        public let basis: String
        public let bracket: String?
        public let refusalReason: String?
        /// JSON: the sentences that explain it.
        public let explanation: String
        /// JSON: the names of the rules that were in force.
        public let ruleVersions: String
        /// Who entered the application.
        public let enteredBy: Int64
        /// Who set the figures; nil when there are none.
        public let figuresBy: Int64?
        public let approver: Int64
        public let secondApprover: Int64?
        /// Who decided the time before, when this answers an appeal.
        public let previousApprover: Int64?
        public let decidedOn: Day

        public init(
            nth: Int32,
            outcome: String,
            basis: String,
            bracket: String?,
            refusalReason: String?,
            explanation: String,
            ruleVersions: String,
            enteredBy: Int64,
            figuresBy: Int64?,
            approver: Int64,
            secondApprover: Int64?,
            previousApprover: Int64?,
            decidedOn: Day
        ) {
            self.nth = nth
            self.outcome = outcome
            self.basis = basis
            self.bracket = bracket
            self.refusalReason = refusalReason
            self.explanation = explanation
            self.ruleVersions = ruleVersions
            self.enteredBy = enteredBy
            self.figuresBy = figuresBy
            self.approver = approver
            self.secondApprover = secondApprover
            self.previousApprover = previousApprover
            self.decidedOn = decidedOn
        }
    }

    public static func add(
        _ decision: Decision,
        application: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, refusal_reason, explanation,
                rule_versions, entered_by, figures_by, approver_id, second_approver_id, previous_approver_id, decided_on)
            VALUES (\(speaker.organisation), \(application), \(decision.nth), \(decision.outcome), \(decision.basis),
                \(decision.bracket), \(decision.refusalReason), \(decision.explanation)::jsonb, \(decision.ruleVersions)::jsonb,
                \(decision.enteredBy), \(decision.figuresBy), \(decision.approver), \(decision.secondApprover), \(decision.previousApprover),
                \(decision.decidedOn.iso)::date)
            """
        )
    }

    /// All decisions on an application, first to last.
    public static func decisions(
        on application: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> [Decision] {
        var decisions: [Decision] = []
        let rows = try db.rows(
            """
            SELECT nth, outcome, basis, bracket, refusal_reason, explanation::text AS explanation,
                   rule_versions::text AS rule_versions, entered_by, figures_by, approver_id, second_approver_id, previous_approver_id,
                   decided_on::text AS decided_on
              FROM social.decision WHERE application_id = \(application) ORDER BY nth
            """
        )
        for row in rows {
            decisions.append(
                Decision(
                    nth: try row.decode("nth"),
                    outcome: try row.decode("outcome"),
                    basis: try row.decode("basis"),
                    bracket: try row.decode("bracket"),
                    refusalReason: try row.decode("refusal_reason"),
                    explanation: try row.decode("explanation"),
                    ruleVersions: try row.decode("rule_versions"),
                    enteredBy: try row.decode("entered_by"),
                    figuresBy: try row.decode("figures_by"),
                    approver: try row.decode("approver_id"),
                    secondApprover: try row.decode("second_approver_id"),
                    previousApprover: try row.decode("previous_approver_id"),
                    decidedOn: try row.day("decided_on") ?? Day(number: 0)
                )
            )
        }
        return decisions
    }

    /// The approval that a decision gives, with how many of each kind the household may hold at once.
    public static func approve(
        application: Int64,
        decision: Int32,
        household: Int64,
        bracket: Bracket,
        quotas: [QuotaKind: Int],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        let approval: Int64 = try db.row(
            """
            INSERT INTO social.approval (org_id, application_id, decision_nth, household_id, bracket)
            VALUES (\(speaker.organisation), \(application), \(decision), \(household), \(bracket.name)) RETURNING approval_id
            """
        ).decode("approval_id")
        let sorted = quotas.sorted { $0.key.rawValue < $1.key.rawValue }
        try db.execute(
            """
            INSERT INTO social.allowance (org_id, approval_id, quota_group, quota)
            SELECT \(speaker.organisation), \(approval), *
              FROM unnest(\(sorted.map(\.key.rawValue))::text[], \(sorted.map { Int16(clamping: $0.value) })::smallint[])
            """
        )
        return approval
    }
}
