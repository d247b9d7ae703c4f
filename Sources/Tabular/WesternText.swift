/// Text of ASCII and of characters of two bytes, which is all of French: quicker to check than all of Unicode.
enum WesternText {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Whether the bytes are such text; false means that a slower look is needed, not that they are no UTF-8.
    static func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var expected: UInt64 = 0
        var start = 0
        while start + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            guard agrees(UInt64(littleEndian: word), &expected) else { return false }
            start += 8
        }
        return agrees(rest(of: bytes, from: start), &expected) && expected == 0
    }

    /// Fewer than eight bytes, with zeros behind them.
    @inline(__always)
    private static func rest(of bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        guard bytes.count >= 8 else {
            return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
        return UInt64(littleEndian: last) >> UInt64((8 - (bytes.count - start)) * 8)
    }

    /// Whether every second byte of a pair stands behind a first, and no other byte above ASCII.
    ///
    /// Works on the high bit of each byte. `expected` is set when the word before ended with the first byte of a pair.
    @inline(__always)
    private static func agrees(_ word: UInt64, _ expected: inout UInt64) -> Bool {
        let high = word & highs
        guard high | expected != 0 else { return true }
        let second = high & ~(word << 1)
        let first = high & (word << 1)
        // Three bytes and more begin with 111; C0 and C1 would be a second way to write ASCII.
        let isLonger = first & (word << 2)
        let isMeaningful = (word & (ones &* 0x1E)) &+ (ones &* 0x7E)
        let follows = first << 8 | expected
        expected = first >> 56
        return second == follows && isLonger == 0 && first & ~isMeaningful == 0
    }
}
