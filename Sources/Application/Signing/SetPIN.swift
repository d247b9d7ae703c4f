public import Domain
public import Postgres
import Store

/// Chooses one's PIN for shared benches.
public struct SetPIN: Command {
    public static let name = "set-pin"
    public static let summary = Phrase(
        fr: "choisit son code pour les postes partagés",
        en: "chooses one's PIN for shared benches"
    )
    public static let permission = Permission(roles: Role.atTheBench)
    /// Nothing of a PIN is kept under a key: four digits are found again from any hash that takes no time.
    public static let tellsSecret = true

    /// 4 to 8 digits.
    public let pin: String

    public init(pin: String) {
        self.pin = pin
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let login: String
    }

    /// - Throws: `pin_too_simple` for one digit repeated or digits in a row; `.unreadable` for anything but 4 to 8 digits.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let digits = Array(pin.utf8)
        guard (4...8).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
            throw .unreadable(
                Unreadable(
                    "pin",
                    expected: Phrase(fr: "de 4 à 8 chiffres", en: "4 to 8 digits")
                )
            )
        }
        let steps = Set(zip(digits, digits.dropFirst()).map { Int($1) - Int($0) })
        guard steps.count > 1 || ![-1, 0, 1].contains(steps.first ?? 0) else {
            throw .refused(Refusal(.pinTooSimple, ["digits": "4–8"]))
        }
        let hash = PasswordHash.made(of: pin)
        try Failure.running { () throws(PostgresError) in
            try StationStore.setPIN(hash: hash, in: db)
        }
        return Outcome(login: circumstances.person.login)
    }
}
