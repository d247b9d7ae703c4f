public import Domain

/// The cancelled document that this one stands for.
public struct Replacement: Codable, Hashable, Sendable {
    public let number: String
    public let day: Day

    public init(number: String, day: Day) {
        self.number = number
        self.day = day
    }
}
