/// Turns bytes of any ``Charset`` into UTF-8 as they arrive, in one buffer that is used again.
///
/// UTF-8 passes through untouched, without its mark; the reader of the text checks it. A byte that means nothing in its
/// charset is counted, and passed on as 0xFF, which is never UTF-8: whoever reads the text will refuse that place and say
/// where it is. Nothing is replaced silently.
public struct TextDecoder: ~Copyable {
    public let charset: Charset
    /// How many bytes (in UTF-16, units) meant nothing.
    public private(set) var invalidCount = 0
    /// The place of the first of them in the file, counted from 0.
    public private(set) var firstInvalidOffset: Int?

    private let table: [Unicode.Scalar]
    private var output: [UInt8] = []
    private var tail: [UInt8] = []
    private var offset = 0
    private var isPastMark = false
    /// How many bytes the marks at the start have.
    private var markBytes = 0
    private var twice = UTF8TwiceDecoder()

    public init(_ charset: Charset) {
        self.charset = charset
        table = charset.table ?? []
        output.reserveCapacity(1 << 16)
    }

    /// Decodes the next bytes and lends them as UTF-8, in one or more pieces.
    ///
    /// - Throws: What `body` throws, and nothing else.
    public mutating func decode<Failure: Error>(
        _ bytes: UnsafeRawBufferPointer,
        isLast: Bool,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        guard isPastMark else { return try decodeFirst(bytes, isLast: isLast, body) }
        guard charset != .utf8 else {
            offset += bytes.count
            return try body(bytes)
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(1 << 15)
            rest = rest.dropFirst(piece.count)
            output.removeAll(keepingCapacity: true)
            convert(piece)
            try lend(body)
        }
        if isLast, charset == .utf8Twice { try finishTwice(body) }
        guard isLast, !tail.isEmpty else { return }
        output.removeAll(keepingCapacity: true)
        reject(at: offset - tail.count)
        tail = []
        try lend(body)
    }

    private func lend<Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try output.span.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) throws(Failure) in
            try body(bytes)
        }
    }

    /// Waits until the mark can be told, then drops it, and those behind it.
    private mutating func decodeFirst<Failure: Error>(
        _ bytes: UnsafeRawBufferPointer,
        isLast: Bool,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let mark = charset.byteOrderMark
        let taken = min(bytes.count, mark.count - tail.count)
        tail.append(contentsOf: bytes.prefix(taken))
        let rest = bytes.dropFirst(taken)
        guard tail.count >= mark.count || isLast else { return }
        if !mark.isEmpty, tail == mark {
            // Programs that join files leave a mark of each.
            markBytes += mark.count
            tail = []
            return try decode(
                UnsafeRawBufferPointer(rebasing: rest),
                isLast: isLast,
                body
            )
        }
        isPastMark = true
        let first = tail
        offset = markBytes
        tail = []
        try first.span.withUnsafeBytes { (start: UnsafeRawBufferPointer) throws(Failure) in
            try decode(start, isLast: isLast && taken == bytes.count, body)
        }
        try decode(
            UnsafeRawBufferPointer(rebasing: bytes.dropFirst(taken)),
            isLast: isLast,
            body
        )
    }

    private mutating func convert(_ piece: Slice<UnsafeRawBufferPointer>) {
        switch charset {
        case .utf8: output.append(contentsOf: piece)
        case .utf8Twice: convertTwice(piece)
        case .utf16LittleEndian: convertWide(piece, isBigEndian: false)
        case .utf16BigEndian: convertWide(piece, isBigEndian: true)
        case .windows1252, .latin9, .macRoman, .dos850: convertNarrow(piece)
        }
        offset += piece.count
    }

    private mutating func convertNarrow(_ piece: Slice<UnsafeRawBufferPointer>) {
        for (place, byte) in piece.enumerated() {
            guard byte >= 0x80 else {
                output.append(byte)
                continue
            }
            let scalar = table[Int(byte - 0x80)]
            if scalar.value == 0 { reject(at: offset + place) } else { append(scalar) }
        }
    }

    private mutating func convertTwice(_ piece: Slice<UnsafeRawBufferPointer>) {
        var lost: [Int] = []
        for (place, byte) in piece.enumerated() {
            twice.take(byte) { byte in
                output.append(byte ?? 0xFF)
                if byte == nil { lost.append(offset + place) }
            }
        }
        for place in lost { count(at: place) }
    }

    private mutating func finishTwice<Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        output.removeAll(keepingCapacity: true)
        twice.finish { output.append($0 ?? 0xFF) }
        if !output.isEmpty { try lend(body) }
    }

    private mutating func convertWide(
        _ piece: Slice<UnsafeRawBufferPointer>,
        isBigEndian: Bool
    ) {
        let start = offset - tail.count
        let bytes = tail + Array(piece)
        func unit(_ place: Int) -> UInt16 {
            let first = UInt16(bytes[place])
            let second = UInt16(bytes[place + 1])
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var place = 0
        while place + 1 < bytes.count {
            let head = unit(place)
            if UTF16.isLeadSurrogate(head) {
                guard place + 3 < bytes.count else { break }
                let trail = unit(place + 2)
                if UTF16.isTrailSurrogate(trail) {
                    let high = UInt32(head & 0x3FF) << 10
                    append(Unicode.Scalar(0x10000 + (high | UInt32(trail & 0x3FF))) ?? " ")
                    place += 4
                    continue
                }
            }
            if let scalar = Unicode.Scalar(head) {
                append(scalar)
            } else {
                reject(at: start + place)
            }
            place += 2
        }
        tail = Array(bytes[place...])
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        output.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
    }

    private mutating func reject(at place: Int) {
        count(at: place)
        output.append(0xFF)
    }

    private mutating func count(at place: Int) {
        invalidCount += 1
        if firstInvalidOffset == nil { firstInvalidOffset = place }
    }
}

extension TextDecoder {
    /// A whole file as UTF-8, whatever its charset: Windows' shell writes UTF-16 where a program's words are redirected to a file.
    ///
    /// Fields that firmware fills up with NUL are filled up with spaces: no text of the database holds a NUL.
    public static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        bytes.withUnsafeBytes { bytes in
            let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 18))
            var decoder = TextDecoder(Charset.detect(sample, toleratesStray: false))
            decoder.decode(bytes, isLast: true) { piece in
                text.append(contentsOf: piece)
            }
        }
        text.withUnsafeMutableBufferPointer { text in
            for index in text.indices where text[index] == 0 { text[index] = UInt8(ascii: " ") }
        }
        return text
    }
}
