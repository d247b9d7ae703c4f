import Domain
import Testing

@testable import CommandLine

@Suite struct ShownTextTests {
    @Test func `what would move the cursor is drawn as a sign`() {
        #expect("\u{1B}[2JZoé\r".shown() == "␛[2JZoé␍")
        #expect("a\u{9B}b\u{7F}".shown() == "a\u{FFFD}b\u{FFFD}")
        #expect("Zoé – 🙂".shown() == "Zoé – 🙂")
    }

    @Test func `lines of ours stay lines, and a cell is one`() {
        #expect("a\nb".shown(lines: true) == "a\nb")
        #expect("a\nb".shown() == "a␊b")

        let table = Table(headings: ["name"], rows: [["a\r\nb"]])

        #expect(table.text(width: 80) == "name\n────\na␍␊b\n")
    }

    @Test func `a language is one that is spoken`() throws {
        #expect(throws: VerbWords.Fault.self) {
            try VerbWords(["--language", "de"], fields: [])
        }
        #expect(try VerbWords(["--language", "en"], fields: []).language == .en)
    }
}
