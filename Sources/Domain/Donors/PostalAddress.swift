/// Where a donor lives or has its seat.
public struct PostalAddress: Hashable, Codable, Sendable {
    public var street: String
    public var postalCode: String
    public var town: String

    public init(street: String, postalCode: String, town: String) {
        self.street = street
        self.postalCode = postalCode
        self.town = town
    }

    /// What a receipt would miss; empty when the address is complete.
    public var missing: [(String, Phrase)] {
        let parts = [
            (street, "street", Phrase(fr: "la rue", en: "street")),
            (postalCode, "postal_code", Phrase(fr: "le code postal", en: "postal code")),
            (town, "town", Phrase(fr: "la commune", en: "town")),
        ]
        return parts.filter { $0.0.allSatisfy(\.isWhitespace) }.map { ($0.1, $0.2) }
    }
}
