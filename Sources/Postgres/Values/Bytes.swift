/// `[UInt8]` is `bytea`: one value, not an array.
extension UInt8: PostgresArrayElement {
    public static var postgresTypeOfArray: OID { .bytea }

    public static func encode(array: [UInt8], into parameters: inout ParameterEncoder) {
        array.withUnsafeBytes { parameters.append(binary: $0, type: .bytea) }
    }

    public static func decode(array field: Field) -> [UInt8]? {
        field.bytes(ifTypeIsOneOf: .bytea).flatMap(bytes(hexadecimal:))
    }

    /// Reads the text form of `bytea`, `\x` and two digits a byte.
    private static func bytes(hexadecimal text: UnsafeRawBufferPointer) -> [UInt8]? {
        guard text.starts(with: "\\x".utf8), text.count.isMultiple(of: 2) else {
            return nil
        }
        var isWellFormed = true
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 2 - 1) { target, count in
            for index in 0..<(text.count / 2 - 1) {
                let high = nibble(text[2 * index + 2])
                let low = nibble(text[2 * index + 3])
                isWellFormed = isWellFormed && high < 16 && low < 16
                target.initializeElement(at: index, to: high << 4 | low)
            }
            count = text.count / 2 - 1
        }
        return isWellFormed ? bytes : nil
    }

    /// The value of a hexadecimal digit; 255 when it is none.
    private static func nibble(_ digit: UInt8) -> UInt8 {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: 255
        }
    }
}

extension Array: PostgresScalar where Element == UInt8 {
    public static var postgresArrayType: OID { .byteaArray }

    public func encode(into array: inout ArrayEncoder) {
        withUnsafeBytes { array.append(binary: $0) }
    }
}

extension Array: PostgresArrayElement where Element == UInt8 {}
