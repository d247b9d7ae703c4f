extension FixedWidthInteger where Self: SignedInteger {
    /// Reads decimal digits with an optional minus sign; nil for anything else or out of range.
    init?(decimal bytes: UnsafeRawBufferPointer) {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let digits = bytes.dropFirst(isNegative ? 1 : 0)
        guard !digits.isEmpty else {
            return nil
        }
        var value: Self = 0
        for byte in digits {
            let digit = byte &- UInt8(ascii: "0")
            let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
            guard digit < 10, !overflow else {
                return nil
            }
            // Towards the minimum when negative: it is one further from zero than the maximum.
            let (sum, beyond) =
                isNegative
                ? scaled.subtractingReportingOverflow(Self(digit))
                : scaled.addingReportingOverflow(Self(digit))
            guard !beyond else {
                return nil
            }
            value = sum
        }
        self = value
    }

    /// Every whole number decodes into every width that can hold it; `numeric` too, since `sum(bigint)` is one.
    fileprivate static func decodeInteger(_ field: Field) -> Self? {
        field.bytes(ifTypeIsOneOf: .int8, .int4, .int2, .oid, .numeric).flatMap {
            Self(decimal: $0)
        }
    }
}

extension Int16: PostgresScalar {
    public static var postgresType: OID { .int2 }
    public static var postgresArrayType: OID { .int2Array }

    public static func decode(_ field: Field) -> Int16? { decodeInteger(field) }

    public func encode(into parameters: inout ParameterEncoder) {
        parameters.append(number: self, type: .int2)
    }

    public func encode(into array: inout ArrayEncoder) {
        array.append(number: self)
    }
}

extension Int32: PostgresScalar {
    public static var postgresType: OID { .int4 }
    public static var postgresArrayType: OID { .int4Array }

    public static func decode(_ field: Field) -> Int32? { decodeInteger(field) }

    public func encode(into parameters: inout ParameterEncoder) {
        parameters.append(number: self, type: .int4)
    }

    public func encode(into array: inout ArrayEncoder) {
        array.append(number: self)
    }
}

extension Int64: PostgresScalar {
    public static var postgresType: OID { .int8 }
    public static var postgresArrayType: OID { .int8Array }

    public static func decode(_ field: Field) -> Int64? { decodeInteger(field) }

    public func encode(into parameters: inout ParameterEncoder) {
        parameters.append(number: self, type: .int8)
    }

    public func encode(into array: inout ArrayEncoder) {
        array.append(number: self)
    }
}

extension Int: PostgresScalar {
    public static var postgresType: OID { .int8 }
    public static var postgresArrayType: OID { .int8Array }

    public static func decode(_ field: Field) -> Int? { decodeInteger(field) }

    public func encode(into parameters: inout ParameterEncoder) {
        parameters.append(number: Int64(self), type: .int8)
    }

    public func encode(into array: inout ArrayEncoder) {
        array.append(number: Int64(self))
    }
}
