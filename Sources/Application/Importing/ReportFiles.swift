import Domain
import Importing

/// The files that a path stands for, whole in memory: reports are small.
enum ReportFiles {
    /// - Throws: `.unreadable` for what cannot be opened.
    static func read(_ path: String) throws(Failure) -> [HardwareIntake.File] {
        let source = try ByteSource(path: path)
        guard source.size <= HardwareDocument.sizeLimit else {
            let refusal = HardwareRefusal.tooLarge(bytes: source.size)
            throw .unreadable(Unreadable(source.name, expected: refusal.sentence))
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.size)
        source.read { (piece, _) in bytes.append(contentsOf: piece) }
        return [HardwareIntake.File(name: source.name, bytes: bytes)]
    }
}
