public import Domain
import Importing
public import Postgres
import Store

/// Takes the report of one machine, of any program that Moulin reads: what the boot stick posts.
///
/// The report is kept whole under its hash. The same report again changes nothing and says so.
public struct RecordHardwareReport: Command {
    public static let name = "record-hardware-report"
    public static let summary = Phrase(
        fr: "enregistre le rapport de matériel d'un appareil",
        en: "records the hardware report of a device"
    )
    public static let permission = Permission(.intake, .technician)

    /// The text of the report.
    public let report: String
    /// The machine, when a person names it; otherwise the report tells.
    public let device: DeviceReference?
    /// The donation under which a machine comes that nobody knew.
    public let donation: Int64?
    /// What it is, when its case does not tell.
    public let kind: DeviceType?

    public init(
        report: String,
        device: DeviceReference? = nil,
        donation: Int64? = nil,
        kind: DeviceType? = nil
    ) {
        self.report = report
        self.device = device
        self.donation = donation
        self.kind = kind
    }

    public struct Outcome: Codable, Sendable, Hashable {
        /// One for each machine in the report.
        public let machines: [HardwareLine]
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try Failure.running { () throws(PostgresError) in
            try HardwareStore.begin(for: circumstances.speaker.organisation, in: db)
        }
        let choices = HardwareIntake.Choices(donation: donation, device: device, kind: kind)
        var intake = HardwareIntake(choices, circumstances.speaker)
        let file = ReportFile(name: Self.name, bytes: Array(report.utf8))
        let lines = try intake.take(
            HardwareReader.read(file, circumstances.lists()),
            in: db
        )
        if let refused = lines.first(where: { $0.verdict == HardwareLine.Verdict.refused }),
            let reason = refused.reason
        {
            throw .unreadable(
                Unreadable(
                    String(report.prefix(60)),
                    expected: Phrase(fr: reason.fr, en: reason.en)
                )
            )
        }
        return Outcome(machines: lines)
    }
}
