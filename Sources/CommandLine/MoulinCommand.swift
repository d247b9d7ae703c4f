import ArgumentParser

/// `moulin`: the door for people who type, and for scripts.
struct MoulinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moulin",
        abstract: "Follows donated computers from the donor to a family's home.",
        discussion: """
            Without DATABASE_URL Moulin looks after a private PostgreSQL of its own.
            `moulin demo` shows a small town at work; `moulin setup` begins your own workshop.
            """,
        version: Version.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Begin",
                subcommands: [
                    SetupCommand.self, DemoCommand.self, ServeCommand.self, DatabaseCommand.self,
                    DoctorCommand.self,
                ]
            ),
            CommandGroup(name: "Work", subcommands: NounCommands.all),
            CommandGroup(
                name: "Files",
                subcommands: [
                    ImportCommand.self, BatchCommand.self, ExportCommand.self, PrintCommand.self,
                    LabelCommand.self, JournalCommand.self, FetchQuotientCommand.self,
                ]
            ),
            CommandGroup(
                name: "Know",
                subcommands: [ReferenceCommand.self, CompletionsCommand.self]
            ),
        ]
    )
}

/// What `moulin --version` says.
enum Version {
    static let text = "moulin 0.1.0"
}

/// The way in for the program.
public enum CommandLineDoor {
    /// Reads the words of the process and does what they say; ends the process with its status.
    public static func open() async {
        await MoulinCommand.main()
    }
}
