import Synchronization

/// Files that people look at before they import them, so that nobody has to choose one twice.
///
/// They are held in memory alone, each for the person who sent it, and go half an hour after the last look, with the import, or
/// with the process. Each side's process has its own.
final class LookedAtLists: Sendable {
    /// The name under which a form carries the word.
    static let field = "looked"
    /// How long a file is held after it was last looked at.
    static let held: Duration = .seconds(30 * 60)
    /// Of one person; the oldest goes first.
    static let mostOfOne = 3
    /// Bytes of all together, two of the largest files; the oldest goes first.
    static let most = 128 << 20

    private struct Kept {
        let word: String
        let login: String
        let name: String
        let bytes: [UInt8]
        let until: ContinuousClock.Instant
    }

    /// The oldest first.
    private let kept = Mutex<[Kept]>([])

    /// - Returns: The word under which the person finds it again.
    func keep(
        _ bytes: [UInt8],
        named name: String,
        for login: String,
        at now: ContinuousClock.Instant = .now
    ) -> String {
        let word = FormKey.fresh()
        let one = Kept(word: word, login: login, name: name, bytes: bytes, until: now + Self.held)
        kept.withLock { kept in
            kept.removeAll { $0.until <= now }
            kept.append(one)
            let own = kept.filter { $0.login == login }
            if own.count > Self.mostOfOne, let oldest = own.first {
                kept.removeAll { $0.word == oldest.word }
            }
            while kept.count > 1, kept.reduce(0, { $0 + $1.bytes.count }) > Self.most {
                kept.removeFirst()
            }
        }
        return word
    }

    /// What this person looked at, held anew; nil when it has gone, or is somebody else's.
    func list(
        _ word: String,
        of login: String,
        at now: ContinuousClock.Instant = .now
    ) -> (bytes: [UInt8], name: String)? {
        kept.withLock { kept in
            kept.removeAll { $0.until <= now }
            guard let place = kept.firstIndex(where: { $0.word == word && $0.login == login })
            else { return nil }
            let one = kept.remove(at: place)
            kept.append(
                Kept(
                    word: word,
                    login: login,
                    name: one.name,
                    bytes: one.bytes,
                    until: now + Self.held
                )
            )
            return (one.bytes, one.name)
        }
    }

    func forget(_ word: String, of login: String) {
        kept.withLock { kept in kept.removeAll { $0.word == word && $0.login == login } }
    }
}
