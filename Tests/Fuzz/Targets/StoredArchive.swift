/// Writes a ZIP archive in memory, its entries as they are: packing them would only cost time.
struct StoredArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    mutating func append(_ name: String, _ content: [UInt8]) {
        let offset = UInt32(bytes.count)
        var common: [UInt8] = []
        // Version 2.0, no flags, stored, midnight of the first day that the format knows.
        for half: UInt16 in [20, 0, 0, 0, 0x21] { common += Self.littleEndian(half) }
        for word in [Self.checksum(content), UInt32(content.count), UInt32(content.count)] {
            common += Self.littleEndian(word)
        }
        common += Self.littleEndian(UInt16(name.utf8.count)) + [0, 0]
        bytes += Self.littleEndian(0x0403_4B50 as UInt32) + common + Array(name.utf8) + content
        directory += Self.littleEndian(0x0201_4B50 as UInt32) + [20, 0] + common
        directory += [UInt8](repeating: 0, count: 10) + Self.littleEndian(offset) + Array(name.utf8)
        count += 1
    }

    mutating func finish() -> [UInt8] {
        let offset = UInt32(bytes.count)
        bytes += directory + Self.littleEndian(0x0605_4B50 as UInt32) + [0, 0, 0, 0]
        bytes += Self.littleEndian(count) + Self.littleEndian(count)
        bytes += Self.littleEndian(UInt32(directory.count)) + Self.littleEndian(offset) + [0, 0]
        return bytes
    }

    private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian, Array.init)
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in
            value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
        }
    }

    private static func checksum(_ content: [UInt8]) -> UInt32 {
        ~content.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
}
