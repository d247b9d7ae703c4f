public import Domain
public import Postgres
import Store

/// Takes note of a household's appeal against a refusal; another approver decides on it.
public struct AppealDecision: Command {
    public static let name = "appeal"
    public static let summary = Phrase(
        fr: "enregistre le recours d'un foyer contre un refus",
        en: "takes note of a household's appeal against a refusal"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64
    /// The day on which the household lodged it; today when it is nil, never later.
    public let lodgedOn: Day?
    /// What the household says against the refusal.
    public let grounds: String?

    public init(application: Int64, lodgedOn: Day? = nil, grounds: String? = nil) {
        self.application = application
        self.lodgedOn = lodgedOn
        self.grounds = grounds
    }

    private enum CodingKeys: String, CodingKey {
        case application, grounds
        case lodgedOn = "lodged_on"
    }

    /// - Throws: `unknown_application`, `application_closed` unless it was refused, `appeal_too_late`, `back_dated`,
    ///   `duplicate_application`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ApplicationOutcome {
        let standing = try ApplicationStore.found(application, in: db)
        guard standing.status == .refused else { throw .refused(standing.closed) }
        let lodged = lodgedOn ?? circumstances.today
        let refused = try Failure.running { () throws(PostgresError) in
            try DecisionStore.decisions(on: application, in: db).last
        }
        guard let refused else { throw .refused(standing.closed) }
        guard lodged <= circumstances.today, lodged >= refused.decidedOn else {
            throw .refused(.notAfterTheDecision(lodged))
        }
        let pack = try EligibilityPack.inForce(on: refused.decidedOn, in: db, circumstances)
        let term = AppealTerm(decidedOn: refused.decidedOn, months: pack.appealMonths)
        do throws(Refusal) {
            try term.require(lodged, application: Int(application))
        } catch {
            throw .refused(error)
        }
        try Failure.running { () throws(PostgresError) in
            try AppealStore.add(
                application: application,
                against: refused,
                months: pack.appealMonths,
                lodgedOn: lodged,
                grounds: grounds,
                circumstances.speaker,
                in: db
            )
            try ApplicationStore.set(.appealed, of: application, in: db)
            try ApplicationStore.tell(Self.name, of: application, in: db)
        }
        return ApplicationOutcome(application: application, status: .appealed)
    }
}

extension Refusal {
    fileprivate static func notAfterTheDecision(_ day: Day) -> Refusal {
        let rule = Phrase(
            fr: "un recours suit la décision et ne date pas de l'avenir",
            en: "an appeal follows the decision and is not of the future"
        )
        return Refusal(
            .backDated,
            ["day": .day(day), "rule": .word("after_the_decision", rule)]
        )
    }
}

/// Where an application stands after a command.
public struct ApplicationOutcome: Codable, Sendable, Hashable {
    public let application: Int64
    public let status: ApplicationStatus
}
