import Domain
import Importing
import Store
import Tabular

/// One file of reports as it lies there.
struct ReportFile: Sendable {
    let name: String
    let bytes: [UInt8]
    let sha256: [UInt8]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        sha256 = Digest.sha256(bytes)
    }
}

/// The files that a path stands for, whole in memory: reports are small.
enum ReportFiles {
    /// What one path stands for.
    struct Opened {
        var files: [ReportFile] = []
        /// The names of those in an archive that are nobody's report.
        var passedOver: [String] = []
    }

    /// The file itself, or those of an archive.
    ///
    /// - Throws: `.unreadable` for what cannot be opened, `.file` for an archive that cannot be read.
    static func read(_ path: SystemPath) throws(Failure) -> Opened {
        let source = try ByteSource(path)
        guard source.kind == .zip else {
            return Opened(files: [ReportFile(name: source.name, bytes: try bytes(of: source))])
        }
        return try unpacked(source)
    }

    /// - Throws: `.unreadable` for a file larger than any report.
    static func bytes(of source: borrowing ByteSource) throws(Failure) -> [UInt8] {
        guard source.size <= HardwareDocument.sizeLimit else {
            let refusal = HardwareRefusal.tooLarge(bytes: source.size)
            throw .unreadable(Unreadable(source.name, expected: refusal.sentence))
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.size)
        source.read { (piece, _) in bytes.append(contentsOf: piece) }
        return bytes
    }

    private static func unpacked(_ source: borrowing ByteSource) throws(Failure) -> Opened {
        do throws(ArchiveFault) {
            let archive = try ZIPArchive(descriptor: source.descriptor)
            var opened = Opened()
            for entry in archive.files {
                let name = "\(source.name)/\(entry.name)"
                guard !LeftBeside.isName(entry.name) else {
                    opened.passedOver.append(name)
                    continue
                }
                var bytes: [UInt8] = []
                try archive.read(entry, failing: { $0 }) { (piece) throws(ArchiveFault) in
                    bytes.append(contentsOf: piece)
                    guard bytes.count <= HardwareDocument.sizeLimit else {
                        throw ArchiveFault(.tooLarge, entry: entry.name)
                    }
                }
                opened.files.append(ReportFile(name: name, bytes: bytes))
            }
            return opened
        } catch {
            throw .file(.workbook(.archive(error)))
        }
    }
}
