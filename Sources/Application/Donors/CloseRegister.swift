public import Domain
public import Postgres
import Store

/// Closes a year of the register of second-hand goods that is over; no line enters it afterwards.
public struct CloseRegister: Command {
    public static let name = "close-register"
    public static let summary = Phrase(
        fr: "clôt une année du registre des objets mobiliers",
        en: "closes a year of the register of second-hand goods"
    )
    public static let permission = Permission(.registerKeeper)

    public let year: Int16

    public init(year: Int16) {
        self.year = year
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let year: Int16
        public let lines: Int32
        /// The last line's hash, over all before it; empty for a year without a line.
        public let hash: String
    }

    /// - Throws: `period_not_over`, `register_closed`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let closed = try Failure.counter { () throws(PostgresError) in
            try RegisterStore.close(year, in: db)
        }
        return Outcome(year: year, lines: closed.lines, hash: Digest.hex(closed.hash))
    }
}
