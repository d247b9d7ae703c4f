import CSodium
import Proving
import Store

/// Seals the secrets of second factors with a key that never enters the database (XChaCha20-Poly1305).
///
/// A sealed secret belongs to its person: moved to another row it does not open.
struct FactorSeal {
    private let key: [UInt8]
    private let organisation: Int32

    init(_ secrets: Secrets, organisation: Int32) {
        key = Digest.hmac(Array("seal".utf8), key: secrets.factor)
        self.organisation = organisation
        recoveryKey = Digest.hmac(Array("recovery".utf8), key: secrets.factor)
    }

    private let recoveryKey: [UInt8]
    private static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    private static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

    /// The nonce, the secret under it, and the tag: 60 bytes.
    func sealed(_ secret: OneTimeSecret, of person: Int64) -> [UInt8] {
        let nonce = Digest.random(Self.nonceLength)
        let owner = owner(person)
        var sealed = [UInt8](repeating: 0, count: secret.bytes.count + Self.tagLength)
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed,
            nil,
            secret.bytes,
            UInt64(secret.bytes.count),
            owner,
            UInt64(owner.count),
            nil,
            nonce,
            key
        )
        return nonce + sealed
    }

    /// nil for what this key did not seal for this person.
    func opened(_ sealed: [UInt8], of person: Int64) -> OneTimeSecret? {
        let length = sealed.count - Self.nonceLength - Self.tagLength
        guard length > 0 else { return nil }
        let owner = owner(person)
        let body = Array(sealed[Self.nonceLength...])
        var secret = [UInt8](repeating: 0, count: length)
        let code = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &secret,
            nil,
            nil,
            body,
            UInt64(body.count),
            owner,
            UInt64(owner.count),
            Array(sealed[..<Self.nonceLength]),
            key
        )
        return code == 0 ? OneTimeSecret(secret) : nil
    }

    /// What the database keeps of a recovery code: without the key nobody can try codes against it.
    func hash(recovery code: String, of person: Int64) -> [UInt8] {
        let plain = code.utf8.filter { $0 != 0x2D && $0 != 0x20 }.map { $0 | 0x20 }
        return Digest.hmac(owner(person) + plain, key: recoveryKey)
    }

    /// Ten codes of 50 random bits, in two groups of five.
    static func recoveryCodes() -> [String] {
        (0..<10).map { _ in
            let text = Base32.text(Digest.random(7)).lowercased().prefix(10)
            return text.prefix(5) + "-" + text.suffix(5)
        }
    }

    /// What was shown, when it belongs to the sealed secret: a code of the telephone, or a recovery code, which the door looks up.
    func shown(
        _ text: String,
        _ sealed: [UInt8],
        of person: Int64,
        at seconds: Int64
    ) -> SessionStore.Shown? {
        let plain = text.filter { !$0.isWhitespace }
        if plain.utf8.count == 6 {
            return opened(sealed, of: person)?.step(of: plain, at: seconds).map { .step($0) }
        }
        guard plain.utf8.count == 11 || plain.utf8.count == 10 else { return nil }
        return .recovery(hash(recovery: plain, of: person))
    }

    private func owner(_ person: Int64) -> [UInt8] { Array("\(organisation):\(person)".utf8) }
}
