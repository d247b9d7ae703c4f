import Application
import ArgumentParser
import Domain

/// `moulin setup`: an organisation begins.
struct SetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract: "Begins your workshop: its name, and you as its first person."
    )

    @OptionGroup var options: SessionOptions
    @Option(help: "Name of the organisation.") var name: String
    @Option(help: "A line of its address; give it several times.") var address: [String] = []
    @Option(help: "SIREN, nine digits.") var siren: String?
    @Option(help: "What it is for, as receipts print it.") var object: String?
    @Flag(
        help:
            "The organisation may issue tax receipts: an association of general interest, on its own assessment."
    )
    var receipts = false
    @Option(help: "Title of the person who signs receipts, such as trésorier.") var signerTitle:
        String?
    @Option(help: "Your own name.") var person: String

    func run() async throws {
        let session = try Session(options)
        let founding = WorkshopFounding(
            name: name,
            address: address,
            siren: siren,
            object: object,
            login: options.login ?? Installation.systemUser,
            person: person,
            language: session.language,
            issuesReceipts: receipts,
            signerTitle: signerTitle
        )
        let isNew = try await session.install { () throws(InstallationFailure) in
            try await session.installation.begin(founding)
        }
        let begun = Phrase(fr: "« \(name) » est prêt.", en: "\"\(name)\" is ready.")
        let existed = Phrase(
            fr: "Une organisation existe déjà ; rien ne change.",
            en: "An organisation exists already; nothing changes."
        )
        Terminal.say((isNew ? begun : existed).text(in: session.language))
    }
}
