public import Domain
public import Postgres
import Store

/// Says whether two machines that look alike are one.
///
/// "Same" merges the newcomer into the other, and is refused with the way out when each machine has a history.
public struct DecideDoubt: Command {
    public static let name = "decide-doubt"
    public static let summary = Phrase(
        fr: "tranche si deux appareils n'en font qu'un",
        en: "decides whether two devices are one"
    )
    public static let permission = Permission(.intake, .technician)

    public enum Decision: String, Codable, Sendable, CaseIterable {
        case same, different
    }

    public let doubt: Int64
    public let decision: Decision

    public init(doubt: Int64, decision: Decision) {
        self.doubt = doubt
        self.decision = decision
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let doubt: Int64
        public let decision: Decision
        public let device: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let found = try Failure.running { () throws(PostgresError) in
            try DeviceStore.doubt(doubt, circumstances.speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownDoubt, ["doubt": .text(String(doubt))]))
        }
        let label = DeviceReference(number: found.device).text
        if decision == .same, let other = found.other, !found.isDecided {
            return try merge(found.device, other, circumstances, in: db)
        }
        try Failure.running { () throws(PostgresError) in
            try DeviceStore.decide(doubt: doubt, decision.rawValue, in: db)
        }
        return Outcome(doubt: doubt, decision: decision, device: label)
    }

    /// The newcomer goes into the other; the other way round when only that is possible.
    private func merge(
        _ device: Int64,
        _ other: Int64,
        _ circumstances: Circumstances,
        in db: isolated Connection
    ) throws(Failure) -> Outcome {
        let ways = [
            DeviceMerge(device: device, survivor: other),
            DeviceMerge(device: other, survivor: device),
        ]
        var first: Refusal?
        for way in ways {
            if let refusal = try way.obstacle(circumstances, in: db) {
                first = first ?? refusal
                guard refusal.code == .mergeNeedsANewcomer || refusal.code == .mergeOfSurvivor
                else { break }
                continue
            }
            // It decides the doubt with it.
            try way.perform(reason: "doubt \(doubt)", in: db)
            return Outcome(doubt: doubt, decision: .same, device: way.survivorLabel)
        }
        throw .refused(first ?? Refusal(.unknownDoubt, ["doubt": .text(String(doubt))]))
    }
}
