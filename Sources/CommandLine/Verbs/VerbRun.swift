import Application
import ArgumentParser
import Domain
import FoundationEssentials

/// Runs one verb with the words that follow it.
struct VerbRun {
    let noun: String
    let verbs: [Verb]

    func run(_ words: [String]) async throws {
        let language = Settings(environment: Environment.all).language
        guard let name = words.first, name != "--help", name != "help" else {
            Terminal.write(overview(language).utf8)
            return
        }
        guard let verb = verbs.first(where: { $0.name == name }) else {
            Terminal.complain(
                Phrase(
                    fr: "« \(noun) \(name) » n'existe pas ; il y a : \(names)",
                    en: "\"\(noun) \(name)\" does not exist; there are: \(names)"
                ).text(in: language)
            )
            throw ExitMeaning.wrongUsage.code
        }
        let read = try read(words.dropFirst(), verb, language)
        guard !read.wantsHelp else {
            Terminal.write(help(verb, language).utf8)
            return
        }
        try await run(verb, read)
    }

    private var names: String { verbs.map(\.name).joined(separator: ", ") }

    private func read(
        _ words: ArraySlice<String>,
        _ verb: Verb,
        _ language: Language
    ) throws -> VerbWords {
        do {
            return try VerbWords(Array(words), fields: verb.fields)
        } catch {
            Terminal.complain(error.phrase.text(in: language))
            Terminal.remark(verb.usage)
            throw ExitMeaning.wrongUsage.code
        }
    }

    private func run(_ verb: Verb, _ words: VerbWords) async throws {
        let options = SessionChoices(
            login: words.login,
            format: words.format ?? .table,
            language: words.language
        )
        let session = try Session(options)
        try await session.run { (moulin) throws(Failure) in
            let bytes: [UInt8]
            var columns: [AnswerColumn] = []
            switch verb.target {
            case .command(let entry):
                bytes = try await moulin.application.perform(
                    named: entry.name,
                    words.json,
                    as: moulin.speaker,
                    key: words.key,
                    rehearsing: words.isRehearsal
                )
            case .question(let entry):
                columns = entry.columns
                bytes = try await moulin.application.ask(
                    named: entry.name,
                    words.json,
                    as: moulin.speaker
                )
            }
            Answer(bytes: bytes, columns: columns, language: session.language, words: session.words)
                .write(options.format)
        }
    }

    private func overview(_ language: Language) -> String {
        let width = verbs.map(\.name.count).max() ?? 0
        return verbs.reduce(into: "moulin \(noun) …\n\n") { text, verb in
            let gap = String(repeating: " ", count: width - verb.name.count + 2)
            text += "  \(verb.name)\(gap)\(verb.summary.text(in: language))\n"
        }
    }

    private func help(_ verb: Verb, _ language: Language) -> String {
        var text = verb.summary.text(in: language) + "\n\n" + verb.usage + "\n"
        if !verb.fields.isEmpty { text += "\n" }
        let width = verb.fields.map(\.name.count).max() ?? 0
        for field in verb.fields {
            let option = Verb.option(field.name)
            let gap = String(repeating: " ", count: width - option.count + 2)
            text += "  --\(option)\(gap)\(field.meaning.text(in: language))\n"
        }
        return text + "\n"
            + Phrase(
                fr:
                    "Partout : --as PERSONNE, --format table|csv|json, --language fr|en, --key CLÉ, --dry-run, --json OBJET\n",
                en:
                    "Everywhere: --as PERSON, --format table|csv|json, --language fr|en, --key KEY, --dry-run, --json OBJECT\n"
            ).text(in: language)
    }
}
