import Domain
import Glibc
public import Store

extension Application {
    /// Imports a list of devices that came over the network, as `importDevices(_:from:as:)` does a file.
    ///
    /// `name` is what reports and the batch call it. The bytes stand in a file of their own while it runs, and nowhere after.
    ///
    /// - Throws: `.refused` and `.unreadable` for the list as a whole; rows that are wrong are the outcome's business.
    public func importDevices(
        _ run: DeviceImport,
        uploaded bytes: [UInt8],
        named name: String,
        as speaker: Speaker,
        rejects: @Sendable ([UInt8]) -> Void = { _ in }
    ) async throws(Failure) -> DeviceImport.Outcome {
        let folder = try UploadedFile(bytes, name)
        defer { folder.remove() }
        return try await importDevices(
            run,
            from: folder.path,
            as: speaker,
            reference: lists(),
            rejects: rejects
        )
    }
}

/// A file in a folder of its own, readable by this user alone.
struct UploadedFile {
    private let folder: String
    let path: String

    init(_ bytes: [UInt8], _ name: String) throws(Failure) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/moulin-upload-XXXXXX".utf8CString)
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        guard mkdtemp(&template) != nil else { throw Self.unwritable() }
        folder = template.withUnsafeBufferPointer {
            String(decoding: $0.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        path =
            folder + "/"
            + (plain.isEmpty || plain.hasPrefix(".") ? "list" : String(plain.suffix(100)))
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.unwritable() }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            written += count
        }
        close(file)
        guard written == bytes.count else {
            remove()
            throw Self.unwritable()
        }
    }

    func remove() {
        unlink(path)
        rmdir(folder)
    }

    private static func unwritable() -> Failure {
        let why = String(cString: strerror(errno))
        return .unreadable(
            Unreadable(
                why,
                expected: Phrase(fr: "de la place pour le fichier", en: "room for the file")
            )
        )
    }
}
