import Application
import ArgumentParser
import Domain

extension DatabaseCommand {
    /// PostgreSQL's own terminal on the database.
    struct Psql: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Opens psql on the database.",
            discussion:
                "As the owner unless --login says main or social, which see what those may see."
        )
        @OptionGroup var options: SessionOptions
        @Option(help: "superuser, owner, main or social.") var login: String = "owner"
        @Argument(parsing: .postTerminator, help: "Words for psql itself, after --.") var words:
            [String] = []

        func run() async throws {
            let session = try Session(options)
            try await session.install { () throws(InstallationFailure) in
                try await session.installation.runTool("psql", login: login, words)
            }
        }
    }

    /// Brings the database to this program's schema.
    struct Migrate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Brings the database to this program's schema."
        )
        @OptionGroup var options: SessionOptions

        func run() async throws {
            let session = try Session(options)
            let applied = try await session.install { () throws(InstallationFailure) in
                try await session.installation.migrateOnce()
            }
            let none = Phrase(
                fr: "Rien à faire : le schéma est à jour.",
                en: "Nothing to do: the schema is up to date."
            )
            Terminal.say(
                applied.isEmpty ? none.text(in: session.language) : applied.joined(separator: "\n")
            )
        }
    }

    /// Every check that the database makes of itself.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Looks for rows that must not exist and for faults of the schema."
        )
        @OptionGroup var options: SessionOptions

        func run() async throws {
            let session = try Session(options)
            let faults = try await session.install { () throws(InstallationFailure) in
                try await session.installation.faults()
            }
            guard faults.isEmpty else {
                for fault in faults { Terminal.say(fault) }
                throw ExitMeaning.refused.code
            }
            Terminal.say(Phrase(fr: "Aucun défaut.", en: "No fault.").text(in: session.language))
        }
    }

    /// The whole database in one file.
    struct Backup: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the whole database into one file."
        )
        @OptionGroup var options: SessionOptions
        @Argument(help: "The file to write.") var file: String

        func run() async throws {
            let session = try Session(options)
            try await session.install { () throws(InstallationFailure) in
                try await session.installation.runTool(
                    "pg_dump",
                    login: "superuser",
                    ["--format=custom", "--file=\(file)"]
                )
            }
            session.installation.noteBackup()
            Terminal.say(
                Phrase(fr: "Sauvegardé : \(file)", en: "Backed up: \(file)").text(
                    in: session.language
                )
            )
        }
    }

    /// A backup back into an empty database.
    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts a backup back, in one transaction.",
            discussion: "What the database holds is replaced; a restore that fails changes nothing."
        )
        @OptionGroup var options: SessionOptions
        @Argument(help: "The file that backup wrote.") var file: String

        func run() async throws {
            let session = try Session(options)
            try await session.install { () throws(InstallationFailure) in
                try await session.installation.runTool(
                    "pg_restore",
                    login: "superuser",
                    ["--clean", "--if-exists", "--single-transaction", "--exit-on-error", file]
                )
            }
            Terminal.say(
                Phrase(fr: "Restauré : \(file)", en: "Restored: \(file)").text(in: session.language)
            )
        }
    }
}
