/// A first line `sep=;`, with which a file tells a spreadsheet its delimiter.
struct DelimiterDeclaration {
    let delimiter: UInt8
    /// With its line end, in bytes.
    let size: Int

    /// Nil when the text starts otherwise.
    init?(firstBytes bytes: UnsafeRawBufferPointer) {
        let quoted = bytes.first == UInt8(ascii: "\"")
        let word = "sep=".utf8
        let start = quoted ? 1 : 0
        guard bytes.dropFirst(start).starts(with: word), bytes.count > start + word.count else {
            return nil
        }
        delimiter = bytes[start + word.count]
        // No letter parts cells, nor does a digit: the reader fills a last word with letters.
        guard delimiter < 0x80, ![0x00, 0x0A, 0x0D, 0x22].contains(delimiter),
            !Character(UnicodeScalar(delimiter)).isLetter,
            !Character(UnicodeScalar(delimiter)).isNumber
        else { return nil }
        var end = start + word.count + 1
        if quoted {
            guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
            end += 1
        }
        guard end < bytes.count else {
            size = end
            return
        }
        guard bytes[end] == 0x0A || bytes[end] == 0x0D else { return nil }
        let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
        size = end + (isPair ? 2 : 1)
    }
}
