/// Why a JSON text cannot be read, and where a person will find it.
public struct JSONFault: Error, Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Something else should stand here.
        case unexpected
        /// The text ends in the middle.
        case unfinished
        case tooDeep = "too_deep"
        case tooLong = "too_long"
    }

    public var reason: Reason
    /// Counted from 1.
    public var line: Int
    /// In bytes, counted from 1.
    public var column: Int
}

/// The sizes past which a JSON text is refused, so that a hostile one cannot eat the memory or the stack.
public struct JSONLimits: Sendable, Hashable {
    public var depth: Int
    public var values: Int

    public init(depth: Int = 64, values: Int = 4_000_000) {
        self.depth = depth
        self.values = values
    }
}
