import CSodium
import Glibc

/// Makes and checks hashes of passwords: argon2id, on a thread of its own.
///
/// One takes 46 MiB and some 33 ms, so they come one after another and never on the threads that all tasks share.
actor PasswordHash {
    /// OWASP's floor for argon2id: 46 MiB, one pass.
    private static let memory = 46 << 20
    private static let passes: UInt64 = 1

    private let thread = WorkerThread()
    /// What a try for a person who is not there is checked against, so that it takes as long.
    private var nobody: String?

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    deinit { thread.stop() }

    /// The hash in the usual text form, with its parameters and salt.
    func hash(_ password: String) -> String { Self.made(of: password) }

    /// The same on the thread that asks: for a transaction's own, which waits for nobody else.
    static func made(of password: String) -> String {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = Array(password.utf8CString.dropLast())
        let code = crypto_pwhash_str_alg(
            &text,
            bytes,
            UInt64(bytes.count),
            passes,
            memory,
            crypto_pwhash_ALG_ARGON2ID13
        )
        precondition(code == 0, "the machine has no 46 MiB left to hash a password")
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether the password belongs to the hash; without a hash it takes as long, and is no.
    func matches(_ password: String, _ hash: String?) -> Bool {
        let known = hash ?? imposter()
        let bytes = Array(password.utf8CString.dropLast())
        let matches = crypto_pwhash_str_verify(known, bytes, UInt64(bytes.count)) == 0
        return matches && hash != nil
    }

    private func imposter() -> String {
        if let nobody { return nobody }
        let made = hash("nobody")
        nobody = made
        return made
    }
}
