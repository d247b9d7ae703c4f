/// What the State's interface answers of a family: a quotient and its month, and nothing else is kept of it.
public struct StateQuotient: Hashable, Codable, Sendable {
    public enum Fund: String, Codable, Sendable {
        case caf, msa
    }

    /// Nil when the fund knows the family and has no quotient for it, which is not zero.
    public let value: Int?
    public let fund: Fund
    /// The month for which it holds.
    public let year: Int
    public let month: Int

    public init(value: Int?, fund: Fund, year: Int, month: Int) {
        self.value = value
        self.fund = fund
        self.year = year
        self.month = month
    }
}

/// Why the State's interface gives no quotient.
public enum StateInterfaceFailure: Error, Hashable, Sendable {
    /// Not configured: nothing is asked.
    case off
    /// Nobody of this identity is known to a fund.
    case unknownFamily
    /// The token is refused, or does not cover the quotient.
    case notAllowed
    /// What was asked is not what the interface takes.
    case wrongQuestion
    /// Too many questions; ask again after so many seconds.
    case limited(seconds: Int)
    /// The interface, or the fund behind it, does not answer.
    case unavailable
    /// It answers what this version of Moulin does not read.
    case unreadable

    public var label: Phrase {
        switch self {
        case .off: Phrase(fr: "elle n'est pas configurée", en: "it is not configured")
        case .unknownFamily:
            Phrase(fr: "aucune caisse ne connaît cette personne", en: "no fund knows this person")
        case .notAllowed: Phrase(fr: "le jeton est refusé", en: "the token is refused")
        case .wrongQuestion:
            Phrase(fr: "l'identité est incomplète", en: "the identity is incomplete")
        case .limited(let seconds):
            Phrase(
                fr: "trop de questions, attendez \(seconds) s",
                en: "too many questions, wait for \(seconds) s"
            )
        case .unavailable: Phrase(fr: "elle ne répond pas", en: "it does not answer")
        case .unreadable: Phrase(fr: "sa réponse est illisible", en: "its answer is unreadable")
        }
    }

    public var word: String {
        switch self {
        case .off: "off"
        case .unknownFamily: "unknown_family"
        case .notAllowed: "not_allowed"
        case .wrongQuestion: "wrong_question"
        case .limited: "limited"
        case .unavailable: "unavailable"
        case .unreadable: "unreadable"
        }
    }
}
