/// Takes UTF-8 back that was taken for Windows-1252 and encoded again: each character was a byte.
struct UTF8TwiceDecoder {
    /// The bytes of a character that is not complete.
    private var open: [UInt8] = []
    /// The first bytes of the text while they may be a mark, which was encoded with it.
    private var start: [UInt8]? = []

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Takes one byte, and puts those that it completes; nil for a character that was no byte.
    mutating func take(_ byte: UInt8, put: (UInt8?) -> Void) {
        if byte & 0xC0 == 0x80, !open.isEmpty {
            open.append(byte)
        } else {
            if !open.isEmpty { put(nil) }
            open = [byte]
        }
        guard let length = Self.length(open[0]) else {
            open = []
            return put(nil)
        }
        guard open.count == length else { return }
        let scalar = String(decoding: open, as: UTF8.self).unicodeScalars.first
        open = []
        guard let scalar, scalar != "\u{FEFF}" else { return }
        guard let byte = Self.byte(scalar) else {
            finish(put: put)
            return put(nil)
        }
        pass(byte, put)
    }

    /// Puts what was held back at the end of the text.
    mutating func finish(put: (UInt8?) -> Void) {
        if !open.isEmpty { put(nil) }
        open = []
        for byte in start ?? [] { put(byte) }
        start = nil
    }

    private mutating func pass(_ byte: UInt8, _ put: (UInt8?) -> Void) {
        guard let held = start else { return put(byte) }
        let bytes = held + [byte]
        if bytes == Self.mark {
            start = []
        } else if Self.mark.starts(with: bytes) {
            start = bytes
        } else {
            start = nil
            for byte in bytes { put(byte) }
        }
    }

    private static func length(_ first: UInt8) -> Int? {
        switch first {
        case 0..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }

    /// Windows takes bytes that mean nothing for controls.
    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        return CharsetTables.windows1252.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
    }
}
