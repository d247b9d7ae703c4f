import Application
import ArgumentParser
import Domain

/// `moulin db …`: the private server and the schema.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "The database: start, stop, look inside, migrate, back up.",
        subcommands: [
            Status.self, Start.self, Stop.self, Psql.self, Migrate.self, Check.self, Backup.self,
            Restore.self, Supervise.self,
        ]
    )

    /// Where the server is and whether it answers.
    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says where the server is and whether it answers."
        )
        @OptionGroup var options: SessionOptions

        func run() async throws {
            let session = try Session(options)
            let facts = await session.installation.databaseFacts()
            Answer(bytes: facts, columns: [], language: session.language).write(options.format)
        }
    }

    /// Leaves the server running after this command.
    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Starts the private server and leaves it running."
        )
        @OptionGroup var options: SessionOptions

        func run() async throws {
            let session = try Session(options)
            try await session.install { () throws(InstallationFailure) in
                try await session.installation.startInBackground(
                    program: Environment.program,
                    arguments: ["db", "supervise"]
                )
            }
            Terminal.say(
                Phrase(fr: "La base de données tourne.", en: "The database is running.").text(
                    in: session.language
                )
            )
        }
    }

    /// Ends the server, in order.
    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Stops the private server.")
        @OptionGroup var options: SessionOptions

        func run() async throws {
            let session = try Session(options)
            let wasRunning = try await session.install { () throws(InstallationFailure) in
                try await session.installation.stopServer()
            }
            let stopped = Phrase(
                fr: "La base de données est arrêtée.",
                en: "The database has stopped."
            )
            let idle = Phrase(fr: "Elle ne tournait pas.", en: "It was not running.")
            Terminal.say((wasRunning ? stopped : idle).text(in: session.language))
        }
    }

    /// The body of the background process; not for people.
    struct Supervise: AsyncParsableCommand {
        static let configuration = CommandConfiguration(shouldDisplay: false)
        @OptionGroup var options: SessionOptions

        func run() async throws {
            let session = try Session(options)
            try await session.install { () throws(InstallationFailure) in
                try await session.installation.supervise()
            }
        }
    }
}
