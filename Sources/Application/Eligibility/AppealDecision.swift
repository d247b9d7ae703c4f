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

    public init(application: Int64) {
        self.application = application
    }

    /// - Throws: `unknown_application`, `application_closed` unless it was refused, `duplicate_application`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ApplicationOutcome {
        let standing = try ApplicationStore.found(application, in: db)
        guard standing.status == .refused else { throw .refused(standing.closed) }
        try Failure.running { () throws(PostgresError) in
            try ApplicationStore.set(.appealed, of: application, in: db)
            try ApplicationStore.tell(Self.name, of: application, in: db)
        }
        return ApplicationOutcome(application: application, status: .appealed)
    }
}

/// Where an application stands after a command.
public struct ApplicationOutcome: Codable, Sendable, Hashable {
    public let application: Int64
    public let status: ApplicationStatus
}
