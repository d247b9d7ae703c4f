extension Charset {
    /// The charset that a text is most probably written in.
    ///
    /// In this order: text that was encoded twice, a byte order mark, the zero bytes of UTF-16, bytes that are valid UTF-8 but
    /// for a few (a sample may end inside a character), and then the single-byte charset in which the text reads most like
    /// French. Ties go to Windows-1252.
    ///
    /// `sample` is the beginning of the text; some 64 KiB tell enough. Where `toleratesStray` is false, a single byte that is no
    /// UTF-8 tells that none is.
    public static func detect(
        _ sample: UnsafeRawBufferPointer,
        toleratesStray: Bool = true
    ) -> Charset {
        let text = UTF8Survey(sample)
        if text.isTwice { return .utf8Twice }
        if let marked = markedCharset(sample) { return marked }
        if let wide = wideCharset(sample) { return wide }
        if text.stray == 0 || toleratesStray && text.isMostlyUTF8 { return .utf8 }
        var best = (charset: Charset.windows1252, score: Int.min)
        for charset in [Charset.windows1252, .latin9, .macRoman, .dos850] {
            guard let table = charset.table, let score = frenchness(sample, table) else { continue }
            if score > best.score { best = (charset, score) }
        }
        return best.charset
    }

    private static func markedCharset(_ sample: UnsafeRawBufferPointer) -> Charset? {
        [.utf8, .utf16LittleEndian, .utf16BigEndian].first { sample.starts(with: $0.byteOrderMark) }
    }

    /// UTF-16 without a mark: western text has a zero in nearly every second byte.
    private static func wideCharset(_ sample: UnsafeRawBufferPointer) -> Charset? {
        let pairs = min(sample.count, 4096) / 2
        guard pairs >= 2 else { return nil }
        let low = (0..<pairs).count { sample[2 * $0] == 0 }
        let high = (0..<pairs).count { sample[2 * $0 + 1] == 0 }
        if high * 10 >= pairs * 7, low * 10 < pairs { return .utf16LittleEndian }
        if low * 10 >= pairs * 7, high * 10 < pairs { return .utf16BigEndian }
        return nil
    }

    /// How much the bytes above ASCII read like French; nil when one of them means nothing in the table.
    private static func frenchness(
        _ sample: UnsafeRawBufferPointer,
        _ table: [Unicode.Scalar]
    ) -> Int? {
        var score = 0
        var previous: UInt8 = 0x20
        for byte in sample {
            defer { previous = byte }
            guard byte >= 0x80 else { continue }
            let scalar = table[Int(byte - 0x80)]
            guard scalar.value != 0 else { return nil }
            score += weight(scalar, after: previous)
        }
        return score
    }

    private static func weight(_ scalar: Unicode.Scalar, after previous: UInt8) -> Int {
        let isAfterSmallLetter = previous >= 0x61 && previous <= 0x7A
        if "éèàêçôîûùâëïœüöäñ".unicodeScalars.contains(scalar) { return 3 }
        // "sÈrie" is "série" in another charset.
        if "ÉÈÀÊÇÔÎÛÙÂËÏŒ".unicodeScalars.contains(scalar) { return isAfterSmallLetter ? -3 : 2 }
        if scalar == "°" { return previous == UInt8(ascii: "N") || previous == 0x6E ? 3 : 1 }
        if "€’«»–—…“”\u{A0}".unicodeScalars.contains(scalar) { return 1 }
        if "£§µ²³®™½¼×±".unicodeScalars.contains(scalar) { return 0 }
        return scalar.value < 0xA0 ? -5 : -2
    }
}
