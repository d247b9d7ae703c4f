import Application
import ArgumentParser
import Domain

/// `moulin import …`: files as the world writes them.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Reads lists and reports as they are.",
        subcommands: [Devices.self, ImportHardwareCommand.self]
    )

    /// A donor's list of machines.
    struct Devices: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Imports a list of machines into a donation: CSV or TSV, any encoding, French or English headings.",
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

        func run() async throws {
            let session = try Session(options)
            let run = try plan(session)
            let target = rejects.map { RejectsFile($0) }
            let bar = ProgressBar(FileSize.of(file))
            try await session.run { (moulin) throws(Failure) in
                let outcome = try await moulin.importDevices(
                    run,
                    from: file,
                    progress: { bar.show($0) },
                    rejects: { target?.append($0) }
                )
                bar.finish()
                report(outcome, session)
                guard outcome.ending != .refused else {
                    throw ImportRefused.failure(count: outcome.errorCount)
                }
            }
        }

        private func plan(_ session: Session) throws -> DeviceImport {
            guard let choices = DeviceImport.choices(charset: charset, dates: dates) else {
                Terminal.complain(
                    "--charset: \(DeviceImport.charsets); --dates: \(DeviceImport.dateOrders)"
                )
                throw ExitMeaning.wrongUsage.code
            }
            return DeviceImport(
                donation: donation,
                step: announce ? "announce" : "receive",
                defaultKind: try KindOption.read(kind),
                keepsGoing: keepGoing,
                isRehearsal: dryRun,
                choices: choices,
                language: session.language
            )
        }

        private func report(_ outcome: DeviceImport.Outcome, _ session: Session) {
            guard options.format == .table else {
                Terminal.say(outcome.json)
                return
            }
            Terminal.say(outcome.headline.text(in: session.language))
            Terminal.write(outcome.table(in: session.language).utf8)
        }
    }
}

/// Why the program ends with the status of a refusal although everything was said.
enum ImportRefused {
    static func failure(count: Int) -> Failure {
        .refused(Refusal(.importRefused, ["n": .number(count)]))
    }
}
