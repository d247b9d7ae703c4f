import Domain
import Testing

@Suite struct WasteCodeTests {
    @Test(arguments: [
        ("16 02 13*", "16 02 13*"), ("160213*", "16 02 13*"), ("16.02.14", "16 02 14"),
        ("20-01-33 *", "20 01 33*"), ("\u{A0}16\u{202F}02\u{A0}14", "16 02 14"),
        ("000000", "00 00 00"),
    ])
    func `six digits are a code, however they are set apart`(written: String, text: String) throws {
        #expect(try WasteCode(reading: written).text == text)
    }

    @Test(arguments: [
        "HELLO", "", " ", "*", "16 02", "16 02 1*3", "1602133", "16 02 13**", "١٦٠٢١٣",
    ])
    func `anything else is not`(written: String) {
        #expect(throws: Unreadable.self) { try WasteCode(reading: written) }
    }
}
