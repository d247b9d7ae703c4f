/// Walks over JSON (RFC 8259) byte by byte, finding where values end and where they are broken.
struct JSONScanner {
    /// No command nests deeper; a bound keeps a hostile line from exhausting the stack.
    static let depthLimit = 32

    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Skips white space and the next byte, which must be this one.
    mutating func skip(past expected: UInt8) throws(JSONLine.Fault) {
        guard skipIfNext(expected) else { throw unexpected() }
    }

    /// Skips white space, and the next byte if it is this one.
    mutating func skipIfNext(_ byte: UInt8) -> Bool {
        skipSpace()
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    mutating func expectEnd() throws(JSONLine.Fault) {
        skipSpace()
        guard place == bytes.count else { throw unexpected() }
    }

    /// Where the next value stands, once it is known to be whole.
    mutating func value() throws(JSONLine.Fault) -> Range<Int> {
        skipSpace()
        guard place < bytes.count else { throw unexpected() }
        let start = place
        switch bytes[place] {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"): try object()
        case UInt8(ascii: "["): try array()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
        return start..<place
    }

    /// Where the next string stands, quotes included.
    mutating func string() throws(JSONLine.Fault) -> Range<Int> {
        skipSpace()
        let start = place
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw unexpected() }
        place += 1
        var isPlain = true
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            if bytes[place] < 0x20 { throw unexpected() }
            if bytes[place] >= 0x80 { isPlain = false }
            if bytes[place] == UInt8(ascii: "\\") { try escape() } else { place += 1 }
        }
        guard place < bytes.count else { throw unexpected() }
        place += 1
        guard isPlain || String(validating: bytes[start..<place], as: UTF8.self) != nil else {
            throw JSONLine.Fault(kind: .notUTF8, place: start)
        }
        return start..<place
    }

    private mutating func escape() throws(JSONLine.Fault) {
        place += 1
        guard place < bytes.count else { throw unexpected() }
        guard bytes[place] == UInt8(ascii: "u") else {
            guard #""\/bfnrt"#.utf8.contains(bytes[place]) else { throw unexpected() }
            place += 1
            return
        }
        place += 1
        for _ in 0..<4 {
            guard place < bytes.count, bytes[place].isHexDigit else {
                throw unexpected()
            }
            place += 1
        }
    }

    private mutating func object() throws(JSONLine.Fault) {
        try deeper()
        if !skipIfNext(UInt8(ascii: "}")) {
            repeat {
                _ = try string()
                try skip(past: UInt8(ascii: ":"))
                _ = try value()
            } while skipIfNext(UInt8(ascii: ","))
            try skip(past: UInt8(ascii: "}"))
        }
        depth -= 1
    }

    private mutating func array() throws(JSONLine.Fault) {
        try deeper()
        if !skipIfNext(UInt8(ascii: "]")) {
            repeat { _ = try value() } while skipIfNext(UInt8(ascii: ","))
            try skip(past: UInt8(ascii: "]"))
        }
        depth -= 1
    }

    private mutating func deeper() throws(JSONLine.Fault) {
        guard depth < Self.depthLimit else { throw JSONLine.Fault(kind: .tooDeep, place: place) }
        depth += 1
        place += 1
    }

    private mutating func word(_ word: StaticString) throws(JSONLine.Fault) {
        for byte in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) {
            guard place < bytes.count, bytes[place] == byte else { throw unexpected() }
            place += 1
        }
    }

    private mutating func number() throws(JSONLine.Fault) {
        _ = skipNow(UInt8(ascii: "-"))
        if !skipNow(UInt8(ascii: "0")) { try digits() }
        if skipNow(UInt8(ascii: ".")) { try digits() }
        if skipNow(UInt8(ascii: "e")) || skipNow(UInt8(ascii: "E")) {
            if !skipNow(UInt8(ascii: "+")) { _ = skipNow(UInt8(ascii: "-")) }
            try digits()
        }
    }

    private mutating func digits() throws(JSONLine.Fault) {
        let start = place
        while place < bytes.count, bytes[place].isDigit { place += 1 }
        guard place > start else { throw unexpected() }
    }

    private mutating func skipNow(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while place < bytes.count, bytes[place].isSpace { place += 1 }
    }

    private func unexpected() -> JSONLine.Fault {
        JSONLine.Fault(kind: place < bytes.count ? .unexpected : .unfinished, place: place)
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0d }
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isHexDigit: Bool {
        isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
    }
}
