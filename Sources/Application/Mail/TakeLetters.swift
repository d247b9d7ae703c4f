import Domain
import Postgres
import Store

/// Takes letters on loan; never listed, because only the postman may.
struct TakeLetters: Command {
    static let name = "take-letters"
    static let summary = Phrase(fr: "prend des lettres à envoyer", en: "takes letters to be sent")
    static let permission = Permission(.admin, .receiptIssuer)

    let count: Int

    struct Loan: Codable, Sendable, Hashable {
        let number: Int64
        /// When it was written, in microseconds since 1970.
        let micros: Int64
        let tries: Int
        let letter: LetterStore.Letter
    }

    struct Outcome: Codable, Sendable {
        let loans: [Loan]
    }

    func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let loans = try Failure.running { () throws(PostgresError) in
            try LetterStore.take(count, in: db)
        }
        return Outcome(
            loans: loans.map {
                Loan(
                    number: $0.number,
                    micros: $0.at.microseconds,
                    tries: $0.tries,
                    letter: $0.letter
                )
            }
        )
    }
}

/// Says how it went with a letter; never listed.
struct SettleLetter: Command {
    static let name = "settle-letter"
    static let summary = Phrase(
        fr: "dit ce qu'il advint d'une lettre",
        en: "says how a letter went"
    )
    static let permission = TakeLetters.permission

    let letter: Int64
    /// nil: it was sent.
    let error: String?
    /// nil with an error: it is given up.
    let againInSeconds: Int?

    struct Outcome: Codable, Sendable {
        let letter: Int64
    }

    func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try Failure.running { () throws(PostgresError) in
            try LetterStore.settle(letter, error: error, againInSeconds: againInSeconds, in: db)
        }
        return Outcome(letter: letter)
    }
}
