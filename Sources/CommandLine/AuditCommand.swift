import Application
import ArgumentParser
import Domain
import FoundationEssentials

/// `moulin audit …`: the proof that nobody rewrote history.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The proof that nobody rewrote history.",
        subcommands: [Verify.self, Drop.self, Export.self]
    )

    /// Recounts everything, and holds the past against anchors that were kept elsewhere.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recounts everything from raw rows, and compares with exported anchors.",
            discussion: "Ends with status 65 when anything is found."
        )
        @OptionGroup var options: SessionOptions
        @Option(help: "File of anchors as `moulin audit anchors` wrote it, kept outside.")
        var anchors: String?

        func run() async throws {
            let session = try Session(options)
            let text = try anchors.map { try Self.read($0, session.language) }
            try await session.run { (moulin) throws(Failure) in
                let outcome = try await moulin.verify(anchors: text)
                tell(outcome, session.language)
                guard outcome.isClean else {
                    throw .refused(Refusal(.auditFoundFaults, ["n": .number(outcome.count)]))
                }
            }
        }

        private func tell(_ outcome: AuditSummary, _ language: Language) {
            guard options.format == .table else {
                return Answer(bytes: outcome.json, columns: [], language: language).write(
                    options.format
                )
            }
            for line in outcome.lines { Terminal.say(line) }
            guard outcome.isClean else { return }
            Terminal.say(
                Phrase(
                    fr:
                        "Rien à redire : \(outcome.checks) contrôles, \(outcome.events) événements, \(outcome.anchors) ancres.",
                    en:
                        "Nothing found: \(outcome.checks) checks, \(outcome.events) events, \(outcome.anchors) anchors."
                ).text(in: language)
            )
        }

        private static func read(_ path: String, _ language: Language) throws -> String {
            guard let bytes = FileManager.default.contents(atPath: path) else {
                Terminal.complain(
                    Phrase(fr: "\(path) : illisible", en: "\(path): cannot be read").text(
                        in: language
                    )
                )
                throw ExitMeaning.refused.code
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Fixes the state of all chains at this instant.
    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "anchor",
            abstract: "Drops an anchor: the state of all chains at this instant."
        )
        @OptionGroup var options: SessionOptions

        func run() async throws {
            let session = try Session(options)
            try await session.run { (moulin) throws(Failure) in
                let bytes = try await moulin.application.perform(
                    named: "drop-anchor",
                    Array("{}".utf8),
                    as: moulin.speaker
                )
                Answer(bytes: bytes, columns: [], language: session.language).write(options.format)
            }
        }
    }

    /// Writes anchors as JSON lines: keep them where the database's keepers cannot reach.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "anchors",
            abstract: "Writes all anchors as JSON lines, to be kept elsewhere."
        )
        @OptionGroup var options: SessionOptions

        func run() async throws {
            let session = try Session(options)
            try await session.run { (moulin) throws(Failure) in
                for line in try await moulin.anchorLines() { Terminal.say(line) }
            }
        }
    }
}
