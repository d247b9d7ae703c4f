import Domain
import FoundationEssentials
import Proving
import Store

/// The other service, as its own description says it is (OpenID Connect Discovery), with its keys.
///
/// Both are read when they are first needed. A token whose key is not known makes the keys be read again, once in five
/// minutes at most.
actor OpenIDProvider {
    struct Description: Decodable, Sendable {
        let issuer: String
        let authorizationEndpoint: String
        let tokenEndpoint: String
        let keysAddress: String
        /// True for a service that names itself in every answer (RFC 9207).
        let namesItself: Bool?

        enum CodingKeys: String, CodingKey {
            case issuer
            case authorizationEndpoint = "authorization_endpoint"
            case tokenEndpoint = "token_endpoint"
            case keysAddress = "jwks_uri"
            case namesItself = "authorization_response_iss_parameter_supported"
        }
    }

    private struct Answer: Decodable {
        let idToken: String

        enum CodingKeys: String, CodingKey {
            case idToken = "id_token"
        }
    }

    private let settings: OpenIDSettings
    private let ask: HTTPAsking
    private var known: Description?
    private var keys: (set: PublicKeySet, readAt: Int64)?

    init(_ settings: OpenIDSettings, ask: @escaping HTTPAsking) {
        self.settings = settings
        self.ask = ask
    }

    /// - Throws: `provider_refused` when there is no answer, or it is another service's.
    func description() async throws(Failure) -> Description {
        if let known { return known }
        let base = settings.issuer.hasSuffix("/") ? settings.issuer : settings.issuer + "/"
        let read = try await read(
            Description.self,
            HTTPQuestion(base + ".well-known/openid-configuration"),
            "description"
        )
        let addresses = [read.authorizationEndpoint, read.tokenEndpoint, read.keysAddress]
        guard read.issuer == settings.issuer, addresses.allSatisfy(OpenIDSettings.isTrusted) else {
            throw .providerRefused("description")
        }
        known = read
        return read
    }

    /// Changes a code, with the secret that made its challenge, into what the service says of the person.
    func token(
        code: String,
        verifier: String,
        returningTo address: String,
        nonce: String,
        now: Int64
    ) async throws(Failure) -> IDToken {
        let description = try await description()
        let fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", address),
            ("code_verifier", verifier), ("client_id", settings.client),
        ]
        let question = HTTPQuestion(
            description.tokenEndpoint,
            form: fields.map { "\($0)=\(FormText.escaped($1))" }.joined(separator: "&"),
            client: FormText.escaped(settings.client),
            secret: settings.secret.map(FormText.escaped)
        )
        let answer = try await read(Answer.self, question, "token")
        let expected = IDToken.Expectation(
            issuer: settings.issuer,
            client: settings.client,
            nonce: nonce,
            now: now
        )
        do throws(IDToken.Fault) {
            return try IDToken(answer.idToken, keys: await keys(now), expecting: expected)
        } catch {
            guard error == .signature, let readAt = keys?.readAt, now - readAt >= 300 else {
                throw .providerRefused(error.rawValue)
            }
        }
        keys = nil
        do throws(IDToken.Fault) {
            return try IDToken(answer.idToken, keys: await keys(now), expecting: expected)
        } catch {
            throw .providerRefused(error.rawValue)
        }
    }

    private func keys(_ now: Int64) async throws(IDToken.Fault) -> PublicKeySet {
        if let keys { return keys.set }
        guard let address = known?.keysAddress, let answer = await ask(HTTPQuestion(address)),
            answer.status == 200, let set = PublicKeySet(json: answer.body)
        else { throw .signature }
        keys = (set, now)
        return set
    }

    private func read<Value: Decodable>(
        _ type: Value.Type,
        _ question: HTTPQuestion,
        _ what: String
    ) async throws(Failure) -> Value {
        guard let answer = await ask(question), answer.status == 200,
            let value = try? JSONDecoder().decode(type, from: Data(answer.body))
        else { throw .providerRefused(what) }
        return value
    }
}

extension Failure {
    /// The other service did not say who somebody is, in a way that is believed.
    static func providerRefused(_ fault: String) -> Failure {
        .refused(Refusal(.providerRefused, ["fault": .text(fault)]))
    }
}

/// Texts within a form or the query of an address.
enum FormText {
    static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { escaped, byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-._~".utf8.contains(byte)
            escaped +=
                isPlain ? String(UnicodeScalar(byte)) : "%" + Digest.hex([byte]).uppercased()
        }
    }
}
