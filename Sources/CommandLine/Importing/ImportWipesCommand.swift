import Application
import ArgumentParser
import Domain

/// `moulin import wipes …`: evidence of erasures.
struct ImportWipesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wipes",
        abstract: "Takes reports of wipes as evidence for the drives that they name.",
        discussion: """
            Logs of nwipe of any age, its certificates (PDF), and snapshots of eReuse; files, folders and ZIP archives. Each drive is matched by its own \
            serial number and judged by its figures, not by a word of success. The same log twice changes nothing.
            """
    )

    @OptionGroup var options: SessionOptions
    @Argument(help: "Files or folders; - for standard input.") var files: [String]
    @Option(help: "Minutes by which the clock of the wiping computer was ahead of UTC.")
    var clockOffset = 0
    @Flag(help: "Takes the reports that can be read and leaves the others.") var keepGoing = false
    @Flag(help: "Does everything and undoes it: shows what would happen.") var dryRun = false

    func run() async throws {
        let session = try Session(options)
        let run = WipeImport(
            clockOffsetMinutes: clockOffset,
            keepsGoing: keepGoing,
            isRehearsal: dryRun
        )
        try await session.run { (moulin) throws(Failure) in
            let outcome = try await moulin.importWipes(run, from: files)
            report(outcome, session)
            guard outcome.ending != .refused else {
                throw ImportRefused.failure(count: outcome.errorCount)
            }
        }
    }

    private func report(_ outcome: WipeImport.Outcome, _ session: Session) {
        guard options.format == .table else {
            Terminal.say(outcome.json)
            return
        }
        Terminal.say(outcome.headline.text(in: session.language))
        let table = Table(
            headings: WipeImport.Outcome.headings(in: session.language),
            rows: outcome.rows(in: session.language)
        )
        Terminal.write(table.text(width: .max).utf8)
    }
}
