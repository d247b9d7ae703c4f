/// The other party: donor or buyer.
public struct Person: Codable, Hashable, Sendable {
    public let name: String
    public let address: Address

    public init(name: String, address: Address) {
        self.name = name
        self.address = address
    }

    var envelope: [String] { [name] + address.printed }
}
