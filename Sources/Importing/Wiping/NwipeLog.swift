public import Domain
import Tabular

/// What a log of nwipe says, drive by drive; no judgement is passed here.
///
/// nwipe prints tables at its end: errors, bytes (since 0.35), status. A log without the table of status stopped half-way and
/// proves nothing, whatever its lines say before.
public struct NwipeLog: Sendable, Hashable {
    /// How the last reading of a drive was done, from the footer.
    public enum Verification: String, Sendable, Hashable, CaseIterable { case none, last, all }

    /// The four words of the column of status.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case erased, failed, aborted, insanity
    }

    public struct Drive: Sendable, Hashable {
        /// `sda`, without directory.
        public var device: String
        /// Cut at 17 characters in the table; whole when another line tells it.
        public var model: String?
        /// Absent when the log hides it (`XXXX`, "no ATA pass thru") or does not say.
        public var serial: String?
        public var isAnonymised = false
        public var status: Status?
        /// As printed, for people.
        public var statusText: String?
        public var passErrors: Int?
        public var verificationErrors: Int?
        public var syncErrors: Int?
        public var retries: Int?
        public var bytesErased: Int?
        /// The size of the drive.
        public var bytesTotal: Int?
        /// Tenths of seconds are not told; hours may exceed 24.
        public var seconds: Int?
        public var method: String?
        public var roundsRequested: Int?
        public var roundsCompleted: Int?
        /// Another number that the log gives to the same device: another run, or another drive.
        public var otherSerial: String?
        /// What nwipe met, where it tells flash from disks: `ATA-SSD`, `NVME`, `MMC`.
        public var mediaKind: MediaKind?
        /// Hidden areas (HPA, DCO); nil when nothing is said.
        public var hiddenSectors: WipeReport.HiddenSectors?
        /// Lines of errors and warnings that name the drive, as printed.
        public var complaints: [String] = []

        public init(device: String) {
            self.device = device
            mediaKind = NwipeBus.kind(ofDevice: device)
        }

        /// Notes the number that a line gives; the table cuts long ones, so the longer of two that agree is kept.
        mutating func note(serial told: String) {
            isAnonymised = NwipeLogReader.isHidden(told)
            guard !isAnonymised else { return }
            guard let known = serial else {
                serial = told
                return
            }
            if told.agrees(with: known) {
                if told.count > known.count { serial = told }
            } else {
                otherSerial = known
                serial = told
            }
        }
    }

    public var version: String?
    public var drives: [Drive] = []
    /// Whether the table of status and its frame are there; without, the log is cut.
    public var hasSummary = false
    public var verification: Verification?
    public var method: String?
    public var rounds: Int?
    /// As printed, local time without zone: `2023/06/03 13:05:53`.
    public var startedAt: String?
    public var endedAt: String?
    public var wasAborted = false

    public init() {}

    /// Reads a log of one run; what is not understood is passed over, never fatal.
    public init(_ text: String) {
        self.init(
            text.split(whereSeparator: \.isNewline).flatMap {
                TornLine.pieces(JournalPrefix.bare($0))
            }
        )
    }

    private init(_ lines: some Sequence<Substring>) {
        var reader = NwipeLogReader()
        for line in lines { reader.read(line) }
        self = reader.finish()
    }

    public init(_ bytes: UnsafeRawBufferPointer) {
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    /// The runs of nwipe in one file, each by itself: it appends to the log that it is given.
    ///
    /// Devices are named anew by each run: what one run says of `sda` must never speak for another drive that was `sda` later.
    public static func runs(_ text: String) -> [NwipeLog] {
        var runs: [[Substring]] = [[]]
        var last = NwipeRunEnd()
        var journal = JournalPrefix()
        for whole in text.split(whereSeparator: \.isNewline) {
            let isOther = journal.namesAnother(whole)
            if isOther { last = NwipeRunEnd() }
            for (index, line) in TornLine.pieces(JournalPrefix.bare(whole)).enumerated() {
                if last.isFollowed(by: line) || (isOther && index == 0) { runs.append([]) }
                runs[runs.count - 1].append(line)
            }
        }
        return runs.map { NwipeLog($0) }
    }
}
