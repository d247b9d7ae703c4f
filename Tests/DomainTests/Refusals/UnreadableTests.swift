import Domain
import Testing

@Suite struct UnreadableTests {
    private let name = Phrase(fr: "un nom", en: "a name")

    @Test(arguments: [(Language.fr, "Il manque : un nom."), (.en, "Missing: a name.")])
    func `of an empty text it is said what is missing`(language: Language, sentence: String) {
        #expect(Unreadable("", expected: name).sentence(in: language) == sentence)
    }

    @Test func `of any other text it is said what was written and where it is wrong`() {
        let sentence = Unreadable("7", at: 1, expected: name).sentence(in: .en)

        #expect(sentence == "\"7\" cannot be read (character 1): a name.")
    }
}
