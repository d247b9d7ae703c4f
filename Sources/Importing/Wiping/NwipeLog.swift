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
        public var bytesErased: Int?
        /// The size of the drive.
        public var bytesTotal: Int?
        /// Tenths of seconds are not told; hours may exceed 24.
        public var seconds: Int?
        public var method: String?
        public var roundsRequested: Int?
        public var roundsCompleted: Int?
        /// Hidden areas (HPA, DCO): true when found, false when looked for and absent, nil when nothing is said.
        public var hasHiddenSectors: Bool?
        /// Lines of errors and warnings that name the drive, as printed.
        public var complaints: [String] = []

        public init(device: String) { self.device = device }
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

    /// Reads a log; what is not understood is passed over, never fatal.
    ///
    /// A NUL, which no text of the database holds, is a space.
    public init(_ text: String) {
        var reader = NwipeLogReader()
        let printed = text.utf8.contains(0) ? text.replacing("\0", with: " ") : text
        for line in printed.split(whereSeparator: \.isNewline) { reader.read(line) }
        self = reader.finish()
    }

    public init(_ bytes: UnsafeRawBufferPointer) {
        self.init(String(decoding: bytes, as: UTF8.self))
    }
}
