import FoundationEssentials

/// What another service says of who signed in there, once every word of it was checked (OpenID Connect Core, 3.1.3.7).
public struct IDToken: Sendable, Hashable {
    /// The service's own name for the account; never used again for another.
    public let subject: String
    public let email: String?
    /// True when the service says that the address was shown to be the person's.
    public let isEmailVerified: Bool

    /// Why a token is not believed.
    public enum Fault: String, Error, Sendable, CaseIterable {
        case unreadable
        case algorithm
        case signature
        case issuer
        case audience
        case nonce
        case expired
        case notYet = "not_yet"
        case subject
    }

    /// What a token has to say to be believed.
    public struct Expectation: Sendable {
        let issuer: String
        let client: String
        let nonce: String
        let now: Int64

        /// `now` is in seconds since 1970.
        public init(issuer: String, client: String, nonce: String, now: Int64) {
            (self.issuer, self.client, self.nonce, self.now) = (issuer, client, nonce, now)
        }
    }

    /// How far two clocks may be apart, in seconds.
    fileprivate static let skew: Int64 = 60
    /// A token that was made longer ago than this was kept by somebody.
    fileprivate static let oldest: Int64 = 600

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }

    fileprivate struct Claims: Decodable {
        let iss: String
        let sub: String
        let aud: Audience
        let azp: String?
        let exp: Double
        let iat: Double
        let nonce: String?
        let email: String?
        let emailVerified: Truth?

        enum CodingKeys: String, CodingKey {
            case iss, sub, aud, azp, exp, iat, nonce, email
            case emailVerified = "email_verified"
        }
    }

    /// One name, or a list of them.
    fileprivate struct Audience: Decodable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            names = try (try? [container.decode(String.self)]) ?? container.decode([String].self)
        }
    }

    /// Some services write truths as texts.
    fileprivate struct Truth: Decodable {
        let value: Bool

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            value =
                try (try? container.decode(Bool.self)) ?? (container.decode(String.self) == "true")
        }
    }

    /// Reads a token that the service itself handed over.
    ///
    /// The signature comes before anything that the token says is believed.
    public init(
        _ text: String,
        keys: PublicKeySet,
        expecting expected: Expectation
    ) throws(Fault) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let signature = Base64URL.bytes(parts[2]) else { throw .unreadable }
        let header = try Self.read(Header.self, parts[0])
        guard let algorithm = PublicKeySet.Algorithm(rawValue: header.alg), header.crit == nil
        else {
            throw .algorithm
        }
        let message = Array((parts[0] + "." + parts[1]).utf8)
        guard keys.hasSigned(message, signature, algorithm, named: header.kid) else {
            throw .signature
        }
        let claims = try Self.read(Claims.self, parts[1])
        try claims.meet(expected)
        subject = claims.sub
        email = claims.email
        isEmailVerified = claims.emailVerified?.value ?? false
    }

    private static func read<Part: Decodable>(
        _ type: Part.Type,
        _ text: Substring
    ) throws(Fault) -> Part {
        guard let bytes = Base64URL.bytes(text),
            let part = try? JSONDecoder().decode(type, from: Data(bytes))
        else { throw .unreadable }
        return part
    }
}

extension IDToken.Claims {
    fileprivate func meet(_ expected: IDToken.Expectation) throws(IDToken.Fault) {
        guard iss == expected.issuer else { throw .issuer }
        guard aud.names.contains(expected.client) else { throw .audience }
        guard azp == nil ? aud.names.count == 1 : azp == expected.client else { throw .audience }
        guard let nonce, nonce == expected.nonce else { throw .nonce }
        guard Double(expected.now - IDToken.skew) < exp else { throw .expired }
        guard iat <= Double(expected.now + IDToken.skew) else { throw .notYet }
        guard iat >= Double(expected.now - IDToken.oldest) else { throw .expired }
        guard (1...255).contains(sub.utf8.count) else { throw .subject }
    }
}
