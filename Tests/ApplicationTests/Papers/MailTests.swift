import Cluster
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

@testable import Application

@Suite struct MailTests {
    private func postman(_ town: Town, _ url: String) async -> Postman {
        let settings = MailSettings(url: url, from: "dons@moulin.example", requiresTLS: false)
        return Postman(town.application, town.drawer(), settings)
    }

    /// A person with an address who said yes to papers by mail, and their laptop, by the gift's number.
    private func consentingGift(_ town: Town, language: Language = .fr) async throws -> (
        donor: Int64, gift: Int64
    ) {
        try await town.valuationGrid(laptopCents: 9_000)
        let donor = try await town.donor(.individual, name: "Éloïse Brûlé")
        let changed = ChangeDonor(donor: donor, email: "eloise@example.org", language: language)
        _ = try await town.application.perform(changed, as: town.ana)
        let consent = RecordDonorConsent(
            donor: donor,
            purpose: "papers",
            given: true,
            how: "guichet"
        )
        _ = try await town.application.perform(consent, as: town.ana)
        return (donor, try await town.laptopOfAnIndividual(from: donor))
    }

    @Test func `a receipt leaves by mail for who asked for it, with its paper attached`()
        async throws
    {
        try await Town.with { town in
            let sink = try MailSink()
            defer { sink.stop() }
            let (_, gift) = try await consentingGift(town)
            let receipt = try await town.application.perform(
                IssueReceipt(donation: gift),
                as: town.ana
            )
            let waiting = try await town.application.ask(ListLetters(openOnly: true), as: town.ana)

            let round = try await postman(town, sink.url).send(as: town.ana)
            let again = try await postman(town, sink.url).send(as: town.ana)
            let after = try await town.application.ask(ListLetters(openOnly: true), as: town.ana)
            let message = try #require(sink.messages.first)

            #expect(waiting.rows.map(\.document) == [receipt.document])
            #expect(round == Postman.Round(sent: 1))
            #expect(again == Postman.Round())
            #expect(after.rows == [])
            #expect(sink.messages.count == 1)
            #expect(message.contains("To: =?utf-8?B?"))
            #expect(message.contains("<eloise@example.org>"))
            #expect(message.contains("filename=\"\(receipt.document).pdf\""))
            #expect(message.contains("JVBERi0"))
            #expect(!message.contains("Éloïse"))
        }
    }

    @Test func `what is put off comes again under the same Message-ID`() async throws {
        try await Town.with { town in
            let sink = try MailSink(refusing: 1)
            defer { sink.stop() }
            let (_, gift) = try await consentingGift(town)
            _ = try await town.application.perform(IssueReceipt(donation: gift), as: town.ana)

            let first = try await postman(town, sink.url).send(as: town.ana)
            let early = try await postman(town, sink.url).send(as: town.ana)
            try await town.makeLettersDue()
            let second = try await postman(town, sink.url).send(as: town.ana)

            #expect(first == Postman.Round(postponed: 1))
            #expect(early == Postman.Round())
            #expect(second == Postman.Round(sent: 1))
            #expect(sink.attempts.count == 2)
            #expect(Set(sink.attempts).count == 1)
        }
    }

    @Test func `a server that is not there puts the letter off and loses nothing`() async throws {
        try await Town.with { town in
            let (_, gift) = try await consentingGift(town)
            _ = try await town.application.perform(IssueReceipt(donation: gift), as: town.ana)
            let sink = try MailSink()
            let url = sink.url
            sink.stop()

            let round = try await postman(town, url).send(as: town.ana)
            let letters = try await town.application.ask(ListLetters(openOnly: true), as: town.ana)

            #expect(round.postponed == 1)
            #expect(letters.rows.first?.tries == 1)
            #expect(letters.rows.first?.error?.isEmpty == false)
        }
    }

    @Test func `who is opposed, or has no address, is written to by post`() async throws {
        try await Town.with { town in
            let (donor, gift) = try await consentingGift(town)
            let consent = RecordDonorConsent(
                donor: donor,
                purpose: "mail",
                given: false,
                how: "lettre"
            )
            _ = try await town.application.perform(consent, as: town.ana)
            let opposed = try await town.application.ask(ShowDonor(donor: donor), as: town.ana)
            let receipt = try await town.application.perform(
                IssueReceipt(donation: gift),
                as: town.ana
            )
            let company = try await town.valuedGift(1)
            let other = try await town.application.perform(
                IssueReceipt(donation: company),
                as: town.ana
            )

            let letters = try await town.application.ask(ListLetters(), as: town.ana)
            let noAddress = await town.refusal(MailDocument(document: other.document))
            let asked = await town.refusal(MailDocument(document: receipt.document))

            #expect(opposed.donor.isOpposedToMail)
            #expect(letters.rows == [])
            #expect(asked?.code == .mailOpposed)
            #expect(noAddress?.code == .mailAddressMissing)
        }
    }

    @Test func `a letter of a rehearsal is never sent`() async throws {
        try await Town.with { town in
            let (_, gift) = try await consentingGift(town)

            _ = try await town.application.perform(
                IssueReceipt(donation: gift),
                as: town.ana,
                rehearsing: true
            )
            let letters = try await town.application.ask(ListLetters(), as: town.ana)

            #expect(letters.rows == [])
        }
    }

    @Test(arguments: [(Language.fr, "votre document RFE-1"), (.en, "your document RFE-1")])
    func `the letter speaks the donor's language`(language: Language, words: String) {
        let letter = PaperLetter(
            document: "RFE-1",
            kind: .rfe,
            donor: "Val",
            organisation: "Le Moulin",
            language: language
        )

        #expect(letter.subject.contains(words))
        #expect(letter.text.contains("RFE-1") && letter.text.contains("Le Moulin"))
    }

    @Test func `nobody's name can add a header`() {
        let letter = LetterStore.Letter(
            to: "a@example.org",
            name: "Val\r\nBcc: b@example.org",
            subject: "s",
            text: "t",
            document: nil
        )
        let message = MailMessage(
            identifier: "<1@m>",
            from: "m@example.org",
            letter: letter,
            date: "d",
            pdf: nil
        )

        #expect(message.bytes() == nil)
    }

    @Test(arguments: [
        (1, Optional(60)), (2, 240), (3, 960), (6, 61_440), (7, nil), (0, nil),
    ])
    func `each wait is four times the one before, and the last try is the last`(
        tries: Int,
        seconds: Int?
    ) {
        #expect(LetterRules.secondsUntilNextTry(after: tries) == seconds)
    }

    @Test func `the date of a header is universal time`() {
        #expect(MailDate.header(1_791_367_402) == "Wed, 7 Oct 2026 10:03:22 +0000")
    }
}

extension Town {
    /// Lets everything that waits be due now.
    fileprivate func makeLettersDue() async throws {
        let owner = try await database.connect(as: .owner)
        let prologue = ana.prologue(key: secrets.signing, now: 4_000_000_000)
        try await Self.due(owner, prologue)
        await owner.close()
    }

    private static func due(
        _ db: isolated Connection,
        _ prologue: [Query]
    ) throws(PostgresError) {
        try db.transaction(.readWrite, prologue: prologue) { (db) throws(PostgresError) in
            _ = try db.execute("UPDATE core.outbox SET due_at = at")
        }
    }
}
