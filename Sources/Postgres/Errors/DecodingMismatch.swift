/// A field that is not what the program expects.
public struct DecodingMismatch: Hashable, Sendable {
    /// The name by which the column was asked for.
    public let column: String
    /// The Swift type asked for.
    public let expected: String
    /// What stands there.
    public let found: Found

    public enum Found: Hashable, Sendable {
        /// The result has no column of that name.
        case noSuchColumn
        /// Null, where the type asked for is not optional.
        case null
        /// Another type, or a value that the type asked for cannot hold.
        case value(of: OID)
    }
}

extension DecodingMismatch: CustomStringConvertible {
    public var description: String {
        switch found {
        case .noSuchColumn: "the result has no column \(column)"
        case .null: "column \(column) is null, \(expected) expected"
        case .value(let type):
            "column \(column) of type \(type.rawValue) does not decode as \(expected)"
        }
    }
}
