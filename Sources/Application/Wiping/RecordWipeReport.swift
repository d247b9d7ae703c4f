public import Domain
import Importing
public import Postgres
import Store

/// Takes a log of nwipe as evidence for every drive that it names and that is counted in one of our machines.
///
/// The log is kept whole under its hash. The same log again changes nothing and says so.
public struct RecordWipeReport: Command {
    public static let name = "record-wipe-report"
    public static let summary = Phrase(
        fr: "enregistre un journal de nwipe comme preuve d'effacement",
        en: "records a log of nwipe as evidence of wipes"
    )
    public static let permission = Permission(.wipeOperator)

    /// The text of the log.
    public let report: String
    /// How far the clock of the wiping computer was ahead of UTC; boot sticks usually keep UTC.
    public let clockOffsetMinutes: Int?

    public init(report: String, clockOffsetMinutes: Int? = nil) {
        self.report = report
        self.clockOffsetMinutes = clockOffsetMinutes
    }

    enum CodingKeys: String, CodingKey {
        case report
        case clockOffsetMinutes = "clock_offset_minutes"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        /// SHA-256 of the log, in hexadecimal digits.
        public let sha256: String
        /// False when the log says nothing that was not known.
        public let changed: Bool
        public let drives: [Line]
    }

    /// What became of one drive of the log.
    public struct Line: Codable, Sendable, Hashable {
        public enum Verdict: String, Codable, Sendable {
            case accepted
            /// An attempt, written down, that proves nothing.
            case refused
            /// Not evidence for any drive of ours; nothing was written.
            case beside
            /// This very log had been recorded for this drive, or says the same of it a second time.
            case same
        }

        /// As the log names it, such as `sda`.
        public let name: String
        public let serial: String?
        public let device: String?
        public let slot: Int?
        public var verdict: Verdict
        public var reasons: [WipeReason]
        /// Where the machine stands after the whole log.
        public var state: String?
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let offset = try ClockOffset(minutes: clockOffsetMinutes ?? 0)
        let entries = WipeDocument.entries(ofLog: report, clockOffset: offset.seconds)
        guard !entries.isEmpty else { throw .unreadable(notALog) }
        let bytes = Array(report.utf8)
        let evidence = WipeStore.File(
            bytes: bytes,
            sha256: Digest.sha256(bytes),
            mediaType: "text/plain"
        )
        let handed = HandedWipeReport.runs(entries, of: evidence)
        let lines = try WipeReportIntake(circumstances).take(handed, in: db).flatMap(\.self)
        return Outcome(
            sha256: Digest.hex(evidence.sha256),
            changed: lines.contains { $0.verdict == .accepted || $0.verdict == .refused },
            drives: lines
        )
    }

    private var notALog: Unreadable {
        Unreadable(
            String(report.prefix(60)),
            expected: Phrase(
                fr: "un journal de nwipe qui nomme au moins un disque",
                en: "a log of nwipe that names at least one drive"
            )
        )
    }
}
