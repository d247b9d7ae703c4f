public import Domain
public import Postgres
import Store

/// Decides on an application by the rules in force, or refuses it for a reason; an approval issues its voucher.
///
/// Deciding on an appeal confirms the refusal or reverses it. A missing proof is an outcome too: the application stays open.
public struct DecideApplication: Command {
    public static let name = "decide-application"
    public static let summary = Phrase(
        fr: "décide d'une demande, et émet le bon",
        en: "decides on an application, and issues the voucher"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialApprover)

    public let application: Int64
    /// Refuse for this reason, whatever the figures say; nil to follow the rules.
    public let refusal: BuyerRefusalReason?
    /// The day of the decision, from which the voucher counts; today when it is nil, never later.
    public let decidedOn: Day?
    /// True to issue the paper of the voucher at once.
    public let paper: Bool?

    public init(
        application: Int64,
        refusal: BuyerRefusalReason? = nil,
        decidedOn: Day? = nil,
        paper: Bool? = nil
    ) {
        self.application = application
        self.refusal = refusal
        self.decidedOn = decidedOn
        self.paper = paper
    }

    private enum CodingKeys: String, CodingKey {
        case application, refusal, paper
        case decidedOn = "decided_on"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        /// `approved`, `refused`, `incomplete`; on an appeal `reversed` or `upheld`.
        public let outcome: String
        /// As printed, `Q3`; nil unless approved.
        public let bracket: String?
        /// How many of each kind the household may have within 24 months; nil unless approved.
        public let quotas: [QuotaKind: Int]?
        public let voucher: String?
        /// The number of the voucher's paper; nil unless it was asked for.
        public internal(set) var document: String?
        /// The last day on which the voucher serves.
        public let until: Day?
        /// Which rule said no, and what helps; nil when approved.
        public let refusal: Refusal?
        /// What to tell the household.
        public let explanation: Phrase
    }

    /// - Throws: `application_closed`, `needs_other_person`, `nothing_to_decide`, `rule_missing`, `proof_expired`, `back_dated`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let day = decidedOn ?? circumstances.today
        guard day <= circumstances.today else { throw .refused(.notOfTheFuture(day)) }
        let standing = try ApplicationStore.open(application, in: db)
        let earlier = try Failure.running { () throws(PostgresError) in
            try DecisionStore.decisions(on: application, in: db)
        }
        let deciding = Deciding(standing: standing, earlier: earlier, day: day)
        if standing.status == .appealed, let last = earlier.last {
            try circumstances.requireOther(than: last.approver, to: .decideAppeal)
        }
        if let refusal {
            return try deciding.refuse(for: refusal, in: db, circumstances)
        }
        var outcome = try deciding.followTheRules(in: db, circumstances)
        if paper == true, let voucher = outcome.voucher {
            let issued = try IssueVoucherPaper(voucher: voucher).run(in: db, circumstances)
            outcome.document = issued.document
        }
        return outcome
    }
}

extension Refusal {
    fileprivate static func notOfTheFuture(_ day: Day) -> Refusal {
        let rule = Phrase(
            fr: "une décision ne date pas de l'avenir",
            en: "no decision is of the future"
        )
        return Refusal(.backDated, ["day": .day(day), "rule": .word("not_in_the_future", rule)])
    }
}

extension Circumstances {
    /// - Throws: `needs_other_person` when the speaker is that person.
    func requireOther(than person: Int64, to action: Phrase) throws(Failure) {
        guard self.person.id == person else { return }
        throw .refused(
            Refusal(
                .needsOtherPerson,
                ["action": .word("decide-application", action), "person": .text(self.person.name)]
            )
        )
    }
}

extension Phrase {
    static let decideAppeal = Phrase(fr: "Décider d'un recours", en: "Deciding on an appeal")
    static let decideEstimate = Phrase(
        fr: "Décider sur une estimation ou une dérogation",
        en: "Deciding on an estimate or an override"
    )
}
