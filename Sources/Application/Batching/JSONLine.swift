/// One line that is a JSON object, taken apart into its members without reading their values.
///
/// The whole line is checked, nested values too; a fault knows its place. Values are read later, by who knows their type.
struct JSONLine {
    struct Member {
        /// Without its quotes, as written; a name with escapes is no field of any command.
        let name: String
        /// Where the name's opening quote and where the value stand in the line.
        let namePlace: Int
        let value: Range<Int>
    }

    let bytes: [UInt8]
    private(set) var members: [Member] = []

    /// What is wrong with a line, and at which byte.
    struct Fault: Error {
        enum Kind {
            case unexpected, unfinished, writtenTwice, notUTF8, tooDeep
        }
        let kind: Kind
        let place: Int
    }

    init(_ bytes: [UInt8]) throws(Fault) {
        self.bytes = bytes
        var scanner = JSONScanner(bytes)
        members.reserveCapacity(4)
        try scanner.skip(past: UInt8(ascii: "{"))
        if !scanner.skipIfNext(UInt8(ascii: "}")) {
            repeat { try scanMember(&scanner) } while scanner.skipIfNext(UInt8(ascii: ","))
            try scanner.skip(past: UInt8(ascii: "}"))
        }
        try scanner.expectEnd()
    }

    private mutating func scanMember(_ scanner: inout JSONScanner) throws(Fault) {
        let written = try scanner.string()
        let inside = bytes[written.lowerBound + 1..<written.upperBound - 1]
        let name = String(decoding: inside, as: UTF8.self)
        guard !members.contains(where: { $0.name == name }) else {
            throw Fault(kind: .writtenTwice, place: written.lowerBound)
        }
        try scanner.skip(past: UInt8(ascii: ":"))
        let value = try scanner.value()
        members.append(Member(name: name, namePlace: written.lowerBound, value: value))
    }

    func member(_ name: String) -> Member? {
        members.first { $0.name == name }
    }

    /// A member's value when it is a string that is written without escapes, which is how almost all are; nil otherwise.
    ///
    /// Nil too for a text that is long or holds a control character: the decoder tells what is wrong with it.
    func plainText(_ name: String) -> String? {
        guard let value = member(name)?.value, bytes[value.lowerBound] == UInt8(ascii: "\"") else {
            return nil
        }
        let inside = bytes[value.lowerBound + 1..<value.upperBound - 1]
        guard inside.count <= FormTexts.limit else { return nil }
        var before: UInt8 = 0
        for byte in inside {
            if byte == UInt8(ascii: "\\") || byte == 0x7f { return nil }
            if before == 0xc2, byte < 0xa0 { return nil }
            before = byte
        }
        return String(decoding: inside, as: UTF8.self)
    }

    /// The object again, without some of its members.
    func without(_ names: [String]) -> [UInt8] {
        var object: [UInt8] = [UInt8(ascii: "{")]
        for member in members where !names.contains(member.name) {
            if object.count > 1 { object.append(UInt8(ascii: ",")) }
            object += bytes[member.namePlace..<member.value.upperBound]
        }
        object.append(UInt8(ascii: "}"))
        return object
    }

    /// The column of a byte, in characters from 1, as editors count.
    static func column(of place: Int, in bytes: [UInt8]) -> Int {
        bytes.prefix(place).count { $0 & 0xc0 != 0x80 } + 1
    }
}
