import Documents
public import Domain
public import Postgres
import Store

/// Issues the certificate that drives were destroyed (CDE): of one drive, or of all destroyed drives of a gift.
public struct IssueDestructionCertificate: Command {
    public static let name = "issue-destruction-certificate"
    public static let summary = Phrase(
        fr: "émet le certificat de destruction d'un support ou d'un don",
        en: "issues the certificate of destruction of a drive or a donation"
    )
    public static let permission = IssueErasureCertificate.permission

    public let drive: DriveReference?
    public let donation: Int64?

    public init(drive: DriveReference) {
        self.drive = drive
        donation = nil
    }

    public init(donation: Int64) {
        self.donation = donation
        drive = nil
    }

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
        let number = try drive.map { (drive) throws(Failure) in
            try drive.resolve(in: db, circumstances.speaker)
        }
        let destroyed = try Failure.running { () throws(PostgresError) in
            try ErasureStore.destroyed(
                drive: number,
                donation: donation,
                circumstances.speaker,
                in: db
            )
        }
        guard let first = destroyed.first else {
            let subject = drive?.text ?? "\(donation ?? 0)"
            throw .refused(
                Refusal(.nothingErased, ["subject": .text(subject)], next: [DestroyDrive.name])
            )
        }
        let gift = try Donation.require(first.donation, in: db, circumstances)
        let donor = try Donor.require(gift.donor, in: db, circumstances)
        let signatory = try issuing.signatory()
        return try issuing.issue(
            .cde,
            of: DocumentStore.Subject(
                donation: gift.number,
                device: number == nil ? nil : first.device,
                drive: number
            ),
            in: db
        ) {
            DestructionCertificate(
                language: donor.language,
                issue: $0,
                issuer: issuing.issuer,
                donor: donor.onPaper,
                donation: String(gift.number),
                donorReference: gift.reference,
                media: destroyed.map { Self.medium($0, donor.language) },
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }

    private static func medium(
        _ drive: ErasureStore.DestroyedDrive,
        _ language: Language
    ) -> DestructionCertificate.Medium {
        DestructionCertificate.Medium(
            manufacturer: drive.maker ?? "",
            model: drive.model ?? "",
            serial: drive.serial ?? "–",
            mediaType: drive.kind?.label(in: language) ?? "–",
            source: [DeviceReference(number: drive.device).text, drive.deviceSerial ?? ""]
                .filter { !$0.isEmpty }.joined(separator: " "),
            destroyedOn: drive.destroyedOn,
            proof: drive.proof,
            witness: drive.witness
        )
    }
}
