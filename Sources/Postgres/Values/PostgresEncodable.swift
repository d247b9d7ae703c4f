/// A value that can be a parameter of a query.
public protocol PostgresEncodable: Sendable {
    /// The type under which the value is declared to the server; `unspecified` lets the server infer it.
    static var postgresType: OID { get }

    /// Appends exactly one parameter.
    func encode(into parameters: inout ParameterEncoder)
}

/// A value that can be read from a field of a result.
public protocol PostgresDecodable: Sendable {
    /// The value of `field`; nil when the field is null, of another type, or out of range.
    static func decode(_ field: Field) -> Self?
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    public static var postgresType: OID { Wrapped.postgresType }

    public func encode(into parameters: inout ParameterEncoder) {
        switch self {
        case .some(let value): value.encode(into: &parameters)
        case .none: parameters.appendNull(type: Wrapped.postgresType)
        }
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    public static func decode(_ field: Field) -> Wrapped?? {
        if field.isNull {
            return .some(.none)
        }
        return Wrapped.decode(field).map { .some($0) }
    }
}
