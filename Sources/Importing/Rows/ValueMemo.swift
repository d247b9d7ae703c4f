/// The readings of the values met lately in a column.
///
/// Makers, models, sizes and dates repeat: a value of up to 32 bytes that was read before costs one comparison, and a longer one
/// two. A slot keeps the latest value of its hash, so memory is bounded whatever the list.
struct ValueMemo<Reading> {
    private struct Key: Equatable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var last: UInt64 = 0
    }

    private struct Slot {
        var key = Key()
        var length = -1
        var reading: Reading?
        /// The whole value, where it is longer than its key.
        var bytes: [UInt8] = []
    }

    private static var longest: Int { 256 }

    private var slots = [Slot](repeating: Slot(), count: 512)

    /// The reading of a value met before; nil when it must be read.
    @inline(__always)
    func reading(of bytes: LentBytes) -> Reading? {
        guard bytes.count <= Self.longest else { return nil }
        let key = Self.key(bytes)
        let index = Self.slot(key, bytes.count)
        guard slots[index].length == bytes.count, slots[index].key == key else { return nil }
        guard bytes.count <= 32 || bytes.elementsEqual(slots[index].bytes) else { return nil }
        return slots[index].reading
    }

    mutating func remember(_ reading: Reading, of bytes: LentBytes) {
        guard bytes.count <= Self.longest else { return }
        let key = Self.key(bytes)
        slots[Self.slot(key, bytes.count)] = Slot(
            key: key,
            length: bytes.count,
            reading: reading,
            bytes: bytes.count > 32 ? Array(bytes) : []
        )
    }

    /// The bytes in four words that overlap; with the length beside them, no two values of up to 32 bytes have the same.
    @inline(__always)
    private static func key(_ bytes: LentBytes) -> Key {
        let count = bytes.count
        guard count >= 8 else { return Key(first: short(bytes)) }
        let first = bytes.loadUnaligned(as: UInt64.self)
        let last = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        guard count > 16 else { return Key(first: first, last: last) }
        return Key(
            first: first,
            second: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            third: bytes.loadUnaligned(fromByteOffset: count - 16, as: UInt64.self),
            last: last
        )
    }

    @inline(__always)
    private static func short(_ bytes: LentBytes) -> UInt64 {
        guard bytes.count >= 4 else {
            return bytes.reduce(0) { $0 << 8 | UInt64($1) }
        }
        let first = bytes.loadUnaligned(as: UInt32.self)
        let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
        return UInt64(first) << 32 | UInt64(last)
    }

    @inline(__always)
    private static func slot(_ key: Key, _ length: Int) -> Int {
        var hash = (key.first ^ key.last << 7) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ key.second ^ key.third << 1) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: (hash ^ UInt64(length) << 41) >> 40) & 511
    }
}
