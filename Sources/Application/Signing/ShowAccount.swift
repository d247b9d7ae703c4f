public import Domain
public import Postgres
import Store

/// What there is to one's own account.
public struct ShowAccount: Question {
    public static let name = "show-account"
    public static let summary = Phrase(
        fr: "montre son propre compte",
        en: "shows one's own account"
    )
    public static let permission = Permission(roles: Role.allCases)

    public init() {}

    public struct Answer: Codable, Sendable, Hashable {
        public let login: String
        public let fullName: String
        public let hasPassword: Bool
        public let hasSecondFactor: Bool
        public let isFactorRequired: Bool
        public let recoveryCodesLeft: Int32
        public let hasPIN: Bool

        private enum CodingKeys: String, CodingKey {
            case login
            case fullName = "name"
            case hasPassword = "has_password"
            case hasSecondFactor = "has_second_factor"
            case isFactorRequired = "second_factor_required"
            case recoveryCodesLeft = "recovery_codes_left"
            case hasPIN = "has_pin"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let account = try Failure.running { () throws(PostgresError) in
            try CodeStore.account(of: circumstances.person.id, in: db)
        }
        return Answer(
            login: circumstances.person.login,
            fullName: circumstances.person.name,
            hasPassword: account.hasPassword,
            hasSecondFactor: account.hasFactor,
            isFactorRequired: account.isFactorRequired,
            recoveryCodesLeft: account.recoveryLeft,
            hasPIN: account.hasPIN
        )
    }
}
