/// A value that can stand alone, be null, and be the element of an array.
public protocol PostgresScalar: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// The type of an array of these; `unspecified` sends arrays as text, whose type the server infers.
    static var postgresArrayType: OID { get }

    /// Appends this value as the next element.
    func encode(into array: inout ArrayEncoder)
}

/// What an array may hold: a scalar, an optional scalar, or, for `bytea`, a byte.
///
/// The indirection lets `[UInt8]` be one `bytea` value while every other array is a PostgreSQL array.
public protocol PostgresArrayElement: Sendable {
    /// The type under which `[Self]` is declared to the server.
    static var postgresTypeOfArray: OID { get }

    static func encode(array: [Self], into parameters: inout ParameterEncoder)
    static func decode(array field: Field) -> [Self]?
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    public static var postgresType: OID { Element.postgresTypeOfArray }

    public func encode(into parameters: inout ParameterEncoder) {
        Element.encode(array: self, into: &parameters)
    }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    public static func decode(_ field: Field) -> [Element]? {
        Element.decode(array: field)
    }
}

extension PostgresScalar {
    public static var postgresTypeOfArray: OID { postgresArrayType }

    public static func encode(array: [Self], into parameters: inout ParameterEncoder) {
        var encoder = ArrayEncoder(element: postgresType, count: array.count)
        for element in array {
            element.encode(into: &encoder)
        }
        encoder.finish(into: &parameters, type: postgresArrayType)
    }

    public static func decode(array field: Field) -> [Self]? {
        field.elements { Self.decode($0) }
    }
}

extension Optional: PostgresArrayElement where Wrapped: PostgresScalar {
    public static var postgresTypeOfArray: OID { Wrapped.postgresArrayType }

    public static func encode(array: [Wrapped?], into parameters: inout ParameterEncoder) {
        var encoder = ArrayEncoder(element: Wrapped.postgresType, count: array.count)
        for element in array {
            switch element {
            case .some(let value): value.encode(into: &encoder)
            case .none: encoder.appendNull()
            }
        }
        encoder.finish(into: &parameters, type: Wrapped.postgresArrayType)
    }

    public static func decode(array field: Field) -> [Wrapped?]? {
        field.elements { Optional<Wrapped>.decode($0) }
    }
}
