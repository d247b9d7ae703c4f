public import Domain
public import Postgres
import Store

/// Blocks a machine for a reason; one on the shelf is withdrawn first, in the same transaction.
public struct RaiseFlag: Command {
    public static let name = "raise-flag"
    public static let summary = Phrase(fr: "bloque un appareil", en: "blocks a device")
    public static let permission = Permission(
        .intake,
        .technician,
        .wipeOperator,
        .qaVerifier,
        .grader,
        .shop
    )

    public let device: DeviceReference
    public let flag: FlagKind
    /// What was found, in one sentence.
    public let note: String

    public init(device: DeviceReference, flag: FlagKind, note: String) {
        self.device = device
        self.flag = flag
        self.note = note
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let flag: FlagKind
        public let state: String
        /// True when it was on the shelf and went to repair.
        public let withdrawn: Bool
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let bench = WipingBench(circumstances)
        let before = try bench.progress(of: number, in: db).state
        let state = try withdraw(number, from: before, bench, circumstances, in: db)
        try Failure.running { () throws(PostgresError) in
            try DeviceStore.raiseFlag(flag.rawValue, on: number, note: note, in: db)
        }
        return Outcome(
            device: DeviceReference(number: number).text,
            flag: flag,
            state: state,
            withdrawn: state != before
        )
    }

    private func withdraw(
        _ device: Int64,
        from state: String,
        _ bench: WipingBench,
        _ circumstances: Circumstances,
        in db: isolated Connection
    ) throws(Failure) -> String {
        let reason = "\(flag.label(in: circumstances.person.language)) : \(note)"
        switch state {
        case "reserved":
            try bench.take("release", with: device, reason: reason, in: db)
            return try bench.take("repair", with: device, reason: reason, in: db)
        case "in_stock": return try bench.take("repair", with: device, reason: reason, in: db)
        case "sold", "gifted", "placed":
            let label = DeviceReference(number: device).text
            throw .refused(Refusal(.deviceNotHere, ["device": .text(label)], next: ["take-back"]))
        default: return state
        }
    }
}

/// Lifts the block that was raised for a reason.
public struct LiftFlag: Command {
    public static let name = "lift-flag"
    public static let summary = Phrase(fr: "débloque un appareil", en: "lifts a block")
    public static let permission = Permission(.intake, .technician, .qaVerifier)

    public let device: DeviceReference
    public let flag: FlagKind
    /// Why the block no longer holds.
    public let reason: String

    public init(device: DeviceReference, flag: FlagKind, reason: String) {
        self.device = device
        self.flag = flag
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let flag: FlagKind
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let label = DeviceReference(number: number).text
        do throws(Failure) {
            try Failure.running { () throws(PostgresError) in
                try DeviceStore.liftFlag(flag.rawValue, of: number, reason: reason, in: db)
            }
        } catch .refused(let refusal) {
            throw .refused(Refusal(refusal.code, ["device": .text(label), "flag": .word(flag)]))
        }
        return Outcome(device: label, flag: flag)
    }
}
