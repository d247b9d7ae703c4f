/// Who signs for the issuer, and where.
public struct Signatory: Codable, Hashable, Sendable {
    public let name: String
    public let role: String
    public let place: String

    public init(name: String, role: String, place: String) {
        self.name = name
        self.role = role
        self.place = place
    }
}
