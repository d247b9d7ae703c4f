public import Domain
public import Postgres
import Store

/// An application as the social services see it, without any income.
public struct ShowApplication: Question {
    public static let name = "show-application"
    public static let summary = Phrase(
        fr: "montre une demande, sans les ressources",
        en: "shows an application, without the means"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64

    public init(application: Int64) {
        self.application = application
    }

    public struct Adult: Codable, Sendable, Hashable {
        /// Nil once it was erased.
        public let familyName: String?
        public let givenName: String?
        public let bornOn: Day?

        private enum CodingKeys: String, CodingKey {
            case familyName = "family_name"
            case givenName = "given_name"
            case bornOn = "born_on"
        }
    }

    public struct Seen: Codable, Sendable, Hashable {
        public let proof: ProofKind
        public let datedOn: Day
        public let seenOn: Day
        public let lastDay: Day?

        private enum CodingKeys: String, CodingKey {
            case proof
            case datedOn = "dated_on"
            case seenOn = "seen_on"
            case lastDay = "last_day"
        }
    }

    public struct Decision: Codable, Sendable, Hashable {
        public let nth: Int32
        public let outcome: String
        public let bracket: String?
        public let refusalReason: String?
        public let decidedOn: Day

        private enum CodingKeys: String, CodingKey {
            case nth, outcome, bracket
            case refusalReason = "refusal_reason"
            case decidedOn = "decided_on"
        }
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let application: Int64
        public let household: Int64
        public let status: ApplicationStatus
        public let persons: Int
        public let childrenInEducation: Int
        public let kinds: [DeviceType]
        public let enteredOn: Day
        public let adults: [Adult]
        public let proofs: [Seen]
        public let decisions: [Decision]
        /// A bracket that an approver proposed and none has confirmed yet.
        public let proposedBracket: String?
        /// Codes of the vouchers that it led to, newest first.
        public let vouchers: [String]

        private enum CodingKeys: String, CodingKey {
            case application, household, status, persons, kinds, adults, proofs, decisions, vouchers
            case childrenInEducation = "children_in_education"
            case enteredOn = "entered_on"
            case proposedBracket = "proposed_bracket"
        }
    }

    /// - Throws: `unknown_application`.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let standing = try Failure.running { () throws(PostgresError) in
            try ApplicationStore.standing(of: application, locking: false, in: db)
        }
        guard let standing else {
            throw .refused(Refusal(.unknownApplication, ["application": .number(Int(application))]))
        }
        return try Failure.running { () throws(PostgresError) in
            Answer(
                application: standing.number,
                household: standing.household,
                status: standing.status,
                persons: standing.persons,
                childrenInEducation: standing.childrenInEducation,
                kinds: standing.kinds,
                enteredOn: standing.enteredOn,
                adults: try HouseholdStore.adults(of: standing.household, in: db).map {
                    Adult(familyName: $0.familyName, givenName: $0.givenName, bornOn: $0.bornOn)
                },
                proofs: try EvidenceStore.proofs(of: application, in: db).map(Seen.init),
                decisions: try DecisionStore.decisions(on: application, in: db).map(Decision.init),
                proposedBracket: try EvidenceStore.evidence(of: application, in: db)?
                    .proposal?.bracket.name,
                vouchers: try VoucherStore.codes(ofApplication: application, in: db)
            )
        }
    }
}

extension ShowApplication.Seen {
    init(_ seen: EvidenceStore.Seen) {
        proof = seen.proof.kind
        datedOn = seen.proof.issuedOn
        seenOn = seen.seenOn
        lastDay = seen.proof.lastDay
    }
}

extension ShowApplication.Decision {
    init(_ decision: DecisionStore.Decision) {
        nth = decision.nth
        outcome = decision.outcome
        bracket = decision.bracket
        refusalReason = decision.refusalReason
        decidedOn = decision.decidedOn
    }
}
