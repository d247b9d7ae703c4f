/// Takes out of a text what a terminal obeys instead of printing it: colours, titles, and every control that is no white space.
///
/// What a shell writes into a file beside a program's words must neither become part of a serial number nor reach the terminal of
/// whoever reads it later.
public enum TerminalCodes {
    /// The text itself, nearly always.
    public static func removed(from text: [UInt8]) -> [UInt8] {
        guard holdsAny(text) else { return text }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            if text[place] == escape {
                place = end(ofSequence: place + 1, in: text)
            } else if isHighControl(place, in: text) {
                place = end(openedBy: text[place + 1] - 0x40, place + 2, in: text)
            } else {
                if !isControl(text[place]) { plain.append(text[place]) }
                place += 1
            }
        }
        return plain
    }

    public static func removed(from text: String) -> String {
        let bytes = Array(text.utf8)
        return holdsAny(bytes) ? String(decoding: removed(from: bytes), as: UTF8.self) : text
    }

    private static let escape: UInt8 = 0x1B
    private static let bell: UInt8 = 0x07
    /// In bytes; no title of a window is longer.
    private static let longest = 4096

    private static func holdsAny(_ text: [UInt8]) -> Bool {
        text.indices.contains { isControl(text[$0]) || isHighControl($0, in: text) }
    }

    /// White space and line ends stay; they part what programs print.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 ? !(0x09...0x0D).contains(byte) : byte == 0x7F
    }

    /// U+0080 to U+009F, among them the introducers that stand for an escape and a sign.
    private static func isHighControl(_ place: Int, in text: [UInt8]) -> Bool {
        text[place] == 0xC2 && place + 1 < text.count && (0x80...0x9F).contains(text[place + 1])
    }

    /// Where the text goes on behind an escape; one that opens nothing known goes alone.
    private static func end(ofSequence place: Int, in text: [UInt8]) -> Int {
        guard place < text.count else { return place }
        let sign = text[place]
        if "[]PX^_".utf8.contains(sign) { return end(openedBy: sign, place + 1, in: text) }
        // A charset, with one sign more.
        if "()*+".utf8.contains(sign) { return min(place + 2, text.count) }
        return "78=>cDEHM\\".utf8.contains(sign) ? place + 1 : place
    }

    private static func end(openedBy sign: UInt8, _ place: Int, in text: [UInt8]) -> Int {
        switch sign {
        case UInt8(ascii: "["): endOfCommand(place, in: text) ?? place
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
            UInt8(ascii: "_"):
            endOfTitle(place, in: text) ?? place
        default: place
        }
    }

    /// `0;32m`: figures, then one letter; nil when it is something else.
    private static func endOfCommand(_ start: Int, in text: [UInt8]) -> Int? {
        let rest = text[start...].prefix(64).drop { (0x30...0x3F).contains($0) || $0 == 0x20 }
        guard let last = rest.first, (0x40...0x7E).contains(last) else { return nil }
        return rest.startIndex + 1
    }

    /// Up to a bell or to its own closing sign, on the same line.
    private static func endOfTitle(_ start: Int, in text: [UInt8]) -> Int? {
        for place in start..<min(start + longest, text.count) {
            switch text[place] {
            case bell: return place + 1
            case escape where place + 1 < text.count && text[place + 1] == UInt8(ascii: "\\"):
                return place + 2
            case 0xC2 where place + 1 < text.count && text[place + 1] == 0x9C: return place + 2
            case 0x0A, 0x0D: return nil
            default: continue
            }
        }
        return nil
    }
}

extension JSONTree {
    /// The same with no text in it that a terminal would obey; JSON can write such signs in letters.
    public var withoutTerminalCodes: JSONTree {
        switch self {
        case .string(let text): .string(TerminalCodes.removed(from: text))
        case .array(let items): .array(items.map(\.withoutTerminalCodes))
        case .object(let members):
            .object(
                members.map { member in
                    Member(
                        name: TerminalCodes.removed(from: member.name),
                        value: member.value.withoutTerminalCodes
                    )
                }
            )
        case .null, .bool, .number: self
        }
    }
}
