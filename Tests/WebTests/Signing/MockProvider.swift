import Application
import Crypto
import FoundationEssentials
import Proving
import Synchronization

@testable import Web

/// A service at which people sign in, within the test: it answers what a real one answers, or what an attacker would.
final class MockProvider: Sendable {
    static let issuer = "https://id.example"

    /// What the next token says otherwise than it should.
    struct Lie: Sendable {
        var claims: [String: String] = [:]
        var algorithm = "ES256"
        var isSignedByAnother = false
        /// Codes are exchanged for whatever verifier comes.
        var answersWithoutProof = false
    }

    struct Issued: Sendable {
        let challenge: String
        let nonce: String
        let returnAddress: String
    }

    private struct State {
        var codes: [String: Issued] = [:]
        var lie = Lie()
        var email = "eve@example.org"
        var isVerified = true
        var subject = "account-1"
        var namesItself = true
    }

    private let state = Mutex(State())
    private let key = P256.Signing.PrivateKey()
    private let other = P256.Signing.PrivateKey()

    func lie(_ lie: Lie) { state.withLock { $0.lie = lie } }

    func stands(as subject: String, email: String, verified: Bool = true) {
        state.withLock { ($0.subject, $0.email, $0.isVerified) = (subject, email, verified) }
    }

    var asking: HTTPAsking {
        { [self] question in answer(question) }
    }

    /// What happens in the browser at the service: the person says yes, and is sent back with this code.
    func code(for address: String) -> String {
        let fields = Self.fields(String(address.split(separator: "?", maxSplits: 1).last ?? ""))
        let code = "code-\(UInt64.random(in: .min ... .max))"
        let issued = Issued(
            challenge: fields["code_challenge"] ?? "",
            nonce: fields["nonce"] ?? "",
            returnAddress: fields["redirect_uri"] ?? ""
        )
        state.withLock { $0.codes[code] = issued }
        return code
    }

    private func answer(_ question: HTTPQuestion) -> (status: Int, body: [UInt8])? {
        switch question.address {
        case Self.issuer + "/.well-known/openid-configuration":
            return (
                200,
                Array(
                    """
                    {"issuer":"\(Self.issuer)","authorization_endpoint":"\(Self.issuer)/authorize",
                    "token_endpoint":"\(Self.issuer)/token","jwks_uri":"\(Self.issuer)/keys",
                    "authorization_response_iss_parameter_supported":true}
                    """.utf8
                )
            )
        case Self.issuer + "/keys": return (200, Array(keys.utf8))
        case Self.issuer + "/token": return exchange(question)
        default: return (404, [])
        }
    }

    /// RFC 7636: the verifier must be the one that the challenge was made of; a code is exchanged once.
    private func exchange(_ question: HTTPQuestion) -> (status: Int, body: [UInt8])? {
        let form = Self.fields(question.form ?? "")
        let lie = state.withLock { $0.lie }
        guard question.client == "moulin", question.secret == "hush",
            let issued = state.withLock({ $0.codes.removeValue(forKey: form["code"] ?? "") }),
            form["redirect_uri"] == issued.returnAddress
        else { return (400, []) }
        let digest = SHA256.hash(data: Array((form["code_verifier"] ?? "").utf8))
        guard Base64URL.text(Array(digest)) == issued.challenge || lie.answersWithoutProof else {
            return (400, [])
        }
        return (
            200, Array("{\"id_token\":\"\(token(issued, lie))\",\"token_type\":\"Bearer\"}".utf8)
        )
    }

    private var keys: String {
        let point = Array(key.publicKey.rawRepresentation)
        return """
            {"keys":[{"kty":"EC","kid":"1","use":"sig","crv":"P-256","x":"\(Base64URL.text(point[..<32]))",
            "y":"\(Base64URL.text(point[32...]))"}]}
            """
    }

    private func token(_ issued: Issued, _ lie: Lie) -> String {
        let now = Int64(Date().timeIntervalSince1970)
        let (subject, email, isVerified) = state.withLock { ($0.subject, $0.email, $0.isVerified) }
        let claims = [
            "iss": "\"\(Self.issuer)\"", "sub": "\"\(subject)\"", "aud": "\"moulin\"",
            "exp": "\(now + 300)", "iat": "\(now)", "nonce": "\"\(issued.nonce)\"",
            "email": "\"\(email)\"", "email_verified": "\(isVerified)",
        ].merging(lie.claims) { $1 }
        let body = "{\(claims.map { "\"\($0)\":\($1)" }.joined(separator: ","))}"
        let header = "{\"alg\":\"\(lie.algorithm)\",\"kid\":\"1\"}"
        let message = Base64URL.text(Array(header.utf8)) + "." + Base64URL.text(Array(body.utf8))
        guard lie.algorithm == "ES256" else { return message + "." }
        let signer = lie.isSignedByAnother ? other : key
        let signature = try? signer.signature(for: SHA256.hash(data: Array(message.utf8)))
        return message + "." + Base64URL.text(signature?.rawRepresentation ?? Data())
    }

    /// The fields of a form or a query.
    static func fields(_ text: String) -> [String: String] {
        Fields(encoded: text.utf8).values.compactMapValues(\.last)
    }
}
