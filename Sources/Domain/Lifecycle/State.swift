/// The name of a state on the map, such as `in_stock`.
///
/// Backed by text because the map is data: code names a state only where a rule depends on it.
public struct State: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
}

extension State: ExpressibleByStringLiteral, CustomStringConvertible {
    public init(stringLiteral name: String) { self.init(rawValue: name) }

    public var description: String { rawValue }
}

/// What the map says of one state.
public struct StateOnMap: Hashable, Sendable {
    public let name: State
    /// True when every drive must be counted and cleared while a device is here.
    public let isClean: Bool
    /// True when no step leaves.
    public let isTerminal: Bool
    /// The part of the workshop to which the state belongs: a column of the board.
    public let stage: String
    public let label: Phrase
}
