import Application
import ArgumentParser
import Domain

/// `moulin import inbox FOLDER`: a watched folder.
struct ImportInboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract:
            "Watches a folder, and takes the reports of hardware and of wipes that are dropped there.",
        discussion: """
            A file is taken when it has stayed the same between two looks, and is then moved to done/ or refused/ with a text \
            beside it that says what became of it. Names that end in .part or .tmp wait until they are renamed. It may be \
            stopped at any moment: nothing is taken twice.
            """
    )

    @OptionGroup var options: SessionOptions
    @Argument(help: "The folder.") var folder: String
    @Option(help: "Number of the donation under which unknown machines come.") var donation: Int64?
    @Option(help: "Kind of the machines whose case does not tell it, such as laptop.") var kind:
        String?
    @Option(help: "Minutes by which the clock of the wiping computer was ahead of UTC.")
    var clockOffset = 0
    @Option(help: "Seconds between two looks; 0 only with --once.") var every = 5
    @Flag(help: "Looks twice, takes what is whole, and ends.") var once = false

    func run() async throws {
        guard ((once ? 0 : 1)...3600).contains(every) else {
            Terminal.complain("--every: 1…3600")
            throw ExitMeaning.wrongUsage.code
        }
        let session = try Session(options)
        let inbox = Inbox(
            folder: folder,
            donation: donation,
            kind: try KindOption.read(kind),
            clockOffsetMinutes: clockOffset,
            language: session.language
        )
        try await session.run { (moulin) throws(Failure) in
            var looks = Inbox.Looks()
            report(try await moulin.take(inbox, since: &looks))
            repeat {
                // A task that is cancelled looks once more and ends.
                try? await Task.sleep(for: .seconds(every))
                report(try await moulin.take(inbox, since: &looks))
            } while !once && !Task.isCancelled
        }
    }

    private func report(_ taken: [Inbox.Taken]) {
        for file in taken {
            switch options.format {
            case .table: Terminal.say("\(file.file)\t\(file.verdict.rawValue)\t\(file.words)")
            default: Terminal.say(file.json)
            }
        }
    }
}
