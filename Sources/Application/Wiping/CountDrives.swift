public import Domain
import Importing
public import Postgres
import Store

/// Says which drives a machine holds; none is an answer too.
///
/// Counting again may only add. A drive found in a machine that was held clean sends it back to wiping in the same transaction.
public struct CountDrives: Command {
    public static let name = "count-drives"
    public static let summary = Phrase(
        fr: "compte les supports d'un appareil (zéro compris)",
        en: "counts the drives of a device (none included)"
    )
    public static let permission = Permission(.technician, .wipeOperator)

    public let device: DeviceReference
    public let drives: [CountedDrive]
    /// Drives that a report found and that are not there, by their serial numbers.
    public let missing: [String]?

    public init(device: DeviceReference, drives: [CountedDrive], missing: [String]? = nil) {
        self.device = device
        self.drives = drives
        self.missing = missing
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let drives: Int
        /// Where the machine stands now.
        public let state: String
        /// True when a drive found late sent the machine back to wiping.
        public let returned: Bool
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let bench = WipingBench(circumstances)
        let before = try bench.progress(of: number, in: db)
        try count(number, circumstances, in: db)
        let isLate = bench.isClean(before.state) && drives.count > Int(before.drives ?? 0)
        if isLate {
            try bench.take("find_drive", with: number, reason: foundReason(circumstances), in: db)
        }
        let state = try bench.advance(number, in: db)
        return Outcome(
            device: DeviceReference(number: number).text,
            drives: drives.count,
            state: state,
            returned: isLate
        )
    }

    private func count(
        _ number: Int64,
        _ circumstances: Circumstances,
        in db: isolated Connection
    ) throws(Failure) {
        let reference = circumstances.lists()
        let given = drives.map { $0.given(reference) }
        let missing = missing ?? []
        do throws(Failure) {
            try Failure.running { () throws(PostgresError) in
                if !missing.isEmpty { try DriveStore.dismiss(missing, of: number, in: db) }
                try DriveStore.count(given, of: number, in: db)
            }
        } catch .refused(let refusal) {
            guard let other = refusal.facts["other"].flatMap(Int64.init) else {
                throw .refused(refusal)
            }
            // The door knows numbers; people read labels.
            let labels = ["other": DeviceReference(number: other).text]
            let facts = refusal.facts.merging(labels) { _, label in label }
            throw .refused(Refusal(code: refusal.code, facts: facts, next: refusal.next))
        }
    }

    private func foundReason(_ circumstances: Circumstances) -> String {
        let serials = drives.compactMap(\.serial).joined(separator: ", ")
        switch circumstances.person.language {
        case .fr: return "support trouvé : \(serials)"
        case .en: return "drive found: \(serials)"
        }
    }
}

/// One drive as a person counts it.
public struct CountedDrive: Codable, Hashable, Sendable {
    public let serial: String?
    public let kind: MediaKind?
    public let capacityGB: Int?
    public let maker: String?
    public let model: String?

    public init(
        serial: String? = nil,
        kind: MediaKind? = nil,
        capacityGB: Int? = nil,
        maker: String? = nil,
        model: String? = nil
    ) {
        self.serial = serial
        self.kind = kind
        self.capacityGB = capacityGB
        self.maker = maker
        self.model = model
    }

    enum CodingKeys: String, CodingKey {
        case serial, kind, maker, model
        case capacityGB = "capacity_gb"
    }

    /// As the store takes it; what stands where a serial number is missing, or what a bridge gives to every drive, is none.
    func given(_ reference: ImportReference) -> DriveStore.Given {
        DriveStore.Given(
            serial: serial.flatMap { reference.namesNoDrive($0) ? nil : $0 },
            mediaKind: kind?.rawValue,
            capacityGB: capacityGB,
            maker: maker,
            model: model
        )
    }
}
