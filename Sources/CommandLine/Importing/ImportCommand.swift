import Application
import ArgumentParser
import Domain

/// `moulin import …`: files as the world writes them.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Reads lists and reports as they are.",
        subcommands: [
            Devices.self, ImportHardwareCommand.self, ImportWipesCommand.self,
            ImportInboxCommand.self,
        ] + ImportListCommands.all + [Undo.self, List.self]
    )

    /// Withdraws what an import brought.
    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Undoes an import as a whole, while nothing else has happened to it."
        )
        @Argument(parsing: .captureForPassthrough, help: "Its number and the reason.")
        var words: [String] = []

        func run() async throws { try await ImportCommand.run("undo", words) }
    }

    /// Runs that read files.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists imports, the latest first."
        )
        @Argument(parsing: .captureForPassthrough, help: "Its options.") var words: [String] = []

        func run() async throws { try await ImportCommand.run("list", words) }
    }

    private static func run(_ verb: String, _ words: [String]) async throws {
        try await VerbRun(noun: "import", verbs: VerbList.verbs(of: "import")).run([verb] + words)
    }

    /// A donor's list of machines.
    struct Devices: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Imports a list of machines into a donation: CSV or TSV in any encoding, XLSX, ODS, JSON, or one of these in a ZIP; French or English headings.",
            discussion: """
                Everything or nothing: one wrong row refuses the file, unless --keep-going. --rejects FILE receives the rows \
                that were not taken with their reasons, ready to be corrected and imported again. The same file twice changes \
                nothing.
                """
        )

        @OptionGroup var options: SessionOptions
        @Argument(help: "The file; - for standard input.") var file: String
        @Option(help: "Number of the donation.") var donation: Int64
        @Flag(
            help: "The machines are still at the donor's: announce them instead of receiving them."
        ) var announce = false
        @Option(help: "Kind of the machines whose row does not say it, such as laptop.") var kind:
            String?
        @Flag(help: "Imports the good rows and leaves the others.") var keepGoing = false
        @Flag(help: "Does everything and undoes it: shows what would happen.") var dryRun = false
        @Option(help: "File to write the rows to that were not taken.") var rejects: String?
        @Option(help: "Charset of the file, when it is not detected rightly.") var charset: String?
        @Option(help: "Order of dates: dmy or mdy.") var dates: String?
        @Option(help: "Sheet of a workbook, when it is not the first that has a heading.")
        var sheet: String?
        @Option(
            name: .customLong("column"),
            help: "What a column is, such as 'Tag client=external_ref'; give it several times."
        ) var columns: [String] = []
        @Option(help: "The heading of a list that has none, such as 'Série;Modèle;RAM (Go)'.")
        var heading: String?
        @Option(help: "Reads the list as the one that was kept under this name.")
        var mapping: String?
        @Option(help: "Keeps --column, --heading, --charset and --dates under this name.")
        var saveMapping: String?

        func run() async throws {
            let session = try Session(options)
            let said = try said()
            let defaultKind = try KindOption.read(kind)
            let bar = ProgressBar(FileSize.of(file))
            try await session.run { (moulin) throws(Failure) in
                let target = try RejectsFile.opened(rejects)
                let choices = try await moulin.application.choices(
                    said,
                    MappingNames(read: mapping, kept: saveMapping),
                    isRehearsal: dryRun,
                    as: moulin.speaker
                )
                let run = DeviceImport(
                    donation: donation,
                    step: announce ? "announce" : "receive",
                    defaultKind: defaultKind,
                    keepsGoing: keepGoing,
                    isRehearsal: dryRun,
                    choices: choices,
                    language: session.language,
                    sheet: sheet
                )
                let outcome = try await moulin.importDevices(
                    run,
                    from: file,
                    progress: { bar.show($0) },
                    rejects: { target?.append($0) }
                )
                bar.finish()
                outcome.tell(options.format, session.language)
                guard outcome.ending != .refused else {
                    throw ImportRefused.failure(count: outcome.errorCount)
                }
            }
        }

        private func said() throws -> ListMapping {
            guard DeviceImport.choices(charset: charset, dates: dates) != nil else {
                Terminal.complain(
                    "--charset: \(DeviceImport.charsets); --dates: \(DeviceImport.dateOrders)"
                )
                throw ExitMeaning.wrongUsage.code
            }
            guard
                let said = ListMapping(
                    columns: columns,
                    heading: heading,
                    charset: charset,
                    dates: dates
                )
            else {
                Terminal.complain("--column HEADING=FIELD; FIELD: \(ListMapping.roles)")
                throw ExitMeaning.wrongUsage.code
            }
            return said
        }
    }
}

extension ImportOutcome {
    /// Says it on the terminal, or to a program.
    func tell(_ format: OutputFormat, _ language: Language) {
        guard format == .table else {
            Terminal.say(json)
            return
        }
        Terminal.say(headline.text(in: language))
        Terminal.write(table(in: language).utf8)
    }
}

/// Why the program ends with the status of a refusal although everything was said.
enum ImportRefused {
    static func failure(count: Int) -> Failure {
        .refused(Refusal(.importRefused, ["n": .number(count)]))
    }
}
