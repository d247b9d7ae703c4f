public import Domain
public import Postgres
import Store

/// Runs every clock of the house once: what is over goes, what law keeps is counted.
///
/// Rehearsed, it says what would go and changes nothing. Its answer names no family.
public struct RunRetention: Command {
    public static let name = "run-retention"
    public static let summary = Phrase(
        fr: "efface ce que plus aucune loi ne garde, et dit ce qui reste",
        en: "erases what no law keeps any longer, and says what stays"
    )
    public static let permission = Permission(.dpo)

    public init() {}

    public struct Clock: Codable, Sendable, Hashable {
        public let clock: RetentionClock
        public let gone: Int
        public let kept: Int
        /// The day on which the next of them goes.
        public let nextOn: Day?
        public let law: Phrase

        private enum CodingKeys: String, CodingKey {
            case clock, gone, kept, law
            case nextOn = "next_on"
        }
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let clocks: [Clock]
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let runs = try Failure.running { () throws(PostgresError) in
            try RetentionStore.run(in: db)
        }
        return Outcome(
            clocks: runs.map { run in
                Clock(
                    clock: run.clock,
                    gone: run.gone,
                    kept: run.kept,
                    nextOn: run.nextOn,
                    law: run.clock.law
                )
            }
        )
    }
}
