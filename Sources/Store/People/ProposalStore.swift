import Domain
public import Postgres

/// What one person proposes and another decides.
public enum ProposalStore {
    public struct Proposal: Hashable, Sendable {
        public let number: Int64
        public let command: String
        /// The JSON form of the command; nil once it is decided.
        public let content: String?
        public let reason: String
        public let proposedBy: Int64
        public let proposer: String
        public let proposedAt: Timestamp
        public let until: Timestamp
        /// nil while it is open.
        public let decider: String?
        public let decidedAt: Timestamp?
        public let isApproved: Bool?
        public let note: String?

        init(_ row: Row) throws(PostgresError) {
            number = try row.decode("proposal_id")
            command = try row.decode("command")
            content = try row.decode("content")
            reason = try row.decode("reason")
            proposedBy = try row.decode("proposed_by")
            proposer = try row.decode("proposer")
            proposedAt = try row.decode("proposed_at")
            until = try row.decode("until")
            decider = try row.decode("decider")
            decidedAt = try row.decode("decided_at")
            isApproved = try row.decode("is_approved")
            note = try row.decode("note")
        }
    }

    public static func put(
        _ command: String,
        content: String,
        digest: [UInt8],
        reason: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row("SELECT core.propose(\(command), \(content), \(digest), \(reason)) AS made")
            .decode("made")
    }

    public static func reject(
        _ proposal: Int64,
        note: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.reject_proposal(\(proposal), \(note))")
    }

    /// nil for a number that is not known.
    public static func find(
        _ proposal: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Proposal? {
        let row = try db.optionalRow(
            """
            SELECT p.proposal_id, p.command, p.content, p.reason, p.proposed_by, a.name AS proposer, p.proposed_at, p.until,
                   b.name AS decider, p.decided_at, p.is_approved, p.note
              FROM core.proposal AS p
              JOIN core.person AS a ON a.org_id = p.org_id AND a.person_id = p.proposed_by
              LEFT JOIN core.person AS b ON b.org_id = p.org_id AND b.person_id = p.decided_by
             WHERE p.org_id = \(speaker.organisation) AND p.proposal_id = \(proposal)
            """
        )
        guard let row else { return nil }
        return try Proposal(row)
    }

    /// From the newest, those before `before` when it is given.
    public static func list(
        openOnly: Bool,
        before: Int64?,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Proposal] {
        var proposals: [Proposal] = []
        let rows = try db.rows(
            """
            SELECT p.proposal_id, p.command, p.content, p.reason, p.proposed_by, a.name AS proposer, p.proposed_at, p.until,
                   b.name AS decider, p.decided_at, p.is_approved, p.note
              FROM core.proposal AS p
              JOIN core.person AS a ON a.org_id = p.org_id AND a.person_id = p.proposed_by
              LEFT JOIN core.person AS b ON b.org_id = p.org_id AND b.person_id = p.decided_by
             WHERE p.org_id = \(speaker.organisation) AND p.proposal_id < coalesce(\(before), 9223372036854775807)
               AND (NOT \(openOnly) OR p.decided_at IS NULL)
             ORDER BY p.proposal_id DESC LIMIT \(Int32(clamping: limit))
            """
        )
        for row in rows { proposals.append(try Proposal(row)) }
        return proposals
    }

    /// From now on an act takes two people, or no longer does.
    public static func requireTwo(
        _ act: String,
        _ isRequired: Bool,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.require_two_people(\(act), \(isRequired))")
    }

    /// The acts that take two people at this moment.
    public static func actsOfTwo(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Set<String> {
        var acts: Set<String> = []
        let rows = try db.rows(
            """
            SELECT act FROM core.two_person_rule WHERE org_id = \(speaker.organisation) AND clock_timestamp() <@ during
            """
        )
        for row in rows { acts.insert(try row.decode("act")) }
        return acts
    }
}
