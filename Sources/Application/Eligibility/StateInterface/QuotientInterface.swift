public import Domain

/// Whoever knows the quotient of a person: the State's interface, or a stand-in for tests.
public protocol QuotientInterface: Sendable {
    /// The quotient of the family of one of its adults.
    func quotient(
        of person: StateIdentity
    ) async throws(StateInterfaceFailure) -> StateQuotient
}

/// The civil identity that the interface wants; nothing of it is kept.
public struct StateIdentity: Hashable, Sendable {
    public enum Sex: String, Hashable, Sendable {
        case female = "F"
        case male = "M"
    }

    public let familyName: String
    public let givenNames: [String]
    public let bornOn: Day
    /// Number of the commune of birth in the official list; nil for who was born abroad.
    public let birthCommune: String?
    /// Number of the country of birth, `99100` for France.
    public let birthCountry: String
    public let sex: Sex

    public init(
        familyName: String,
        givenNames: [String],
        bornOn: Day,
        birthCommune: String?,
        birthCountry: String = "99100",
        sex: Sex
    ) {
        self.familyName = familyName
        self.givenNames = givenNames
        self.bornOn = bornOn
        self.birthCommune = birthCommune
        self.birthCountry = birthCountry
        self.sex = sex
    }
}
