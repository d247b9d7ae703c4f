import Importing
import Tabular

/// Which of the two imports a dropped file is for.
enum InboxContent {
    /// True for reports of wipes; everything else is for the reader of hardware, which refuses by name what it does not read.
    ///
    /// - Throws: What `ReportFiles.read` throws.
    static func isOfWipes(_ path: String) throws(Failure) -> Bool {
        let files = try ReportFiles.read(SystemPath(path)).files
        return !files.isEmpty && files.allSatisfy { isOfWipes($0.bytes) }
    }

    private static func isOfWipes(_ bytes: [UInt8]) -> Bool {
        switch bytes.withUnsafeBytes({ FileKind.recognise($0) }) {
        case .nwipeLog, .pdf: true
        // Old logs begin like any text.
        case .text:
            !NwipeLog(ReportText.text(bytes)).drives.isEmpty
        default: false
        }
    }
}
