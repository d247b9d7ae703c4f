/// The name of a step, an imperative verb such as `send_to_wipe`.
public struct StepName: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
}

extension StepName: ExpressibleByStringLiteral, CustomStringConvertible {
    public init(stringLiteral name: String) { self.init(rawValue: name) }

    public var description: String { rawValue }
}

/// One way from one state to another.
public struct Step: Hashable, Sendable {
    public let from: State
    public let name: StepName
    public let to: State
    public let role: Role
    public let evidence: Evidence
    public let label: Phrase
    /// The day from which nobody takes this step any more; nil while it is in use.
    public let retiredOn: Day?

    public var isRetired: Bool { retiredOn != nil }
}
