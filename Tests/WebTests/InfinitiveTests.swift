import Application
import Domain
import Testing

@testable import Web

@Suite struct InfinitiveTests {
    @Test(arguments: [
        ("publishes a price grid from a day on", "Publish a price grid from a day on"),
        ("verifies a document by its code", "Verify a document by its code"),
        ("closes the till for a day", "Close the till for a day"),
        ("decides on an application, and issues the voucher", "Decide on an application"),
        ("the sales journal", "The sales journal"),
    ])
    func `a title says what is done`(summary: String, title: String) {
        #expect(Infinitive.of(Phrase(fr: "", en: summary), in: .en) == title)
    }

    @Test(arguments: [
        ("reçoit un don", "Recevoir un don"), ("prépare un enlèvement", "Préparer un enlèvement"),
        ("rejette une proposition, ou retire la sienne", "Rejeter une proposition"),
        ("décrit un appareil ; ce qui n'est pas dit reste", "Décrire un appareil"),
        ("le journal des ventes", "Le journal des ventes"),
    ])
    func `a title in French has its verb as dictionaries give it`(summary: String, title: String) {
        #expect(Infinitive.of(Phrase(fr: summary, en: ""), in: .fr) == title)
    }

    @Test func `every command is headed by an infinitive in French`() {
        for entry in Catalogue.commands {
            let verb = Infinitive.of(entry.summary, in: .fr).prefix { $0 != " " }

            #expect(
                ["er", "ir", "re"].contains { verb.hasSuffix($0) },
                "\(entry.name): \(verb)"
            )
        }
    }

    @Test func `the chapters hold everything that can be done and asked, once`() {
        let commands = Catalogue.chapters.flatMap(\.commands).map(\.name)
        let questions = Catalogue.chapters.flatMap(\.questions).map(\.name)

        #expect(commands.sorted() == Catalogue.commands.map(\.name).sorted())
        #expect(questions.sorted() == Catalogue.questions.map(\.name).sorted())
    }
}
