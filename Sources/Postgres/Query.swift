/// One SQL statement and its values.
///
/// ```swift
/// let query: Query = "SELECT id FROM parcel WHERE owner = \(owner) AND sent_at > \(start)"
/// ```
///
/// An interpolated value becomes `$1`, `$2`, … and travels apart from the text. There is no way to put a runtime string
/// into `sql`: every piece of it is a `StaticString`, known when the program was compiled. A statement with a varying
/// part is a `switch` over whole statements.
public struct Query: Sendable {
    /// The text, with a numbered placeholder for each value.
    public let sql: String

    let parameters: ParameterEncoder

    /// A statement that ends in a number, for names that are counted.
    init(_ text: StaticString, _ number: Int) {
        sql = text.description + String(number)
        parameters = ParameterEncoder()
    }
}

extension Query: ExpressibleByStringInterpolation {
    public init(stringLiteral text: StaticString) {
        sql = text.description
        parameters = ParameterEncoder()
    }

    public init(stringInterpolation: StringInterpolation) {
        sql = stringInterpolation.sql
        parameters = stringInterpolation.parameters
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql = ""
        fileprivate var parameters = ParameterEncoder()

        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.reserveCapacity(literalCapacity + 3 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { sql += String(decoding: $0, as: UTF8.self) }
        }

        /// Puts the next placeholder here and sends `value` for it, or null.
        ///
        /// Beside the general one because the compiler warns of an optional that is interpolated elsewhere.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            value.encode(into: &parameters)
            sql += "$"
            sql += String(parameters.slots.count)
        }

        /// Puts the next placeholder here and sends `value` for it.
        ///
        /// The same value twice is two placeholders.
        public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            value.encode(into: &parameters)
            sql += "$"
            sql += String(parameters.slots.count)
        }
    }
}

extension Query: CustomStringConvertible {
    /// The text alone.
    ///
    /// The values stay out of logs.
    public var description: String { sql }
}
