/// The readings of the values met lately in a column.
///
/// Makers, models, sizes and dates repeat: a value of up to 32 bytes that was read before costs one comparison. A slot keeps the
/// latest value of its hash, so memory is fixed whatever the list.
struct ValueMemo<Reading> {
    private struct Slot {
        var key = SIMD4<UInt64>()
        var length = -1
        var reading: Reading?
    }

    private var slots = [Slot](repeating: Slot(), count: 512)

    /// The reading of a value met before; nil when it must be read.
    @inline(__always)
    func reading(of bytes: LentBytes) -> Reading? {
        guard bytes.count <= 32 else { return nil }
        let key = Self.key(bytes)
        let index = Self.slot(key, bytes.count)
        guard slots[index].length == bytes.count, slots[index].key == key else { return nil }
        return slots[index].reading
    }

    mutating func remember(_ reading: Reading, of bytes: LentBytes) {
        guard bytes.count <= 32 else { return }
        let key = Self.key(bytes)
        slots[Self.slot(key, bytes.count)] = Slot(key: key, length: bytes.count, reading: reading)
    }

    /// The bytes, with zeros behind.
    @inline(__always)
    private static func key(_ bytes: LentBytes) -> SIMD4<UInt64> {
        var key = SIMD4<UInt64>()
        var word = 0
        while word * 8 + 8 <= bytes.count {
            key[word] = bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
            word += 1
        }
        let rest = bytes.count - word * 8
        guard rest > 0 else { return key }
        if bytes.count >= 8 {
            let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
            key[word] = UInt64(littleEndian: last) >> UInt64((8 - rest) * 8)
        } else {
            for place in 0..<rest { key[word] |= UInt64(bytes[place]) << UInt64(place * 8) }
        }
        return key
    }

    @inline(__always)
    private static func slot(_ key: SIMD4<UInt64>, _ length: Int) -> Int {
        var hash = key[0] &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ key[1]) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ key[2] ^ key[3] << 1) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: (hash ^ UInt64(length)) >> 40) & 511
    }
}
