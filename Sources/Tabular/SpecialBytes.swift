/// Finds the few bytes that end or open cells, eight at a time.
///
/// Special are the delimiter, the quote, and the controls below 0x0E (of which NUL, LF and CR matter). The arithmetic is
/// exact for every byte, so each bit set in the answer is a hit and none is missing.
struct SpecialBytes {
    private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let highs: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let quotes: UInt64 = 0x2222_2222_2222_2222

    let delimiter: UInt8
    private let delimiters: UInt64

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        delimiters = Self.ones &* UInt64(delimiter)
    }

    /// The high bit of each byte of `word` that is special.
    @inline(__always)
    func mask(_ word: UInt64) -> UInt64 {
        let low = word & Self.lows
        // Adding 0x72 carries into the high bit from 0x0E on.
        let controls = low &+ (Self.ones &* 0x72)
        let quotes = ((word ^ Self.quotes) & Self.lows) &+ Self.lows
        let delimiters = ((word ^ delimiters) & Self.lows) &+ Self.lows
        return ~((controls & quotes & delimiters) | word) & Self.highs
    }

    /// The bytes whose high bit is set in `mask`, as one bit each: the lowest bit is the first byte.
    @inline(__always)
    static func places(_ mask: UInt64) -> UInt64 {
        // Each bit is carried by the product to a place of its own in the top byte; none of the sums overlap.
        ((mask >> 7) &* 0x0102_0408_1020_4080) >> 56
    }

    /// The high bit of each byte of `word` above ASCII.
    @inline(__always)
    static func nonASCII(_ word: UInt64) -> UInt64 { word & highs }
}
