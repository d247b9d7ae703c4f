import Domain
import Importing
import Store
import Tabular

/// Reads reports of wipes a chunk at a time.
struct WipeReader {
    enum Entry {
        case report(String, [HandedWipeReport])
        case refused(String, HardwareLine.Reason)

        /// The runs that the file tells of; none for a file that is no report.
        var reports: [HandedWipeReport] {
            if case .report(_, let reports) = self { return reports }
            return []
        }
    }

    private var paths: ArraySlice<SystemPath>
    /// Unpacked and not read yet.
    private var files: ArraySlice<ReportFile> = []
    /// What archives held besides reports.
    private(set) var passedOver: [String] = []
    private let clockOffset: Int64

    /// In files.
    private static let countLimit = 256
    /// In bytes of the files of one chunk, after which it ends.
    private static let weightLimit = 8 << 20

    init(_ paths: [SystemPath], clockOffset: Int64) {
        self.paths = paths[...]
        self.clockOffset = clockOffset
    }

    /// The next chunk; empty at the end.
    ///
    /// - Throws: What `ReportFiles.read` throws.
    mutating func next() throws(Failure) -> [Entry] {
        var chunk: [Entry] = []
        var weight = 0
        while chunk.count < Self.countLimit, weight < Self.weightLimit {
            if let file = files.popFirst() {
                weight += file.bytes.count
                chunk.append(read(file))
            } else if let path = paths.popFirst() {
                let opened = try ReportFiles.read(path)
                files = opened.files[...]
                passedOver += opened.passedOver
            } else {
                break
            }
        }
        return chunk
    }

    private func read(_ file: ReportFile) -> Entry {
        do throws(WipeRefusal) {
            let isPDF = file.bytes.withUnsafeBytes { FileKind.recognise($0) } == .pdf
            let entries =
                isPDF
                ? try WipeDocument.certificate(
                    PDFText.pages(of: file.bytes),
                    clockOffset: clockOffset
                ) : try WipeDocument.read(file.bytes, clockOffset: clockOffset)
            let handed = HandedWipeReport.runs(
                entries,
                of: WipeStore.File(
                    bytes: file.bytes,
                    sha256: file.sha256,
                    mediaType: isPDF ? "application/pdf" : "text/plain"
                )
            )
            return .report(file.name, handed)
        } catch {
            return .refused(file.name, HardwareLine.Reason(error.code, error.sentence))
        }
    }
}
