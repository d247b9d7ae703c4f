import Cluster
import Domain
import Glibc

/// A folder into which files are dropped, and the three folders in it to which they go.
///
/// A file is moved to `taking` before it is read. That folder is ours alone, so what was looked at is what is read; and what a
/// run leaves there when it dies, the next one finds.
struct InboxFolder: Sendable {
    let path: String

    enum Place: String, CaseIterable { case taking, done, refused }

    /// By what a file is known to have stayed as it was.
    struct Look: Hashable, Sendable {
        let inode: UInt
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    /// Programs that copy give a file such a name until it is whole.
    private static let unfinished = [".part", ".tmp", ".crdownload", ".filepart"]

    /// Makes the three folders, for this user alone.
    ///
    /// - Throws: `.unreadable`, with what the system says.
    func prepare() throws(Failure) {
        for place in Place.allCases {
            guard mkdir(folder(place), 0o700) == 0 || errno == EEXIST,
                kind(folder(place)) == S_IFDIR
            else { throw unreadable(folder(place)) }
        }
    }

    /// Keeps other runs away for as long as the answer lives; nil when one is at it.
    func lock() throws(Failure) -> FileLock? {
        let path = taken(".lock")
        do throws(ClusterError) { return try FileLock.take(path) } catch {
            throw unreadable(path)
        }
    }

    /// What lies in the folder and does not say that it is unfinished.
    func look() throws(Failure) -> [SystemPath: Look] {
        var looks: [SystemPath: Look] = [:]
        for name in try names(in: path) {
            let isUnfinished = Self.unfinished.contains { name.text.lowercased().hasSuffix($0) }
            guard !isUnfinished, let status = SystemPath(path).appending(name).status,
                status.st_mode & S_IFMT != S_IFDIR
            else { continue }
            looks[name] = Look(
                inode: UInt(status.st_ino),
                size: Int(status.st_size),
                seconds: status.st_mtim.tv_sec,
                nanoseconds: status.st_mtim.tv_nsec
            )
        }
        return looks
    }

    /// Moves a file where nobody else changes it, under a name that is a text; it may be gone, taken back by whoever dropped it.
    func take(_ name: SystemPath) throws(Failure) {
        try move(SystemPath(path).appending(name), to: free(name.text, in: .taking))
    }

    /// What is being taken, or was when a run died.
    func taken() throws(Failure) -> [String] {
        let place = folder(.taking)
        for name in try names(in: place) where !name.isText {
            try move(SystemPath(place).appending(name), to: free(name.text, in: .taking))
        }
        return try names(in: place).map(\.text)
    }

    func taken(_ name: String) -> String { "\(folder(.taking))/\(name)" }

    /// True for a file that can be read to its end, false for a link, pipe or device; nil for one that is gone.
    func isPlain(_ name: String) -> Bool? { kind(taken(name)).map { $0 == S_IFREG } }

    /// Puts a file away, with what became of it beside it.
    ///
    /// The words come first: when the run dies between the two, the next one says them again, beside the file.
    func settle(_ name: String, in place: Place, saying words: String) throws(Failure) {
        let target = free(name, in: place)
        try write(words, to: "\(target).txt")
        do throws(Failure) {
            try move(SystemPath(taken(name)), to: target)
        } catch {
            unlink("\(target).txt")
            throw error
        }
    }

    private func move(_ path: SystemPath, to target: String) throws(Failure) {
        guard path.withCString({ rename($0, target) }) == 0 || errno == ENOENT else {
            throw unreadable(target)
        }
    }

    private func folder(_ place: Place) -> String { "\(path)/\(place.rawValue)" }

    /// A name that no other file has there, nor the words beside one.
    private func free(_ name: String, in place: Place) -> String {
        var target = "\(folder(place))/\(Self.fitted(name))"
        var number = 2
        while kind(target) != nil || kind("\(target).txt") != nil {
            target = "\(folder(place))/\(Self.fitted(name, behind: "\(number)-"))"
            number += 1
        }
        return target
    }

    /// A name cut before its ending, so that it and the words beside it are no longer than a file system takes.
    private static func fitted(_ name: String, behind prefix: String = "") -> String {
        let room = Int(NAME_MAX) - ".txt".utf8.count - prefix.utf8.count
        let dot = name.lastIndex(of: ".").flatMap { name[$0...].utf8.count <= 16 ? $0 : nil }
        let ending = dot.map { name[$0...] } ?? ""
        var stem = name.dropLast(ending.count)
        while stem.utf8.count + ending.utf8.count > room { stem.removeLast() }
        return prefix + stem + ending
    }

    private func write(_ words: String, to path: String) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        let bytes = Array(words.utf8)
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw unreadable(path) }
    }

    private func names(in folder: String) throws(Failure) -> [SystemPath] {
        guard let names = SystemPath(folder).names() else { throw unreadable(folder) }
        return names
    }

    /// Of the file itself, not of what a link leads to; nil when there is none.
    private func kind(_ path: String) -> mode_t? {
        SystemPath(path).status.map { $0.st_mode & S_IFMT }
    }

    private func unreadable(_ path: String) -> Failure {
        let why = String(cString: strerror(errno))
        return .unreadable(
            Unreadable(
                path,
                expected: Phrase(
                    fr: "un dossier que l'on peut lire et où l'on peut écrire (\(why))",
                    en: "a folder that can be read and written (\(why))"
                )
            )
        )
    }
}
