import CZip
import Glibc

/// A ZIP archive whose entries are lent piece by piece; nothing is ever written to where an entry's name points.
public final class ZIPArchive {
    public struct Entry: Sendable, Hashable {
        /// For people and for telling formats; never a path.
        public let name: String
        fileprivate let index: UInt64
        fileprivate let packedBytes: UInt64
        fileprivate let isEncrypted: Bool
    }

    public let entries: [Entry]
    private let archive: OpaquePointer
    private let limits: ArchiveLimits
    private var unpacked = 0

    /// Opens the archive behind a descriptor, which stays the caller's.
    public init(descriptor: Int32, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveFault) {
        var code: Int32 = 0
        let copy = dup(descriptor)
        guard copy >= 0, lseek(copy, 0, SEEK_SET) == 0, let opened = zip_fdopen(copy, 0, &code)
        else {
            close(copy)
            throw ArchiveFault(.broken)
        }
        archive = opened
        self.limits = limits
        let count = zip_get_num_entries(opened, 0)
        guard count >= 0, count <= limits.entries else {
            zip_discard(opened)
            throw ArchiveFault(count < 0 ? .broken : .tooManyEntries)
        }
        entries = (0..<UInt64(count)).compactMap { Self.entry(opened, $0) }
    }

    deinit {
        zip_discard(archive)
    }

    private static func entry(_ archive: OpaquePointer, _ index: UInt64) -> Entry? {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name else {
            return nil
        }
        return Entry(
            name: String(cString: name),
            index: index,
            packedBytes: status.comp_size,
            isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE)
        )
    }

    public func entry(named name: String) -> Entry? {
        entries.first { $0.name == name }
    }

    /// Unpacks an entry; the pieces are lent for the time of the call.
    ///
    /// - Throws: What `body` throws, or the archive's fault through `failing`.
    public func read<Failure: Error>(
        _ entry: Entry,
        failing: (ArchiveFault) -> Failure,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        guard !entry.isEncrypted else { throw failing(ArchiveFault(.encrypted, entry: entry.name)) }
        guard let file = zip_fopen_index(archive, entry.index, 0) else {
            throw failing(ArchiveFault(.broken, entry: entry.name))
        }
        defer { zip_fclose(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
            guard count >= 0 else { throw failing(ArchiveFault(.broken, entry: entry.name)) }
            guard count > 0 else { return }
            total += count
            unpacked += count
            if let reason = excess(total, entry) {
                throw failing(ArchiveFault(reason, entry: entry.name))
            }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private func excess(_ total: Int, _ entry: Entry) -> ArchiveFault.Reason? {
        if unpacked > limits.bytes { return .tooLarge }
        let packed = max(1, Int(clamping: entry.packedBytes))
        return total > 1 << 20 && total / packed > limits.ratio ? .bomb : nil
    }
}
