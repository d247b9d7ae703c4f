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
