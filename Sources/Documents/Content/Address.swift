/// A postal address, as written on an envelope.
public struct Address: Codable, Hashable, Sendable {
    public let lines: [String]
    public let postalCode: String
    public let town: String
    /// Only when it is not the issuer's own country.
    public let country: String?

    public init(lines: [String], postalCode: String, town: String, country: String? = nil) {
        self.lines = lines
        self.postalCode = postalCode
        self.town = town
        self.country = country
    }

    var printed: [String] { lines + ["\(postalCode) \(town)"] + (country.map { [$0] } ?? []) }
    var inline: String { printed.joined(separator: ", ") }
}
