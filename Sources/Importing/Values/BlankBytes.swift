/// The spaces of Unicode, which people do not see: those of typographers (U+2000–U+200A, U+202F, U+3000), those that do not break
/// a line, and those without width.
enum BlankBytes {
    private static let signs: [[UInt8]] =
        [
            [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x81, 0x9F], [0xE2, 0x81, 0xA0],
            [0xE3, 0x80, 0x80],
        ]
        + [[0xEF, 0xBB, 0xBF]] + (0x80...0x8B).map { [0xE2, 0x80, $0] }

    private static let lastBytes: Set<UInt8> = Set(signs.compactMap(\.last))

    /// How many bytes the space has with which these begin; nil when they begin with something else.
    static func opening(_ bytes: some Collection<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        guard first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF else { return nil }
        return signs.first { bytes.starts(with: $0) }?.count
    }

    /// The same at their end.
    static func closing(_ bytes: some BidirectionalCollection<UInt8>) -> Int? {
        guard let last = bytes.last, lastBytes.contains(last) else { return nil }
        return signs.first { bytes.suffix($0.count).elementsEqual($0) }?.count
    }

    /// The text with a plain space for each of them.
    static func plain(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 >= 0x80 }) else { return text }
        var plain: [UInt8] = []
        var index = 0
        while index < text.count {
            let width = text[index] >= 0x80 ? opening(text[index...]) : nil
            plain.append(width == nil ? text[index] : 0x20)
            index += width ?? 1
        }
        return plain
    }
}

extension LentBytes {
    /// Without the spaces, tabs, line ends and other blanks around.
    var trimmed: LentBytes {
        var start = 0
        var end = count
        while start < end {
            if self[start] <= 0x20 {
                start += 1
            } else if self[start] >= 0x80, let width = BlankBytes.opening(self[start..<end]) {
                start += width
            } else {
                break
            }
        }
        while start < end {
            if self[end - 1] <= 0x20 {
                end -= 1
            } else if self[end - 1] >= 0x80, let width = BlankBytes.closing(self[start..<end]) {
                end -= width
            } else {
                break
            }
        }
        return LentBytes(rebasing: self[start..<end])
    }
}
