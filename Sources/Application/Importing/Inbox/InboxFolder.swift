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

    /// What lies in the folder and does not say that it is unfinished.
    func look() throws(Failure) -> [String: Look] {
        var looks: [String: Look] = [:]
        for name in try names(in: path) {
            let isUnfinished = Self.unfinished.contains { name.lowercased().hasSuffix($0) }
            guard !isUnfinished, let status = status("\(path)/\(name)"),
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

    /// Moves a file where nobody else changes it; it may be gone, taken by another run.
    func take(_ name: String) throws(Failure) {
        try move("\(path)/\(name)", to: free(name, in: .taking))
    }

    /// What is being taken, or was when a run died.
    func taken() throws(Failure) -> [String] {
        try names(in: folder(.taking)).sorted()
    }

    func taken(_ name: String) -> String { "\(folder(.taking))/\(name)" }

    /// True for a file that can be read to its end: no link, pipe or device.
    func isPlain(_ name: String) -> Bool { kind(taken(name)) == S_IFREG }

    /// Puts a file away, with what became of it beside it.
    ///
    /// The words come first: when the run dies between the two, the next one says them again, beside the file.
    func settle(_ name: String, in place: Place, saying words: String) throws(Failure) {
        let target = free(name, in: place)
        try write(words, to: "\(target).txt")
        try move(taken(name), to: target)
    }

    /// A file that is gone was moved by another run.
    private func move(_ path: String, to target: String) throws(Failure) {
        guard rename(path, target) == 0 || errno == ENOENT else { throw unreadable(target) }
    }

    private func folder(_ place: Place) -> String { "\(path)/\(place.rawValue)" }

    /// A name that no other file has there, nor the words beside one.
    private func free(_ name: String, in place: Place) -> String {
        var target = "\(folder(place))/\(name)"
        var number = 2
        while kind(target) != nil || kind("\(target).txt") != nil {
            target = "\(folder(place))/\(number)-\(name)"
            number += 1
        }
        return target
    }

    private func write(_ words: String, to path: String) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        let bytes = Array(words.utf8)
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw unreadable(path) }
    }

    private func names(in folder: String) throws(Failure) -> [String] {
        guard let directory = opendir(folder) else { throw unreadable(folder) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    /// Of the file itself, not of what a link leads to; nil when there is none.
    private func status(_ path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }

    private func kind(_ path: String) -> mode_t? {
        status(path).map { $0.st_mode & S_IFMT }
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
