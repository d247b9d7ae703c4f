import Glibc

/// The service at which people may sign in, read from the environment; nothing of it works unless it is named.
///
/// - `MOULIN_OIDC_ISSUER`: its address, `https://…`; plain `http` for one on this machine only.
/// - `MOULIN_OIDC_CLIENT`: how it knows this house.
/// - `MOULIN_OIDC_SECRET` or `MOULIN_OIDC_SECRET_FILE`: the secret shared with it.
/// - `MOULIN_OIDC_DOMAINS`: domains, by commas, whose verified addresses link an account by themselves; none unless said.
public struct OpenIDSettings: Sendable, Hashable {
    public let issuer: String
    public let client: String
    public let secret: String?
    public let domains: Set<String>

    /// nil while no service is named, or its address is not one that can be trusted.
    public init?(environment: [String: String]) {
        guard let issuer = environment["MOULIN_OIDC_ISSUER"], !issuer.isEmpty,
            let client = environment["MOULIN_OIDC_CLIENT"], !client.isEmpty
        else { return nil }
        self.init(
            issuer: issuer,
            client: client,
            secret: environment["MOULIN_OIDC_SECRET_FILE"].flatMap { TextOfFile.read($0) }
                ?? environment["MOULIN_OIDC_SECRET"],
            domains: Set(
                (environment["MOULIN_OIDC_DOMAINS"] ?? "").split(separator: ",").map {
                    $0.filter { !$0.isWhitespace }.lowercased()
                }
            )
        )
    }

    public init?(issuer: String, client: String, secret: String?, domains: Set<String> = []) {
        guard Self.isTrusted(issuer) else { return nil }
        (self.issuer, self.client, self.secret, self.domains) = (issuer, client, secret, domains)
    }

    /// True over TLS, and for a service on this very machine.
    static func isTrusted(_ address: String) -> Bool {
        address.hasPrefix("https://") || isOnThisMachine(address)
    }

    static func isOnThisMachine(_ address: String) -> Bool {
        ["http://127.0.0.1:", "http://127.0.0.1/", "http://localhost:", "http://localhost/"]
            .contains { address.hasPrefix($0) }
    }

    /// Whether an address of this domain links an account by itself.
    func links(_ email: String) -> Bool {
        guard let domain = email.split(separator: "@").last, email.filter({ $0 == "@" }).count == 1
        else { return false }
        return domains.contains(domain.lowercased())
    }
}
