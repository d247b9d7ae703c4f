import Domain
import FoundationEssentials
import Glibc
import Store

/// The keys of an installation, in files that only their owner reads; made at the first start.
struct KeyFiles {
    let folder: String

    func secrets() throws(InstallationFailure) -> Secrets {
        guard let signing = SigningKey(try key("signing.key")) else {
            throw .keyUnusable("\(folder)/signing.key")
        }
        return Secrets(
            signing: signing,
            household: try key("household.key"),
            factor: try key("factor.key")
        )
    }

    /// Whether anybody but its owner may do something with a file or a folder; false for what is not there.
    static func isOpenToOthers(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var status = stat()
        return fstat(file, &status) == 0 && status.st_mode & 0o077 != 0
    }

    private func key(_ name: String) throws(InstallationFailure) -> [UInt8] {
        let path = "\(folder)/\(name)"
        if let text = FileManager.default.contents(atPath: path) {
            let bytes = Self.bytes(hex: String(decoding: text, as: UTF8.self))
            guard bytes.count == 32 else { throw .keyUnusable(path) }
            return bytes
        }
        return try make(path)
    }

    /// Writes under another name and links, so that of two first starts one key wins and both read it.
    private func make(_ path: String) throws(InstallationFailure) -> [UInt8] {
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let draft = "\(path).\(getpid())"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .keyUnusable(path) }
        defer { unlink(draft) }
        let text = Array((Digest.hex(Digest.random(32)) + "\n").utf8)
        let isWritten = write(file, text, text.count) == text.count && fsync(file) == 0
        close(file)
        guard isWritten, link(draft, path) == 0 || errno == EEXIST else { throw .keyUnusable(path) }
        guard FileManager.default.fileExists(atPath: path) else { throw .keyUnusable(path) }
        return try key(String(path.split(separator: "/").last ?? ""))
    }

    private static func bytes(hex text: String) -> [UInt8] {
        let digits = text.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
