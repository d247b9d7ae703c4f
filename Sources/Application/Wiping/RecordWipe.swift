public import Domain
public import Postgres
import Store

/// Records one attempt to wipe one drive, on the word of the person who did it.
///
/// A success that proves nothing is refused with every reason and leaves no trace; a failure is written down and counts among
/// the three attempts. The machine follows: clean when every drive is cleared, failed when this one is not.
public struct RecordWipe: Command {
    public static let name = "record-wipe"
    public static let summary = Phrase(
        fr: "enregistre à la main l'effacement d'un support",
        en: "records by hand the wipe of a drive"
    )
    public static let permission = Permission(.wipeOperator)

    public let device: DeviceReference
    /// The drive's serial number, or `#2` for the second one counted; needless when the machine holds a single drive.
    public let drive: String?
    public let method: SanitisationMethod
    public let result: SanitisationResult
    public let verification: WipeReport.Verification?
    /// True when the person vouches that the drive was encrypted from its first day.
    public let alwaysEncrypted: Bool?

    public init(
        device: DeviceReference,
        drive: String? = nil,
        method: SanitisationMethod,
        result: SanitisationResult,
        verification: WipeReport.Verification? = nil,
        alwaysEncrypted: Bool? = nil
    ) {
        self.device = device
        self.drive = drive
        self.method = method
        self.result = result
        self.verification = verification
        self.alwaysEncrypted = alwaysEncrypted
    }

    enum CodingKeys: String, CodingKey {
        case device, drive, method, result, verification
        case alwaysEncrypted = "always_encrypted"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let drive: String
        public let slot: Int
        public let attempt: Int
        public let accepted: Bool
        public let reasons: [WipeReason]
        /// Where the machine stands now.
        public let state: String
        /// What may become of the drive; empty when it is clean.
        public let next: [String]
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let recording = WipeRecording(circumstances)
        let number = try device.resolve(in: db, circumstances.speaker)
        _ = try recording.bench.progress(of: number, in: db)
        let drives = try recording.bench.drives(of: number, in: db)
        let one = try DriveChoice(drive, of: number).choose(among: drives)
        try recording.requireOpen(one)
        let report = self.report(on: one, circumstances)
        let verdict = try recording.verdict(on: report, for: one, at: report.endedAt ?? 0)
        if result == .success, let refusal = verdict.refusal(drive: one.name) {
            throw .refused(refusal)
        }
        let recorded = try recording.record(report, verdict, on: one, in: db)
        let state = try recording.settle(number, failed: !verdict.isAccepted, in: db)
        return Outcome(
            device: DeviceReference(number: number).text,
            drive: one.name,
            slot: Int(one.slot),
            attempt: Int(recorded.attempt),
            accepted: verdict.isAccepted,
            reasons: verdict.objections.map { WipeReason($0) },
            state: state,
            next: verdict.isAccepted ? [] : ways(on: one)
        )
    }

    private func ways(on drive: BenchDrive) -> [String] {
        WipeRules.outcomes(
            afterFailedAttempts: Int(drive.failedAttempts) + 1,
            cameFromBuyer: drive.cameFromBuyer
        ).map(\.rawValue)
    }

    /// The person names the drive by its place in the count, so the report is of that drive.
    private func report(on drive: BenchDrive, _ circumstances: Circumstances) -> WipeReport {
        WipeReport(
            source: .person(name: circumstances.person.name),
            method: method,
            driveSerial: drive.serial,
            status: status,
            verification: verification ?? .unknown,
            // The clock that opened the stay and counted the drive is this one, so now is after it; whole seconds may hide that.
            endedAt: max(
                circumstances.instant.seconds,
                drive.arrivedAt.seconds + 1,
                (drive.countedAt?.seconds ?? 0) + 1
            ),
            wasAlwaysEncrypted: alwaysEncrypted ?? false
        )
    }

    private var status: WipeReport.Status {
        switch result {
        case .success: .erased
        case .failed: .failed
        case .aborted: .aborted
        }
    }
}
