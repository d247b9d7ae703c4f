public import Domain
public import Postgres
import Store

/// Calls off a gift that never came, and the devices announced with it.
public struct CancelDonation: Command {
    public static let name = "cancel-donation"
    public static let summary = Phrase(fr: "annule un don annoncé", en: "cancels a donation")
    public static let permission = Permission(.intake, .admin)

    public let donation: Int64
    public let reason: String

    public init(donation: Int64, reason: String) {
        self.donation = donation
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donation: Int64
        public let devices: Int
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw .refused(
                Refusal(
                    .reasonMissing,
                    ["action": .word("cancel", Phrase(fr: "annuler", en: "cancel"))]
                )
            )
        }
        let gift = try Donation.lock(donation, whileIn: [.announced], in: db, circumstances)
        let speaker = circumstances.speaker
        return try Failure.running { () throws(PostgresError) in
            let devices = try DonationStore.announcedDevices(of: gift.number, speaker, in: db)
            if !devices.isEmpty {
                _ = try DeviceStore.take(
                    "cancel",
                    with: devices,
                    reason: reason,
                    strict: true,
                    in: db
                )
            }
            try DonationStore.set(.cancelled, of: donation, because: Self.name, speaker, in: db)
            return Outcome(donation: donation, devices: devices.count)
        }
    }
}
