public import Domain
public import Postgres
public import Store

/// Says whether two machines that look alike are one.
///
/// Two histories are never poured into one: "same" is refused, with the way out, when each machine has a history.
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
        if decision == .same, let other = found.other {
            throw .refused(
                Refusal(
                    .doubtNotMergeable,
                    ["device": .text(label), "other": .text(DeviceReference(number: other).text)],
                    next: ["cancel", "return_to_donor"]
                )
            )
        }
        try Failure.running { () throws(PostgresError) in
            try DeviceStore.decide(doubt: doubt, decision.rawValue, in: db)
        }
        return Outcome(doubt: doubt, decision: decision, device: label)
    }
}
