import Application
import ArgumentParser
import Domain

/// `moulin batch`: a file of commands, one JSON object a line.
struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Performs a file of commands, one JSON object a line.",
        discussion: """
            Everything or nothing, unless --keep-going. With --key each line acts once for ever: the same file again \
            completes what is missing. A line: {"command":"take-step","device":"M-7K3Q-9F","step":"triage"}
            """
    )

    @OptionGroup var options: SessionOptions
    @Argument(help: "The file; - for standard input.") var file: String
    @Flag(inversion: .prefixedNo, help: "Everything or nothing; the default.") var atomic = true
    @Flag(help: "Does what can be done, and tells the other lines.") var keepGoing = false
    @Flag(help: "Does everything and undoes it.") var dryRun = false
    @Option(help: "The batch's key, from which each line gets its own.") var key: String?

    func run() async throws {
        let session = try Session(options)
        let language = session.language
        let batch = Batch(keepsGoing: keepGoing || !atomic, isRehearsal: dryRun, key: key)
        let counter = LineCounter()
        let outcome = try await session.run { (moulin) throws(Failure) in
            try await moulin.application.perform(
                batch,
                from: file,
                as: moulin.speaker,
                progress: { counter.show($0.lines) },
                failed: { Terminal.remark($0.sentence(in: language)) }
            )
        }
        counter.finish()
        tell(outcome, language)
        if let exit = outcome.exit { throw exit.code }
    }

    private func tell(_ outcome: Batch.Outcome, _ language: Language) {
        if let failure = outcome.failure { Terminal.remark(failure.sentence(in: language)) }
        let count = outcome.count
        switch options.format {
        case .table: Terminal.say(outcome.summary.text(in: language))
        case .csv:
            Terminal.say("ending,lines,done,again,failed")
            Terminal.say(
                "\(outcome.ending.rawValue),\(count.lines),\(count.done),\(count.again),\(count.failed)"
            )
        case .json:
            Terminal.say(
                "{\"ending\":\"\(outcome.ending.rawValue)\",\"lines\":\(count.lines),\"done\":\(count.done),"
                    + "\"again\":\(count.again),\"failed\":\(count.failed)}"
            )
        }
    }
}

extension Batch.Outcome {
    /// Nil when every line was done.
    fileprivate var exit: ExitMeaning? {
        if let failure { return failure.failure.exit }
        return count.failed > 0 ? .refused : nil
    }

    fileprivate var summary: Phrase {
        let count = Phrase(
            fr:
                "\(count.lines) lignes : \(count.done) faites, \(count.again) déjà faites, \(count.failed) refusées",
            en:
                "\(count.lines) lines: \(count.done) done, \(count.again) done before, \(count.failed) refused"
        )
        switch ending {
        case .performed: return count
        case .rehearsed:
            return Phrase(
                fr: "Essai, rien n'est gardé. \(count.fr)",
                en: "Dry run, nothing is kept. \(count.en)"
            )
        case .refused:
            return Phrase(
                fr:
                    "Rien n'a été fait : toutes les lignes, ou aucune (--keep-going fait le possible).",
                en: "Nothing was done: every line or none (--keep-going does what can be done)."
            )
        }
    }
}
