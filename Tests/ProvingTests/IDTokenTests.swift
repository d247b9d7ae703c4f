import Crypto
import CryptoExtras
import FoundationEssentials
import Testing

@testable import Proving

/// Tokens of another service, and everything that is wrong with one that is not believed.
@Suite struct IDTokenTests {
    private let service = SigningService()
    private let expected = IDToken.Expectation(
        issuer: "https://id.example",
        client: "moulin",
        nonce: "n-1",
        now: 1_000_000
    )

    private func fault(_ token: String, keys: PublicKeySet? = nil) -> IDToken.Fault? {
        do {
            _ = try IDToken(token, keys: keys ?? service.keys, expecting: expected)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["ES256", "RS256"])
    func `a true token is believed`(algorithm: String) throws {
        let token = service.token(algorithm: algorithm)

        let read = try IDToken(token, keys: service.keys, expecting: expected)

        #expect(read.subject == "account-1")
        #expect(read.email == "eve@example.org")
        #expect(read.isEmailVerified)
    }

    @Test(arguments: [
        ("iss", "\"https://other.example\"", IDToken.Fault.issuer),
        ("iss", "\"https://id.example/\"", .issuer),
        ("aud", "\"another\"", .audience),
        ("aud", "[\"moulin\",\"another\"]", .audience),
        ("azp", "\"another\"", .audience),
        ("nonce", "\"n-2\"", .nonce),
        ("nonce", "null", .nonce),
        ("exp", "999939", .expired),
        ("iat", "1000061", .notYet),
        ("iat", "999399", .expired),
        ("sub", "\"\"", .subject),
        ("exp", "\"soon\"", .unreadable),
    ])
    func `a signed token that says something else is not believed`(
        claim: String,
        value: String,
        fault: IDToken.Fault
    ) {
        #expect(self.fault(service.token(changing: [claim: value])) == fault)
    }

    @Test func `a token without a signature is not believed`() {
        let parts = service.token().split(separator: ".")
        let none = Base64URL.text(Array(#"{"alg":"none"}"#.utf8))

        #expect(fault("\(none).\(parts[1]).") == .algorithm)
        #expect(fault("\(parts[0]).\(parts[1]).") == .signature)
    }

    /// The public key of a service, used as if it were a secret that is shared with it.
    @Test func `a token signed with a shared secret is not believed`() {
        let parts = service.token().split(separator: ".")
        let header = Base64URL.text(Array(#"{"alg":"HS256","kid":"p"}"#.utf8))
        let message = "\(header).\(parts[1])"
        let mac = HMAC<SHA256>.authenticationCode(
            for: Array(message.utf8),
            using: SymmetricKey(data: service.p256.publicKey.rawRepresentation)
        )

        #expect(fault("\(message).\(Base64URL.text(Array(mac)))") == .algorithm)
    }

    @Test func `a token of another key is not believed, by its name or without one`() {
        let other = SigningService()

        #expect(fault(other.token()) == .signature)
        #expect(fault(other.token(named: nil)) == .signature)
    }

    @Test func `a key of another kind does not stand for an algorithm`() {
        #expect(fault(service.token(named: "r")) == .signature)
    }

    @Test func `what was changed after signing is not believed`() {
        var parts = service.token().split(separator: ".").map(String.init)
        parts[1] = Base64URL.text(Array(SigningService.claims(changing: ["sub": "\"admin\""]).utf8))

        #expect(fault(parts.joined(separator: ".")) == .signature)
    }

    @Test(arguments: ["", "a", "a.b", "a.b.c.d", "!.!.!", "e30.e30.e30"])
    func `what is no token is unreadable`(text: String) {
        #expect(fault(text) == .unreadable)
    }

    @Test func `keys for something else than signatures are no keys`() {
        let json = service.keysJSON.replacing("\"use\":\"sig\"", with: "\"use\":\"enc\"")

        #expect(fault(service.token(), keys: PublicKeySet(json: Array(json.utf8))) == .signature)
    }

    @Test(arguments: ["", "Zg", "Zm8", "Zm9v", "__-_"])
    func `base 64 reads what it wrote`(text: String) throws {
        #expect(Base64URL.text(try #require(Base64URL.bytes(text))) == text)
    }

    @Test(arguments: ["Z", "Zh", "Zm9", "Zg==", "+/"])
    func `base 64 refuses what no bytes have`(text: String) {
        #expect(Base64URL.bytes(text) == nil)
    }
}

/// A service that signs tokens.
struct SigningService {
    let p256 = P256.Signing.PrivateKey()
    private static let rsa = try? _RSA.Signing.PrivateKey(keySize: .bits2048)

    var keys: PublicKeySet {
        guard let set = PublicKeySet(json: Array(keysJSON.utf8)) else {
            preconditionFailure("the keys are well formed")
        }
        return set
    }

    var keysJSON: String {
        let point = Array(p256.publicKey.rawRepresentation)
        let numbers = try? Self.rsa?.publicKey.getKeyPrimitives()
        return """
            {"keys":[{"kty":"EC","kid":"p","use":"sig","crv":"P-256","x":"\(Base64URL.text(point[..<32]))",
            "y":"\(Base64URL.text(point[32...]))"},
            {"kty":"RSA","kid":"r","use":"sig","alg":"RS256","n":"\(Base64URL.text(numbers?.modulus ?? Data()))",
            "e":"\(Base64URL.text(numbers?.publicExponent ?? Data()))"}]}
            """
    }

    static func claims(changing changes: [String: String] = [:]) -> String {
        let plain = [
            "iss": "\"https://id.example\"", "sub": "\"account-1\"", "aud": "\"moulin\"",
            "exp": "1000300", "iat": "1000000", "nonce": "\"n-1\"",
            "email": "\"eve@example.org\"", "email_verified": "true",
        ]
        let members = plain.merging(changes) { $1 }.map { "\"\($0)\":\($1)" }
        return "{\(members.joined(separator: ","))}"
    }

    func token(
        algorithm: String = "ES256",
        named name: String? = "",
        changing changes: [String: String] = [:]
    ) -> String {
        let own = algorithm == "ES256" ? "p" : "r"
        let kid = name.map { ",\"kid\":\"\($0.isEmpty ? own : $0)\"" } ?? ""
        let header = Base64URL.text(Array("{\"alg\":\"\(algorithm)\"\(kid)}".utf8))
        let message = header + "." + Base64URL.text(Array(Self.claims(changing: changes).utf8))
        let digest = SHA256.hash(data: Array(message.utf8))
        let signature: Data?
        if algorithm == "ES256" {
            signature = try? p256.signature(for: digest).rawRepresentation
        } else {
            signature =
                try? Self.rsa?.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
        }
        return message + "." + Base64URL.text(signature ?? Data())
    }
}
