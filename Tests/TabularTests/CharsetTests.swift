import Tabular
import Testing

@Suite struct CharsetTests {
    static let french =
        "Nom;État;Remarque\r\nÉcran;abîmé;déjà réparé, prêté à François\r\nPC;reçu;N° 12\r\n"

    @Test(
        arguments: [
            (Charset.windows1252, [0xC9, 0x63, 0x72, 0xE0, 0xE9, 0xE7, 0xEA] as [UInt8]),
            (.macRoman, [0x83, 0x63, 0x72, 0x88, 0x8E, 0x8D, 0x90]),
            (.dos850, [0x90, 0x63, 0x72, 0x85, 0x82, 0x87, 0x88]),
            (.latin9, [0xC9, 0xBD, 0xE9, 0xE0, 0xA4]),
            (.utf8, Array("Écran à côté".utf8)),
            (.utf8, Array("plain".utf8)),
            (.utf8, [0xEF, 0xBB, 0xBF, 0x61]),
            (.utf16LittleEndian, [0x61, 0, 0x3B, 0, 0xE9, 0]),
            (.utf16BigEndian, [0, 0x61, 0, 0x3B, 0, 0xE9]),
            (.utf16LittleEndian, [0xFF, 0xFE, 0xE9, 0]),
            (.utf8, Array("coupé é".utf8).dropLast()),
        ]
    )
    func `a charset is told from French bytes`(charset: Charset, bytes: [UInt8]) {
        #expect(bytes.withUnsafeBytes { Charset.detect($0) } == charset)
    }

    private static let stray: [([UInt8], Charset)] = [
        (bytes("Modèle;N° de série\nray", 0xE9, 0x0A), .utf8),
        (bytes("", 0xE9, 0x0A) + bytes("Écran;Modèle;série"), .utf8),
        (bytes("Modèle;N° de série\n", 0xC3, 0x0A) + bytes("été"), .utf8),
        // Two letters of Windows that would be one of UTF-8, among many that would not.
        (bytes("", 0xE9, 0xE8, 0x0A, 0xE0, 0x0A, 0xC9, 0xBB, 0x0A, 0xE7, 0x61, 0xEA), .windows1252),
        (bytes("R", 0xC9, 0xBB, 0x20, 0xE9, 0x0A), .windows1252),
    ]

    private static func bytes(_ text: String, _ more: UInt8...) -> [UInt8] {
        Array(text.utf8) + more
    }

    @Test(arguments: stray)
    func `a stray byte does not make another charset of a text`(bytes: [UInt8], charset: Charset) {
        #expect(bytes.withUnsafeBytes { Charset.detect($0) } == charset)
    }

    @Test(arguments: [
        "Modèle;N° de série\nLatitude 5490;KH01\n", "Écran à côté;œuvre;€ 12;Noël\n", "Île;ça;à\n",
    ])
    func `text that was encoded twice is decoded twice`(text: String) throws {
        let twice = try #require(Self.twice(text))
        for piece in [1, 2, 3, twice.count] {
            var decoder = TextDecoder(twice.withUnsafeBytes { Charset.detect($0) })
            var decoded: [UInt8] = []
            for start in stride(from: 0, to: twice.count, by: piece) {
                let part = Array(twice[start..<min(start + piece, twice.count)])
                part.withUnsafeBytes { bytes in
                    decoder.decode(bytes, isLast: start + piece >= twice.count) {
                        decoded += Array($0)
                    }
                }
            }

            #expect(decoder.charset == .utf8Twice)
            #expect(String(decoding: decoded, as: UTF8.self) == text)
        }
    }

    @Test func `a mark that was encoded with its text goes with it`() throws {
        let twice = try #require(Self.twice("\u{FEFF}Modèle;série"))

        #expect(decoded(twice, .utf8Twice) == Array("Modèle;série".utf8))
        #expect(decoded([0xEF, 0xBB, 0xBF] + twice, .utf8Twice) == Array("Modèle;série".utf8))
    }

