public import Domain
public import Postgres
import Store

/// Another person reads a wiped drive back.
///
/// A check that fails voids every proof of the machine while it is still here: it goes back to wiping.
public struct CheckWipe: Command {
    public static let name = "check-wipe"
    public static let summary = Phrase(
        fr: "contrôle un effacement, par une autre personne",
        en: "checks a wipe, by another person"
    )
    public static let permission = Permission(.qaVerifier)

    public let wipe: Int64
    public let passed: Bool
    /// What the drive was read with.
    public let tool: String

    public init(wipe: Int64, passed: Bool, tool: String) {
        self.wipe = wipe
        self.passed = passed
        self.tool = tool
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let state: String
        /// True when the proofs of the machine are void now.
        public let voided: Bool
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let checked = try Failure.running { () throws(PostgresError) in
            try WipeStore.check(wipe, passed: passed, tool: tool, in: db)
        }
        return Outcome(
            device: DeviceReference(number: checked.device).text,
            state: checked.state,
            voided: checked.isVoided
        )
    }
}
