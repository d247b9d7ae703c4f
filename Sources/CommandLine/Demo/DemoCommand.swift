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

    @Flag(
        inversion: .prefixedNo,
        exclusivity: .chooseLast,
        help: "Ends by serving the pages on this machine, until it is told to end."
    )
    var serve = false
    @Option(help: "The port of the pages; 8080 unless said (MOULIN_PORT).") var port: Int?

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
                if isNew { town.forgetLogs() }
                try await day.pass()
                try await town.openDoors()
            }
            try await day.sayWhereThingsAre()
        }
        if serve { try await serveTown(session) }
    }

    /// Serves until it is told to end; says who may sign in.
    private func serveTown(_ session: Session) async throws {
        try await Serving(session: session, port: port).run { address in
            let language = session.language
            let title = Phrase(
                fr: "Les pages sont ouvertes : \(address)   (Ctrl-C pour finir)",
                en: "The pages are open: \(address)   (Ctrl-C to end)"
            )
            Terminal.say("\n  ✻ " + title.text(in: language))
            for door in DemoTown.doors {
                let password = DemoTown.password(of: door.login)
                Terminal.say("    \(door.login)  \(password)  \(door.does.text(in: language))")
            }
        }
    }
}
