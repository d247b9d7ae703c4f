import Crypto
import CryptoExtras
import FoundationEssentials

/// The keys with which another service signs (RFC 7517); kinds that are not known are left out.
public struct PublicKeySet: Sendable {
    /// The only ways of signing that are believed; never `none`, and never one with a shared secret.
    public enum Algorithm: String, Sendable {
        case rs256 = "RS256"
        case es256 = "ES256"
    }

    private enum Key: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
    }

    private struct Document: Decodable {
        let keys: [Entry]
    }

    private struct Entry: Decodable {
        let kty: String
        let kid: String?
        let use: String?
        let alg: String?
        let n: String?
        let e: String?
        let crv: String?
        let x: String?
        let y: String?

        var key: Key? {
            guard use == nil || use == "sig" else { return nil }
            switch (kty, alg) {
            case ("RSA", nil), ("RSA", "RS256"):
                guard let n = n.flatMap({ Base64URL.bytes($0) }),
                    let e = e.flatMap({ Base64URL.bytes($0) }),
                    let key = try? _RSA.Signing.PublicKey(n: n, e: e)
                else { return nil }
                return .rsa(key)
            case ("EC", nil), ("EC", "ES256"):
                guard crv == "P-256", let x = x.flatMap({ Base64URL.bytes($0) }),
                    let y = y.flatMap({ Base64URL.bytes($0) }), x.count == 32, y.count == 32,
                    let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
                else { return nil }
                return .p256(key)
            default: return nil
            }
        }
    }

    private let keys: [(name: String?, key: Key)]

    /// nil for what is no set of keys.
    public init?(json: [UInt8]) {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(json)) else {
            return nil
        }
        keys = document.keys.compactMap { entry in entry.key.map { (entry.kid, $0) } }
    }

    /// Whether a key of this name, or the only one of its kind when none is named, made the signature.
    func hasSigned(
        _ message: [UInt8],
        _ signature: [UInt8],
        _ algorithm: Algorithm,
        named name: String?
    ) -> Bool {
        let candidates = keys.filter { $0.name == name || name == nil }.filter { candidate in
            switch (candidate.key, algorithm) {
            case (.rsa, .rs256), (.p256, .es256): true
            default: false
            }
        }
        guard candidates.count == 1, let key = candidates.first?.key else { return false }
        switch key {
        case .rsa(let key):
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature),
                for: SHA256.hash(data: message),
                padding: .insecurePKCS1v1_5
            )
        case .p256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: SHA256.hash(data: message))
        }
    }
}
