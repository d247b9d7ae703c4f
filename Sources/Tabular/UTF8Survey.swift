/// What the bytes above ASCII of a text are when they are read as UTF-8.
struct UTF8Survey {
    /// Characters of several bytes.
    private(set) var characters = 0
    /// Bytes that are part of none; one that is cut off at the end is not counted.
    private(set) var stray = 0
    /// Whether the characters, as bytes of Windows-1252, are UTF-8 once more.
    private(set) var isTwice = false

    init(_ sample: UnsafeRawBufferPointer) {
        count(sample)
        isTwice = stray == 0 && characters > 1 && Self.isTwice(sample)
    }

    private init() {}

    private mutating func count(_ sample: UnsafeRawBufferPointer) {
        var rest = sample[...]
        while let start = rest.firstIndex(where: { $0 >= 0x80 }) {
            let left = sample[start...]
            if let length = Self.length(left) {
                characters += 1
                rest = left.dropFirst(length)
            } else {
                if Self.isCut(left) { break }
                stray += 1
                rest = left.dropFirst()
            }
        }
    }

    /// Other charsets write a character of UTF-8 by chance only.
    var isMostlyUTF8: Bool { characters >= 2 && characters >= 2 * stray }

    /// The bytes of the character that begins here; nil when none does.
    private static func length(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
        guard let first = bytes.first, let length = length(first), bytes.count >= length else {
            return nil
        }
        let character = UnsafeRawBufferPointer(rebasing: bytes.prefix(length))
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: character.bindMemory(to: UInt8.self).span)
            return length
        } catch {
            return nil
        }
    }

    private static func length(_ first: UInt8) -> Int? {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }

    private static func isCut(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
        guard let first = bytes.first, let length = length(first), bytes.count < length else {
            return false
        }
        return bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    }

    /// Every character is a byte of Windows-1252, and those bytes are UTF-8; a text without both is of one encoding.
    private static func isTwice(_ sample: UnsafeRawBufferPointer) -> Bool {
        var decoder = TextDecoder(.utf8Twice)
        var once: [UInt8] = []
        decoder.decode(sample, isLast: false) { once.append(contentsOf: $0) }
        guard decoder.invalidCount == 0 else { return false }
        return once.withUnsafeBytes { bytes in
            var survey = UTF8Survey()
            survey.count(bytes)
            return survey.characters > 0 && survey.stray == 0
        }
    }
}
