import Documents
public import Domain
public import Postgres
import Store

/// Issues the certificate that drives were erased here, each with its proof (CEF): of one drive, of one device, or of all of a
/// gift's devices that have an erased drive.
public struct IssueErasureCertificate: Command {
    public static let name = "issue-erasure-certificate"
    public static let summary = Phrase(
        fr: "émet le certificat d'effacement d'un appareil ou d'un don",
        en: "issues the certificate of erasure of a device or a donation"
    )
    public static let permission = Permission(.receiptIssuer, .wipeOperator, .qaVerifier, .intake)

    public let device: DeviceReference?
    public let donation: Int64?
    /// A drive that is counted in a device.
    public let drive: DriveReference?

    public init(device: DeviceReference) {
        self.device = device
        donation = nil
        drive = nil
    }

    public init(drive: DriveReference) {
        self.drive = drive
        device = nil
        donation = nil
    }

    public init(donation: Int64) {
        self.donation = donation
        device = nil
        drive = nil
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedDocument {
        try issue(try DocumentIssuing.open(in: db, circumstances), in: db)
    }

    func issue(
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        let circumstances = issuing.circumstances
        let (found, number) = try erased(in: db, circumstances)
        let (devices, only) = try narrowed(found, in: db, circumstances)
        let gift = try Donation.require(number, in: db, circumstances)
        let donor = try Donor.require(gift.donor, in: db, circumstances)
        let signatory = try issuing.signatory()
        let proofs = devices.flatMap { $0.drives.compactMap(\.proof) }
        let single = devices.count == 1 && donation == nil ? devices.first?.number : nil
        let language = donor.language
        return try issuing.issue(
            .cef,
            of: DocumentStore.Subject(donation: number, device: single, drive: only),
            in: db
        ) { issue in
            ErasureCertificate(
                language: language,
                issue: issue,
                issuer: issuing.issuer,
                donor: Documents.Person(
                    name: donor.name,
                    address: PaperAddress.address(donor.address)
                ),
                donation: String(number),
                donorReference: gift.reference,
                devices: devices.map { ErasedDevice($0, language) },
                policyVersion: Set(proofs.map(\.policyVersion)).sorted().joined(separator: ", "),
                sanitisedBy: issuing.sanitised(proofs, language),
                verifiedBy: issuing.verified(proofs, language),
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }

    /// The devices with only the drive that was asked for, when one was.
    private func narrowed(
        _ devices: [ErasureStore.Device],
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ([ErasureStore.Device], drive: Int64?) {
        guard let drive else { return (devices, nil) }
        let number = try drive.resolve(in: db, circumstances.speaker)
        let own = devices.map { device in
            var own = device
            own.drives = device.drives.filter { $0.number == number }
            return own
        }
        guard own.contains(where: \.isErased) else { throw nothingErased(drive.text) }
        return (own, number)
    }

    /// The device in which the drive that was asked for is counted.
    private func holder(
        of drive: DriveReference,
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) -> DeviceReference {
        let number = try drive.resolve(in: db, speaker)
        let holder = try Failure.running { () throws(PostgresError) in
            try ErasureStore.holder(of: number, speaker, in: db)
        }
        guard let holder else { throw nothingErased(drive.text) }
        return DeviceReference(number: holder)
    }

    /// The devices to certify, every drive of them proven clean or gone, and the gift they came with.
    private func erased(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> (devices: [ErasureStore.Device], donation: Int64) {
        let speaker = circumstances.speaker
        var device = self.device
        if let drive { device = try holder(of: drive, in: db, speaker) }
        if let device {
            let number = try device.resolve(in: db, speaker)
            let found = try Failure.running { () throws(PostgresError) in
                try ErasureStore.devices([number], of: speaker, in: db)
            }
            guard let one = found.first else {
                throw .refused(Refusal(.unknownDevice, ["device": .text(device.text)]))
            }
            try require(one)
            guard one.isErased else { throw nothingErased(device.text) }
            return (found, one.donation ?? 0)
        }
        let number = donation ?? 0
        _ = try Donation.require(number, in: db, circumstances)
        let devices = try Failure.running { () throws(PostgresError) in
            let given = try DonationStore.devices(of: number, speaker, in: db).map(\.number)
            return try ErasureStore.devices(given, of: speaker, in: db)
                .filter { $0.donation == number && $0.isErased }
        }
        for device in devices { try require(device) }
        guard !devices.isEmpty else { throw nothingErased("\(Self.gift) \(number)") }
        return (devices, number)
    }

    private static let gift = "don / donation"

    /// - Throws: `drives_not_counted`, `drive_not_cleared`.
    private func require(_ device: ErasureStore.Device) throws(Failure) {
        let label = Domain.Fact.text(DeviceReference(number: device.number).text)
        guard device.driveCount != nil else {
            throw .refused(Refusal(.drivesNotCounted, ["device": label], next: ["count-drives"]))
        }
        let unproven = device.drives.filter { $0.clearance == nil }
        guard unproven.isEmpty else {
            let drives = unproven.map { $0.serial ?? "\($0.slot)" }.joined(separator: ", ")
            throw .refused(
                Refusal(
                    .driveNotCleared,
                    ["device": label, "drive": .text(drives)],
                    next: ["record-wipe", "remove-drive"]
                )
            )
        }
    }

    private func nothingErased(_ subject: String) -> Failure {
        .refused(Refusal(.nothingErased, ["subject": .text(subject)]))
    }
}

extension ErasureStore.Device {
    /// True when at least one drive was erased here; drives that were taken out are none of the certificate's business.
    var isErased: Bool { drives.contains { $0.proof != nil } }
}
