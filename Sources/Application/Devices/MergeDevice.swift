public import Domain
public import Postgres
import Store

/// Makes one machine of two records: the identifiers go to the one that stays, both histories stay readable.
public struct MergeDevice: Command {
    public static let name = "merge-device"
    public static let summary = Phrase(
        fr: "fond une fiche dans une autre : c'est la même machine",
        en: "merges one record into another: they are one machine"
    )
    public static let permission = Permission(.intake, .technician)

    /// The record that goes.
    public let device: DeviceReference
    /// The record that stays.
    public let into: DeviceReference
    public let reason: String

    public init(device: DeviceReference, into: DeviceReference, reason: String) {
        self.device = device
        self.into = into
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let into: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let speaker = circumstances.speaker
        let merge = DeviceMerge(
            device: try known(device, speaker, in: db),
            survivor: try known(into, speaker, in: db)
        )
        if let refusal = try merge.obstacle(circumstances, in: db) { throw .refused(refusal) }
        try merge.perform(reason: reason, in: db)
        return Outcome(device: merge.label, into: merge.survivorLabel)
    }

    private func known(
        _ reference: DeviceReference,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(Failure) -> Int64 {
        let number = try reference.resolve(in: db, speaker, following: false)
        let state = try Failure.running { () throws(PostgresError) in
            try HardwareStore.state(of: number, speaker, in: db)
        }
        guard state != nil else {
            throw .refused(Refusal(.unknownDevice, ["device": .text(reference.text)]))
        }
        return number
    }
}

/// Two records, and which of them goes.
struct DeviceMerge {
    let device: Int64
    let survivor: Int64

    var label: String { DeviceReference(number: device).text }
    var survivorLabel: String { DeviceReference(number: survivor).text }

    /// What keeps the one from going into the other, told with both labels; nil when nothing does.
    func obstacle(
        _ circumstances: Circumstances,
        in db: isolated Connection
    ) throws(Failure) -> Refusal? {
        let found = try Failure.running { () throws(PostgresError) -> (String, String?)? in
            guard let word = try MergeStore.obstacle(merging: device, into: survivor, in: db)
            else { return nil }
            return (word, try HardwareStore.state(of: device, circumstances.speaker, in: db))
        }
        guard let (word, state) = found, let code = Refusal.Code(rawValue: word) else { return nil }
        var facts: [String: Fact] = ["device": .text(label), "other": .text(survivorLabel)]
        if let state, let known = try? circumstances.map.state(State(rawValue: state)) {
            facts["state"] = .word(state, known.label)
        }
        return Refusal(code, facts)
    }

    func perform(reason: String, in db: isolated Connection) throws(Failure) {
        try Failure.running { () throws(PostgresError) in
            try MergeStore.merge(device, into: survivor, reason: reason, in: db)
        }
    }
}
