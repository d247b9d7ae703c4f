public import Domain
public import Postgres
import Store

/// Puts everything back on the shelf whose reservation is over; safe to run as often as one likes.
public struct ReleaseExpiredReservations: Command {
    public static let name = "release-expired-reservations"
    public static let summary = Phrase(
        fr: "libère les appareils dont la réservation est échue",
        en: "releases devices whose reservation is over"
    )
    public static let permission = Permission(.shop, .admin)

    public init() {}

    public struct Outcome: Codable, Sendable, Hashable {
        public let released: Int
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try Failure.running { () throws(PostgresError) in
            Outcome(released: try SaleStore.releaseExpired(in: db))
        }
    }
}
