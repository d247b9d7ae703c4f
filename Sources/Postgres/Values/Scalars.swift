extension Bool: PostgresScalar {
    public static var postgresType: OID { .bool }
    public static var postgresArrayType: OID { .boolArray }

    public static func decode(_ field: Field) -> Bool? {
        field.bytes(ifTypeIsOneOf: .bool).map { $0.first == UInt8(ascii: "t") }
    }

    public func encode(into parameters: inout ParameterEncoder) {
        parameters.append(number: self ? 1 as UInt8 : 0, type: .bool)
    }

    public func encode(into array: inout ArrayEncoder) {
        array.append(number: self ? 1 as UInt8 : 0)
    }
}

extension Double: PostgresScalar {
    public static var postgresType: OID { .float8 }
    public static var postgresArrayType: OID { .float8Array }

    /// Reads `float4` and `float8` only: a `numeric` could lose digits without a word.
    public static func decode(_ field: Field) -> Double? {
        field.bytes(ifTypeIsOneOf: .float8, .float4).flatMap {
            Double(String(decoding: $0, as: UTF8.self))
        }
    }

    public func encode(into parameters: inout ParameterEncoder) {
        parameters.append(number: bitPattern, type: .float8)
    }

    public func encode(into array: inout ArrayEncoder) {
        array.append(number: bitPattern)
    }
}

/// Sent without a type, so that a string serves text, date, jsonb, enum and every other parameter that reads text.
///
/// Where nothing around the parameter tells its type, the query says it: `unnest(\(serials)::text[])`.
extension String: PostgresScalar {
    public static var postgresType: OID { .unspecified }
    public static var postgresArrayType: OID { .unspecified }

    /// Reads a column of any type, as the text that the server writes for it.
    public static func decode(_ field: Field) -> String? {
        field.bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    public func encode(into parameters: inout ParameterEncoder) {
        parameters.append(text: self)
    }

    public func encode(into array: inout ArrayEncoder) {
        array.append(text: self)
    }
}