    @Test(arguments: [1, 2, 3, 4])
    func `a text in small pieces loses nothing at its start`(piece: Int) {
        let bytes = Array("abcdefgh".utf8)
        var decoder = TextDecoder(.utf8)
        var decoded: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: piece) {
            Array(bytes[start..<min(start + piece, bytes.count)]).withUnsafeBytes { part in
                decoder.decode(part, isLast: start + piece >= bytes.count) { decoded += Array($0) }
            }
        }

        #expect(decoded == bytes)
    }

    @Test(arguments: [
        "Modèle;N° de série", "plain", "Ã la carte;É", "SÃO PAULO;série", "½Â;série",
    ])
    func `text that was encoded once stays as it is`(text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { Charset.detect($0) } == .utf8)
    }

    @Test(arguments: [Charset.utf8, .utf16LittleEndian, .utf16BigEndian])
    func `a second mark at the start goes with the first`(charset: Charset) {
        let mark: [UInt8] =
            switch charset {
            case .utf16LittleEndian: [0xFF, 0xFE]
            case .utf16BigEndian: [0xFE, 0xFF]
            default: [0xEF, 0xBB, 0xBF]
            }
        let text: [UInt8] =
            switch charset {
            case .utf16LittleEndian: [0x61, 0, 0x62, 0]
            case .utf16BigEndian: [0, 0x61, 0, 0x62]
            default: [0x61, 0x62]
            }

        #expect(decoded(mark + mark + text, charset) == [0x61, 0x62])
        #expect(decoded(mark + mark, charset) == [])
    }

    private func decoded(_ bytes: [UInt8], _ charset: Charset) -> [UInt8] {
        var decoder = TextDecoder(charset)
        var decoded: [UInt8] = []
        bytes.withUnsafeBytes { bytes in
            decoder.decode(bytes, isLast: true) { decoded += Array($0) }
        }
        return decoded
    }

    /// UTF-8 read as Windows-1252 and written as UTF-8 again.
    private static func twice(_ text: String) -> [UInt8]? {
        var once = TextDecoder(.windows1252)
        var twice: [UInt8] = []
        Array(text.utf8).withUnsafeBytes { bytes in
            once.decode(bytes, isLast: true) { twice += Array($0) }
        }
        return once.invalidCount == 0 ? twice : nil
    }

    @Test func `a byte without meaning is counted, placed and never replaced`() {
        var decoder = TextDecoder(.windows1252)
        var decoded: [UInt8] = []
        ([0x61, 0x81, 0x62] as [UInt8]).withUnsafeBytes { bytes in
            decoder.decode(bytes, isLast: true) { decoded += Array($0) }
        }

        #expect(decoded == [0x61, 0xFF, 0x62])
        #expect(decoder.firstInvalidOffset == 1)
        #expect(decoder.invalidCount == 1)
    }

    @Test(
        arguments: [
            ("a;b\n1,5;2\n", ";"), ("a,b\n1,2\n", ","), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"),
            ("a:b:c\n1:2:3\n4:5:6\n", ":"), ("titre\n\na;b;c\n1;2;3\n", ";"),
            ("nom,heure\nx,10:00\ny,11:00\n", ","), ("sep=|\na;b|c\n", "|"), ("seul\n", ","),
        ]
    )
    func `a delimiter is told from the records`(text: String, delimiter: String) {
        let found = Array(text.utf8).withUnsafeBytes { Delimiter.detect($0).delimiter }

        #expect(String(UnicodeScalar(found)) == delimiter)
    }

    @Test func `backslashes before quotes are told from paths`() {
        func escapes(_ text: String) -> Bool {
            Array(text.utf8).withUnsafeBytes { Delimiter.detect($0).escapesWithBackslash }
        }

        #expect(escapes(#""24\" wide","b""# + "\n"))
        #expect(!escapes(#""C:\dir\","b""# + "\n"))
    }
}
