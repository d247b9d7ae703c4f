public import Domain
public import Postgres
import Store

/// Parts a record again from the one it was merged into: they are two machines after all.
public struct SplitDevice: Command {
    public static let name = "split-device"
    public static let summary = Phrase(
        fr: "sépare une fiche de celle où elle fut fondue",
        en: "splits a record from the one it was merged into"
    )
    public static let permission = Permission(.intake, .technician)

    /// The record that was merged away, by its own label.
    public let device: DeviceReference
    public let reason: String

    public init(device: DeviceReference, reason: String) {
        self.device = device
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        /// The record that it had been merged into.
        public let from: String
        public let state: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let speaker = circumstances.speaker
        let number = try device.resolve(in: db, speaker, following: false)
        let label = DeviceReference(number: number).text
        let isMerged = try Failure.running { () throws(PostgresError) in
            try MergeStore.survivors(of: [number], speaker, in: db)[number] != nil
        }
        guard isMerged else { throw .refused(Refusal(.notMerged, ["device": .text(label)])) }
        let (survivor, state) = try Failure.running {
            () throws(PostgresError) -> (Int64, String) in
            let survivor = try MergeStore.split(number, reason: reason, in: db)
            return (survivor, try HardwareStore.state(of: number, speaker, in: db) ?? "")
        }
        return Outcome(
            device: label,
            from: DeviceReference(number: survivor).text,
            state: state
        )
    }
}
