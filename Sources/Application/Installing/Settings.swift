public import Domain

/// What an operator decides, read once from the environment; every value has a default that works.
///
/// - `DATABASE_URL`: a server to use instead of the private one.
/// - `MOULIN_OWNER_USER`, `MOULIN_MAIN_USER`, `MOULIN_SOCIAL_USER`, each with `…_PASSWORD` or `…_PASSWORD_FILE`: its logins.
/// - `MOULIN_HOME`: folder of the private server and of the keys.
/// - `MOULIN_RESOURCES`: folder of the schema's texts.
/// - `MOULIN_ORGANISATION`: number of the organisation, 1 unless said.
/// - `MOULIN_AS`: login of the person who acts; the system's user unless said.
/// - `MOULIN_LANGUAGE`, else `LC_ALL`, `LC_MESSAGES`, `LANG`: `fr` or `en`.
public struct Settings: Sendable {
    public let environment: [String: String]
    public var login: String?

    public init(environment: [String: String], login: String? = nil) {
        self.environment = environment
        self.login = login ?? environment["MOULIN_AS"]
    }

    /// nil: the private server.
    public var databaseURL: String? {
        environment["DATABASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
    }

    public var organisation: Int32 {
        environment["MOULIN_ORGANISATION"].flatMap { Int32($0) } ?? 1
    }

    var resources: String? { environment["MOULIN_RESOURCES"] }

    /// Where a printed code can be verified, `MOULIN_VERIFY_URL`; printed on documents.
    public var verificationAddress: String {
        environment["MOULIN_VERIFY_URL"] ?? "https://moulin.example/v"
    }

    /// How people reach the service in a browser, `MOULIN_PUBLIC_ADDRESS`; links in letters lead there.
    public var publicAddress: String {
        let given = environment["MOULIN_PUBLIC_ADDRESS"] ?? "http://localhost:8080"
        return given.hasSuffix("/") ? String(given.dropLast()) : given
    }

    /// The language of refusals, reports and tables.
    public var language: Language {
        let names = ["MOULIN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
        for name in names {
            guard let value = environment[name], !value.isEmpty else { continue }
            return value.hasPrefix("fr") ? .fr : .en
        }
        return .en
    }
}
