public import Domain
public import Postgres
import Store

/// Closes an open application because the household gives it up.
public struct WithdrawApplication: Command {
    public static let name = "withdraw-application"
    public static let summary = Phrase(
        fr: "clôt une demande à laquelle le foyer renonce",
        en: "closes an application that the household gives up"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64

    public init(application: Int64) {
        self.application = application
    }

    /// - Throws: `unknown_application`, `application_closed`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ApplicationOutcome {
        _ = try ApplicationStore.open(application, in: db)
        try Failure.running { () throws(PostgresError) in
            try ApplicationStore.set(.withdrawn, of: application, in: db)
            try ApplicationStore.tell(Self.name, of: application, in: db)
        }
        return ApplicationOutcome(application: application, status: .withdrawn)
    }
}
