import Application
import ArgumentParser
import Domain

/// `moulin demo`: a small town at work, on this machine.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract:
            "Walks a day of a small town through: from donors' lists to families with their papers.",
        discussion: "Run again, it changes nothing and says so."
    )

    @OptionGroup var options: SessionOptions
    @Option(help: "Folder of the donors' files.") var files: String = "Scripts/demo"
    @Option(help: "Folder for receipts, certificates, slips and labels.") var papers: String =
        "artefacts/demo"

    func run() async throws {
        let session = try Session(options)
        let installation = session.installation
        let login = Installation.systemUser
        let isNew = try await session.install { () throws(InstallationFailure) in
            try await installation.begin(.demonstration(alsoFor: login))
        }
        var choices = options.choices
        choices.login = "ana"
        try await Session(choices).run { (moulin) throws(Failure) in
            let town = try await DemoTown.enter(
                moulin,
                files: files,
                papers: papers,
                language: session.language
            )
            let day = DemoDay(town: town)
            let isOver = isNew ? false : try await day.isOver()
            if isOver {
                town.tell(
                    Phrase(
                        fr: "La ville de démonstration est déjà là : rien n'a changé.",
                        en: "The demonstration town is already here: nothing has changed."
                    )
                )
            } else {
                try await day.pass()
            }
            try await day.sayWhereThingsAre()
        }
    }
}
