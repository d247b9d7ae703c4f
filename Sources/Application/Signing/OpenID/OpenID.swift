import Domain
import Postgres
import Proving
import Store

/// Signing in by an account at another service (OpenID Connect: authorisation code with PKCE).
public struct OpenID: Sendable {
    private let signIn: SignIn
    private let settings: OpenIDSettings
    private let provider: OpenIDProvider
    /// Where the service sends people back to.
    private let returnAddress: String

    /// Signing in to a house through a service; `publicAddress` is how people reach the house.
    public init(
        _ signIn: SignIn,
        _ settings: OpenIDSettings,
        publicAddress: String,
        asking: HTTPAsking? = nil
    ) {
        self.signIn = signIn
        self.settings = settings
        returnAddress = publicAddress + "/sign-in/provider/back"
        let exchange = HTTPExchange()
        provider = OpenIDProvider(settings, ask: asking ?? { await exchange.ask($0) })
    }

    /// The service's host, as people are told it.
    public var name: String {
        String(settings.issuer.split(separator: "/").dropFirst().first ?? "")
    }

    /// Where a browser is sent, and what it keeps to be known again.
    public struct Departure: Sendable {
        public let address: String
        public let browser: Token
    }

    /// Begins a visit, which may come back once within ten minutes.
    ///
    /// - Throws: `provider_refused` when the service does not answer.
    public func begin(next: String) async throws(Failure) -> Departure {
        let description = try await provider.description()
        let (state, browser, nonce, verifier) = (Token(), Token(), Token(), Token())
        let issuer = settings.issuer
        try await signIn.writing { (db) throws(PostgresError) in
            try IdentityStore.begin(
                state: state.bytes,
                browser: browser.bytes,
                issuer: issuer,
                nonce: nonce.text,
                verifier: verifier.text,
                next: String(next.prefix(2_000)),
                in: db
            )
        }
        let challenge = Base64URL.text(Digest.sha256(Array(verifier.text.utf8)))
        let fields = [
            ("response_type", "code"), ("client_id", settings.client),
            ("redirect_uri", returnAddress), ("scope", "openid email"), ("state", state.text),
            ("nonce", nonce.text), ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        ]
        let query = fields.map { "\($0)=\(FormText.escaped($1))" }.joined(separator: "&")
        let separator = description.authorizationEndpoint.contains("?") ? "&" : "?"
        return Departure(
            address: description.authorizationEndpoint + separator + query,
            browser: browser
        )
    }

    /// What the service sent the browser back with.
    public struct Return: Sendable {
        public let state: Token?
        public let code: String?
        /// How the service names itself; nil when it does not.
        public let issuer: String?
        public let browser: Token?

        public init(state: Token?, code: String?, issuer: String?, browser: Token?) {
            (self.state, self.code, self.issuer, self.browser) = (state, code, issuer, browser)
        }
    }

    /// Ends a visit: whoever the service says is there is signed in, or is asked for a code of the own telephone.
    ///
    /// - Throws: `provider_visit_over` for a state that was used, is unknown, or was given to another browser;
    ///   `provider_refused` for what the service says or does not say; `provider_unknown` for an account of nobody here.
    public func finish(
        _ returned: Return,
        address: String
    ) async throws(Failure) -> (step: SignIn.Step, next: String) {
        let over = Failure.refused(Refusal(.providerVisitOver, ["minutes": .number(10)]))
        guard let state = returned.state, let browser = returned.browser else { throw over }
        let description = try await provider.description()
        let isNamed = description.namesItself == true || returned.issuer != nil
        guard !isNamed || returned.issuer == settings.issuer else {
            throw .providerRefused("issuer")
        }
        let issuer = settings.issuer
        let visit = try await signIn.writing { (db) throws(PostgresError) in
            try IdentityStore.end(
                state: state.bytes,
                browser: browser.bytes,
                issuer: issuer,
                in: db
            )
        }
        guard let code = returned.code else { throw .providerRefused("code") }
        let token = try await provider.token(
            code: code,
            verifier: visit.verifier,
            returningTo: returnAddress,
            nonce: visit.nonce,
            now: secondsSince1970()
        )
        return (try await admit(token, address: address), visit.next)
    }

    private func admit(_ token: IDToken, address: String) async throws(Failure) -> SignIn.Step {
        let issuer = settings.issuer
        let linking =
            token.isEmailVerified ? token.email.flatMap { settings.links($0) ? $0 : nil } : nil
        let address = String(address.prefix(64))
        let attempt = try await signIn.writing {
            (db) throws(PostgresError) -> SessionStore.Attempt? in
            let found = try IdentityStore.attempt(issuer, token.subject, address: address, in: db)
            if let found { return found }
            guard let linking, try IdentityStore.link(issuer, token.subject, linking, in: db) else {
                return nil
            }
            return try IdentityStore.attempt(issuer, token.subject, address: address, in: db)
        }
        guard let attempt else {
            throw .refused(Refusal(.providerUnknown, ["service": .text(name)]))
        }
        return try await signIn.goOn(after: attempt)
    }
}
