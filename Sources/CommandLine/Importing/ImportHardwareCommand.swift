import Application
import ArgumentParser
import Domain

/// `moulin import hardware …`: what programs found inside machines.
struct ImportHardwareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hardware",
        abstract:
            "Reads hardware reports, finds or makes the machine of each, and records what they say.",
        discussion: """
            lshw (JSON, XML), dmidecode, smartctl (JSON, text), inxi (JSON), upower, nvme list, GLPI and FusionInventory (JSON, \
            XML), eReuse snapshots, and the reports of Scripts/report-hardware; told by their content. A folder is read to its \
            bottom. The same report twice changes nothing, and two reports of one machine give one machine.
            """
    )

    @OptionGroup var options: SessionOptions
    @Argument(help: "Files or folders; - for standard input.") var files: [String]
    @Option(help: "Number of the donation under which unknown machines come.") var donation: Int64?
    @Option(help: "The machine that all the reports are about, by its label.") var device: String?
    @Option(help: "Kind of the machines whose case does not tell it, such as laptop.") var kind:
        String?
    @Flag(help: "Takes the good reports and leaves the others.") var keepGoing = false
    @Flag(help: "Does everything and undoes it: shows what would happen.") var dryRun = false

    func run() async throws {
        let session = try Session(options)
        let run = HardwareImport(
            donation: donation,
            device: device.map { DeviceReference($0) },
            kind: try KindOption.read(kind),
            keepsGoing: keepGoing,
            isRehearsal: dryRun
        )
        try await session.run { (moulin) throws(Failure) in
            let outcome = try await moulin.importHardware(run, from: files)
            report(outcome, session)
            guard outcome.ending != .refused else {
                throw ImportRefused.failure(count: outcome.errorCount)
            }
        }
    }

    private func report(_ outcome: HardwareImport.Outcome, _ session: Session) {
        guard options.format == .table else {
            Terminal.say(outcome.json)
            return
        }
        Terminal.say(outcome.headline.text(in: session.language))
        let table = Table(
            headings: HardwareImport.Outcome.headings(in: session.language),
            rows: outcome.rows(in: session.language)
        )
        Terminal.write(table.text(width: .max).utf8)
    }
}

/// The option that names a kind of machine.
enum KindOption {
    /// - Throws: The status of wrong usage, after having told the kinds there are.
    static func read(_ word: String?) throws -> DeviceType? {
        guard let word else { return nil }
        guard let kind = DeviceType(rawValue: word) else {
            Terminal.complain(
                "--kind: \(DeviceType.allCases.map(\.rawValue).joined(separator: ", "))"
            )
            throw ExitMeaning.wrongUsage.code
        }
        return kind
    }
}
