/// Where letters are handed over, read from the environment.
///
/// - `MOULIN_SMTP_URL`: `smtp://host:587` or `smtps://host:465`; without it no letter leaves.
/// - `MOULIN_SMTP_FROM`: the sender's address.
/// - `MOULIN_SMTP_USER`, `MOULIN_SMTP_PASSWORD`: where the server asks for them.
/// - `MOULIN_SMTP_TLS`: `off` for a server on the same machine; required otherwise.
public struct MailSettings: Sendable, Hashable {
    public let url: String
    public let from: String
    public let user: String?
    public let password: String?
    public let requiresTLS: Bool

    /// nil while no server or no sender is named.
    public init?(environment: [String: String]) {
        guard let url = environment["MOULIN_SMTP_URL"], !url.isEmpty,
            let from = environment["MOULIN_SMTP_FROM"], from.contains("@")
        else { return nil }
        self.init(
            url: url,
            from: from,
            user: environment["MOULIN_SMTP_USER"],
            password: environment["MOULIN_SMTP_PASSWORD"],
            requiresTLS: environment["MOULIN_SMTP_TLS"] != "off"
        )
    }

    public init(
        url: String,
        from: String,
        user: String? = nil,
        password: String? = nil,
        requiresTLS: Bool = true
    ) {
        self.url = url
        self.from = from
        self.user = user
        self.password = password
        self.requiresTLS = requiresTLS
    }

    /// The right half of Message-IDs.
    var domain: Substring { from.split(separator: "@").last ?? "localhost" }
}
