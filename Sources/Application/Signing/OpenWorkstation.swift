public import Domain
public import Postgres
import Store

/// Makes a computer a shared bench: it stays signed in for ninety days, shows the workshop, and does nothing without a PIN.
public struct OpenWorkstation: Command {
    public static let name = "open-workstation"
    public static let summary = Phrase(fr: "ouvre un poste partagé", en: "opens a shared bench")
    public static let permission = Permission(roles: Role.atTheBench)
    public static let tellsSecret = true

    /// What the bench is called, such as "Bench 2".
    public let station: String

    public init(station: String) {
        self.station = station
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let station: String
        /// The session of the bench, told once.
        public let session: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        guard station.contains(where: { !$0.isWhitespace }), station.count <= 40 else {
            throw .unreadable(
                Unreadable(
                    "station",
                    expected: Phrase(
                        fr: "un nom de 1 à 40 signes",
                        en: "a name of 1 to 40 characters"
                    )
                )
            )
        }
        let token = Token()
        try Failure.running { () throws(PostgresError) in
            try StationStore.open(station, token: token.bytes, in: db)
        }
        return Outcome(station: station, session: token.text)
    }
}
