/// Builds one PostgreSQL array, in the binary format when its element type is known and as text otherwise.
public struct ArrayEncoder {
    private let element: OID
    private var count = 0
    private var hasNull = false
    private var bytes: [UInt8] = []

    private var isBinary: Bool { element != .unspecified }

    init(element: OID, count: Int) {
        self.element = element
        bytes.reserveCapacity(20 + 16 * count)
        if isBinary {
            // Dimensions, null flag, element type, length, lower bound: written by `finish`, when they are known.
            bytes.append(contentsOf: repeatElement(0, count: 20))
        } else {
            bytes.append(UInt8(ascii: "{"))
        }
    }

    mutating func appendNull() {
        hasNull = true
        if isBinary {
            appendBigEndian(Int32(-1))
        } else {
            separate()
            bytes.append(contentsOf: "NULL".utf8)
        }
        count += 1
    }

    /// Appends one element in the binary format of the element type.
    mutating func append(binary value: UnsafeRawBufferPointer) {
        precondition(isBinary, "the element type is not known, so its binary format is not either")
        appendBigEndian(Int32(truncatingIfNeeded: value.count))
        bytes.append(contentsOf: value)
        count += 1
    }

    mutating func append<Number: FixedWidthInteger>(number: Number) {
        appendBigEndian(Int32(MemoryLayout<Number>.size))
        appendBigEndian(number)
        count += 1
    }

    /// Appends one element of an array sent as text.
    ///
    /// Always quoted, so that `NULL` and `` are themselves.
    mutating func append(text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
        count += 1
    }

    consuming func finish(into parameters: inout ParameterEncoder, type: OID) {
        guard isBinary else {
            bytes.append(UInt8(ascii: "}"))
            bytes.withUnsafeBytes { parameters.append(text: $0, type: type) }
            return
        }
        writeHeader()
        let length = count == 0 ? 12 : bytes.count
        bytes.withUnsafeBytes {
            parameters.append(binary: UnsafeRawBufferPointer(rebasing: $0[..<length]), type: type)
        }
    }

    private mutating func writeHeader() {
        let header = [
            count == 0 ? 0 : 1, hasNull ? 1 : 0, element.rawValue,
            UInt32(truncatingIfNeeded: count), 1,
        ]
        bytes.withUnsafeMutableBytes { target in
            for (index, word) in header.enumerated() {
                target.storeBytes(of: word.bigEndian, toByteOffset: 4 * index, as: UInt32.self)
            }
        }
    }

    private mutating func separate() {
        if count > 0 {
            bytes.append(UInt8(ascii: ","))
        }
    }

    private mutating func appendBigEndian<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
