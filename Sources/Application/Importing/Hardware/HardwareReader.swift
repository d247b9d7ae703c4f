import Domain
import Importing
import Store

/// One report of a file, with all that can be known of it without the database.
struct ReadHardware: Sendable {
    let file: ReportFile
    /// Which machine of its file, from 1.
    let part: Int
    /// Without its placeholders.
    let report: HardwareReport
    let identifiers: [MachineIdentifier]
    /// The JSON that goes to the database.
    let text: String
    let drives: [SentHardware.Drive]

    init(_ raw: HardwareReport, of file: ReportFile, part: Int, _ reference: ImportReference) {
        self.file = file
        self.part = part
        identifiers = raw.identifiers(reference)
        report = raw.cleaned(reference)
        let sent = SentHardware(report, identifiers)
        drives = sent.drives
        text = SentJSON.text(sent)
    }

    var key: HardwareStore.Part { HardwareStore.Part(sha256: file.sha256, part: Int32(part)) }
}

/// What reading gave: a report, or a file that is none.
enum HardwareEntry: Sendable {
    case report(ReadHardware)
    case refused(ReportFile, HardwareRefusal)
}

/// Reads files a chunk at a time, so that the next chunk can be made ready while the database writes the last one.
struct HardwareReader {
    private var paths: ArraySlice<SystemPath>
    /// Unpacked and not read yet.
    private var files: ArraySlice<ReportFile> = []
    /// Read and not handed out yet.
    private var entries: ArraySlice<HardwareEntry> = []
    /// What archives held besides reports.
    private(set) var passedOver: [String] = []
    private var ready: Result<[HardwareEntry], Failure>?
    /// The first chunks are small: after them the database counts what it has, and plans the others well.
    private var sizes: ArraySlice<Int> = [32, 96, 256]
    private let reference: ImportReference

    /// In bytes of the files of one chunk, after which it ends.
    private static let weightLimit = 8 << 20

    init(_ paths: [SystemPath], _ reference: ImportReference) {
        self.paths = paths[...]
        self.reference = reference
    }

    /// Every report of a file, in the order in which they stand in it.
    static func read(_ file: ReportFile, _ reference: ImportReference) -> [HardwareEntry] {
        do throws(HardwareRefusal) {
            return try HardwareDocument.read(file.bytes).enumerated().map { index, report in
                .report(ReadHardware(report, of: file, part: index + 1, reference))
            }
        } catch {
            return [.refused(file, error)]
        }
    }

    /// Makes the next chunk ready; what keeps it from being read is said when it is asked for.
    mutating func prepare() {
        guard ready == nil else { return }
        do throws(Failure) {
            ready = .success(try chunk())
        } catch {
            ready = .failure(error)
        }
    }

    /// The next chunk; empty at the end.
    ///
    /// - Throws: What `ReportFiles.read` throws.
    mutating func next() throws(Failure) -> [HardwareEntry] {
        defer { ready = nil }
        return if let ready { try ready.get() } else { try chunk() }
    }

    private mutating func chunk() throws(Failure) -> [HardwareEntry] {
        let size = sizes.count > 1 ? sizes.removeFirst() : sizes.first ?? 1
        var chunk: [HardwareEntry] = []
        var weight = 0
        while chunk.count < size, weight < Self.weightLimit {
            if let entry = entries.popFirst() {
                chunk.append(entry)
            } else if let file = files.popFirst() {
                weight += file.bytes.count
                entries = Self.read(file, reference)[...]
            } else if let path = paths.popFirst() {
                let opened = try ReportFiles.read(path)
                files = opened.files[...]
                passedOver += opened.passedOver
            } else {
                break
            }
        }
        // What was read last is handed out before the next file is.
        if chunk.count < size { chunk += entries.popAll() }
        return chunk
    }
}

extension ArraySlice {
    fileprivate mutating func popAll() -> Self {
        defer { self = [] }
        return self
    }
}
