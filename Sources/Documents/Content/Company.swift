/// A company or a public body, with what identifies it.
public struct Company: Codable, Hashable, Sendable {
    public let name: String
    public let legalForm: String
    /// Nine digits of SIREN or fourteen of SIRET.
    public let registration: String
    public let address: Address

    public init(name: String, legalForm: String, registration: String, address: Address) {
        self.name = name
        self.legalForm = legalForm
        self.registration = registration
        self.address = address
    }

    var envelope: [String] { [name] + address.printed }
}
