import Application
import ArgumentParser
import Domain

/// `moulin mail`: letters of the outbox; `moulin mail send` sends what is due, once.
struct MailCommand: NounCommand {
    static let noun = "mail"
    static let configuration = CommandConfiguration(
        commandName: noun,
        abstract: "Letters: a paper to its donor, what waits; send sends what is due, once."
    )

    @Argument(parsing: .captureForPassthrough, help: "A verb and its words; none lists the verbs.")
    var words: [String] = []

    func run() async throws {
        guard words.first == "send" else {
            try await VerbRun(noun: Self.noun, verbs: verbs).run(words)
            return
        }
        let session = try Session(SessionChoices())
        guard let settings = MailSettings(environment: Environment.all) else {
            let missing = Phrase(
                fr: "MOULIN_SMTP_URL et MOULIN_SMTP_FROM disent par où partent les courriels",
                en: "MOULIN_SMTP_URL and MOULIN_SMTP_FROM say where letters are handed over"
            )
            Terminal.complain(missing.text(in: session.language))
            throw ExitMeaning.wrongUsage.code
        }
        try await session.run { (moulin) throws(Failure) in
            let drawer = DocumentDrawer(
                moulin.application,
                verifyingAt: session.settings.verificationAddress
            )
            let postman = Postman(moulin.application, drawer, settings)
            let round = try await postman.send(as: moulin.speaker)
            let told = Phrase(
                fr:
                    "\(round.sent) partis, \(round.postponed) remis à plus tard, \(round.givenUp) abandonnés",
                en: "\(round.sent) sent, \(round.postponed) postponed, \(round.givenUp) given up"
            )
            Terminal.say(told.text(in: session.language))
        }
    }
}
