/// What a household's limits depend on.
public struct Household: Hashable, Codable, Sendable {
    /// Persons who live in the home.
    public let persons: Int
    public let childrenInEducation: Int

    public init(persons: Int, childrenInEducation: Int = 0) {
        self.persons = persons
        self.childrenInEducation = childrenInEducation
    }
}

/// One adult, in the one writing over which a household's key is computed.
public struct HouseholdIdentity: Hashable, Sendable {
    /// `family|given|birth`: folded letters and digits, and the ISO date.
    ///
    /// Accents, capitals, spaces, hyphens and apostrophes make no difference.
    public let text: String

    public init(familyName: String, givenName: String, birth: Day) {
        let family = FoldedText(familyName).lettersAndDigits
        let given = FoldedText(givenName).lettersAndDigits
        text = "\(family)|\(given)|\(birth.iso)"
    }
}
