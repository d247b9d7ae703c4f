public import Domain
public import Postgres
import Store

/// Writes down that a drive which awaited destruction is destroyed.
public struct DestroyDrive: Command {
    public static let name = "destroy-drive"
    public static let summary = Phrase(
        fr: "enregistre la destruction d'un support",
        en: "records the destruction of a drive"
    )
    public static let permission = Permission(.wipeOperator)

    public let drive: DriveReference
    /// The certificate's number, or how it was done and by whom.
    public let certificate: String

    public init(drive: DriveReference, certificate: String) {
        self.drive = drive
        self.certificate = certificate
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let drive: String
        public let state: MediaState
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try drive.resolve(in: db, circumstances.speaker)
        do throws(Failure) {
            try Failure.running { () throws(PostgresError) in
                try DriveStore.destroy(number, certificate: certificate, in: db)
            }
        } catch .refused(let refusal) {
            throw .refused(
                Refusal(refusal.code, ["drive": .text(drive.text)], next: ["remove-drive"])
            )
        }
        return Outcome(drive: drive.text, state: .destroyed)
    }
}
