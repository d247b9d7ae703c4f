public import Domain
public import Postgres

/// Proofs that were seen and the income facts of an application.
public enum EvidenceStore {
    public struct Seen: Hashable, Sendable {
        public let nth: Int32
        public let proof: Proof
        public let seenOn: Day
        public let seenBy: Int64
    }

    public static func note(
        _ proof: Proof,
        application: Int64,
        on day: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.row(
            """
            INSERT INTO social.proof_seen (org_id, application_id, nth, kind, dated_on, income_year, seen_on, seen_by)
            SELECT \(speaker.organisation), \(application), coalesce(max(nth), 0) + 1, \(proof.kind.rawValue),
                   \(proof.issuedOn.iso)::date, \(proof.incomeYear), \(day.iso)::date, \(speaker.person)
              FROM social.proof_seen WHERE application_id = \(application)
            RETURNING nth
            """
        ).decode("nth")
    }

    public static func proofs(
        of application: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> [Seen] {
        var proofs: [Seen] = []
        let rows = try db.rows(
            """
            SELECT nth, kind, dated_on::text AS dated_on, income_year, seen_on::text AS seen_on, seen_by
              FROM social.proof_seen WHERE application_id = \(application) ORDER BY nth
            """
        )
        for row in rows {
            guard let kind = ProofKind(rawValue: try row.decode("kind")) else { continue }
            let year: Int16? = try row.decode("income_year")
            let day = try row.day("dated_on") ?? Day(number: 0)
            proofs.append(
                Seen(
                    nth: try row.decode("nth"),
                    proof: Proof(kind, issuedOn: day, incomeYear: year),
                    seenOn: try row.day("seen_on") ?? Day(number: 0),
                    seenBy: try row.decode("seen_by")
                )
            )
        }
        return proofs
    }

    /// What was entered of a household's means.
    public struct Evidence: Hashable, Sendable {
        /// Nil is never zero.
        public let quotient: Int?
        /// `caf`, `msa`, `fiscal` or `local_estimate`.
        public let quotientSource: String?
        /// Cents that the household earns in a year; nil is never zero.
        public let yearlyIncomeCents: Int64?
        public let status: SocialStatus?
        /// JSON: the figures from which a quotient was computed.
        public let details: String
        public let setBy: Int64
        public let proposal: Proposal?

        /// Who set the evidence is told by the speaker who keeps it.
        public init(
            quotient: Int?,
            quotientSource: String?,
            yearlyIncomeCents: Int64? = nil,
            status: SocialStatus?,
            details: String,
            setBy: Int64,
            proposal: Proposal? = nil
        ) {
            self.quotient = quotient
            self.quotientSource = quotientSource
            self.yearlyIncomeCents = yearlyIncomeCents
            self.status = status
            self.details = details
            self.setBy = setBy
            self.proposal = proposal
        }
    }

    /// Another bracket, proposed by one approver and decided by a second.
    public struct Proposal: Hashable, Sendable {
        public let bracket: Bracket
        public let reason: String
        public let by: Int64
    }

    /// Keeps the evidence of an application in the place of what was there; a proposal made on the old one falls.
    public static func keep(
        _ evidence: Evidence,
        application: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO social.evidence (org_id, application_id, quotient, quotient_source, yearly_income_cents, status_held,
                details, set_by)
            VALUES (\(speaker.organisation), \(application), \(evidence.quotient.map { Int32(clamping: $0) }),
                    \(evidence.quotientSource), \(evidence.yearlyIncomeCents), \(evidence.status?.rawValue), \(evidence.details)::jsonb, \(speaker.person))
            ON CONFLICT ON CONSTRAINT evidence_key DO UPDATE
               SET quotient = excluded.quotient, quotient_source = excluded.quotient_source,
                   yearly_income_cents = excluded.yearly_income_cents, status_held = excluded.status_held, details = excluded.details, set_by = excluded.set_by,
                   set_at = excluded.set_at, proposed_bracket = NULL, proposed_reason = NULL, proposed_by = NULL
            """
        )
    }

    public static func propose(
        _ override: BracketOverride,
        application: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE social.evidence
               SET proposed_bracket = \(override.bracket.name), proposed_reason = \(override.reason), proposed_by = \(speaker.person)
             WHERE application_id = \(application)
            """
        )
    }

    public static func evidence(
        of application: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Evidence? {
        let row = try db.optionalRow(
            """
            SELECT quotient, quotient_source, yearly_income_cents, status_held, details::text AS details, set_by,
                   substr(proposed_bracket, 2)::integer AS proposed_bracket, proposed_reason, proposed_by
              FROM social.evidence WHERE application_id = \(application)
            """
        )
        guard let row else { return nil }
        let quotient: Int32? = try row.decode("quotient")
        let status: String? = try row.decode("status_held")
        return Evidence(
            quotient: quotient.map(Int.init),
            quotientSource: try row.decode("quotient_source"),
            yearlyIncomeCents: try row.decode("yearly_income_cents"),
            status: status.flatMap(SocialStatus.init(rawValue:)),
            details: try row.decode("details"),
            setBy: try row.decode("set_by"),
            proposal: try proposal(row)
        )
    }

    private static func proposal(_ row: Row) throws(PostgresError) -> Proposal? {
        guard let bracket = try row.decode("proposed_bracket", as: Int32?.self),
            let reason = try row.decode("proposed_reason", as: String?.self),
            let person = try row.decode("proposed_by", as: Int64?.self)
        else { return nil }
        return Proposal(bracket: Bracket(Int(bracket)), reason: reason, by: person)
    }

    /// Leaves a line about who looked at an income, or tried to, and why.
    public static func logAccess(
        to application: Int64,
        why: String,
        granted: Bool = true,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO social.access_log (org_id, person_id, application_id, why, granted)
            VALUES (\(speaker.organisation), \(speaker.person), \(application), \(why), \(granted))
            """
        )
    }
}
