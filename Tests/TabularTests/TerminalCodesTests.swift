import Tabular
import Testing

@Suite struct TerminalCodesTests {
    @Test(arguments: [
        ("PF1ANSI77\u{1B}[0m", "PF1ANSI77"), ("\u{1B}[1;32mok\u{1B}[m", "ok"),
        ("\u{1B}]0;owned\u{7}PF1", "PF1"), ("\u{1B}]8;;http://x\u{1B}\\PF1", "PF1"),
        ("\u{9B}31mPF1\u{9B}0m", "PF1"), ("\u{9D}0;t\u{9C}PF1", "PF1"), ("\u{1B}(BPF1", "PF1"),
        ("\u{1B}PF1", "F1"), ("P\u{8}F\u{7F}1\u{85}", "PF1"), ("\u{1B}7PF1\u{1B}8", "PF1"),
        ("PF1\u{1B}", "PF1"), ("PF1\u{1B}[", "PF1"),
        ("\u{1B}]0;never closed\nPF1", "0;never closed\nPF1"),
    ])
    func `what a terminal obeys is no text`(said: String, plain: String) {
        #expect(TerminalCodes.removed(from: said) == plain)
    }

    @Test(arguments: [
        "PF1[0m", "a\tb\r\nc", "Société à Évry – 8 € ½ 日本", "[31m", "\u{A0}x\u{AD}", "Â\u{9}›",
        "",
    ])
    func `every other text stays as it is`(text: String) {
        #expect(TerminalCodes.removed(from: text) == text)
    }

    @Test func `signs that JSON writes in letters go too`() throws {
        var reader = JSONReader(
            Array(#"{"a\u0007": ["PF1\u001b[0m", 1, {"b": "\u001b]0;x\u0007y"}]}"#.utf8)
        )

        let plain = try reader.documents().map(\.withoutTerminalCodes)

        #expect(plain.first?["a"]?.items.first?.text == "PF1")
        #expect(plain.first?["a"]?.items.last?["b"]?.text == "y")
    }
}
