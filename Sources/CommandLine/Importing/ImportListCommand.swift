import Application
import ArgumentParser
import Domain

/// `moulin import donors …` and the like: one command for each kind of list there is.
struct ImportListCommand<Kind: ListKind>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Kind.name,
            abstract: Kind.summary.en.prefix(1).uppercased() + Kind.summary.en.dropFirst()
                + ": CSV or TSV in any encoding, XLSX, ODS, JSON, or one of these in a ZIP.",
            discussion: """
                Everything or nothing: one wrong row refuses the file, unless --keep-going. --rejects FILE receives the rows \
                that were not taken with their reasons, ready to be corrected and imported again. The same file twice changes \
                nothing. `moulin import \(Kind.name) --help` tells the options.
                """
        )
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: "The file, - for standard input, and the options."
    )
    var words: [String] = []

    func run() async throws {
        let language = Settings(environment: Environment.all).language
        let read: VerbWords
        do throws(VerbWords.Fault) {
            read = try VerbWords(words, fields: ListFields.all(of: Kind.self))
        } catch {
            Terminal.complain(error.phrase.text(in: language))
            Terminal.remark(usage)
            throw ExitMeaning.wrongUsage.code
        }
        guard !read.wantsHelp else {
            Terminal.write(help(language).utf8)
            return
        }
        try await run(read)
    }

    private func run(_ words: VerbWords) async throws {
        let format = words.format ?? .table
        let given = JSONValue(bytes: words.json)
        let session = try Session(
            SessionChoices(login: words.login, format: format, language: words.language)
        )
        guard let said = ListFields.mapping(given) else {
            Terminal.complain("--column HEADING=FIELD")
            throw ExitMeaning.wrongUsage.code
        }
        let run = ListImport(
            keepsGoing: given["keep_going"] == true,
            isRehearsal: words.isRehearsal,
            said: said,
            names: ListFields.names(given),
            options: ListFields.options(of: Kind.self, given),
            language: session.language,
            sheet: given["sheet"] == .null ? nil : given["sheet"].text
        )
        try await session.run { (moulin) throws(Failure) in
            let rejects = given["rejects"]
            let target = try RejectsFile.opened(rejects == .null ? nil : rejects.text)
            let outcome = try await moulin.application.importList(
                of: Kind.self,
                run,
                from: given["file"].text,
                as: moulin.speaker,
                rejects: { target?.append($0) }
            )
            outcome.tell(format, session.language)
            guard outcome.ending != .refused else {
                throw ImportRefused.failure(count: outcome.errorCount)
            }
        }
    }

    private var usage: String {
        let required = Kind.options.filter(\.isRequired).map {
            " --\(Verb.option($0.name)) …"
        }
        return "moulin import \(Kind.name) FILE" + required.joined()
            + " [--dry-run] [--keep-going] [--rejects FILE]"
    }

    private func help(_ language: Language) -> String {
        let fields = ListFields.all(of: Kind.self)
        let width = fields.map(\.name.count).max() ?? 0
        let columns = Kind.Field.allCases.map(\.rawValue).joined(separator: ", ")
        var text = Kind.summary.text(in: language) + "\n\n" + usage + "\n\n"
        for field in fields {
            let gap = String(repeating: " ", count: width - field.name.count + 2)
            let words = Kind.words(of: field.name).map(\.word).joined(separator: ", ")
            let meaning = field.meaning.text(in: language) + (words.isEmpty ? "" : ": \(words)")
            text += "  --\(Verb.option(field.name))\(gap)\(meaning)\n"
        }
        return text + "\n"
            + Phrase(fr: "Colonnes lues : ", en: "Columns that are read: ").text(in: language)
            + columns + "\n"
    }
}

/// The commands of every kind of list.
enum ImportListCommands {
    static var all: [any ParsableCommand.Type] { ListKinds.all.map { command($0) } }

    private static func command<Kind: ListKind>(_: Kind.Type) -> any ParsableCommand.Type {
        ImportListCommand<Kind>.self
    }
}

/// The words that may follow the kind of a list.
enum ListFields {
    static func all<Kind: ListKind>(of _: Kind.Type) -> [FieldDescription] {
        [FieldDescription("file", "string", Phrase(fr: "le fichier", en: "the file"))]
            + Kind.options + common + kept
    }

    private static let common: [FieldDescription] = [
        optional(
            "keep_going",
            "boolean",
            Phrase(
                fr: "importe les bonnes lignes et laisse les autres",
                en: "imports the good rows and leaves the others"
            )
        ),
        optional(
            "rejects",
            "string",
            Phrase(
                fr: "le fichier où écrire les lignes laissées",
                en: "file to write the rows to that were not taken"
            )
        ),
        optional(
            "sheet",
            "string",
            Phrase(fr: "la feuille du classeur", en: "sheet of a workbook")
        ),
        optional(
            "charset",
            "string",
            Phrase(fr: "le codage du fichier", en: "charset of the file")
        ),
        optional(
            "dates",
            "string",
            Phrase(fr: "l'ordre des dates : dmy ou mdy", en: "order of dates: dmy or mdy")
        ),
        optional(
            "column",
            "array",
            Phrase(
                fr: "ce qu'est une colonne, comme 'Client=name' ; plusieurs fois",
                en: "what a column is, such as 'Client=name'; several times"
            )
        ),
        optional(
            "heading",
            "string",
            Phrase(
                fr: "l'en-tête d'une liste qui n'en a pas, comme 'Nom;SIRET'",
                en: "the heading of a list that has none, such as 'Name;SIRET'"
            )
        ),
    ]

    private static let kept: [FieldDescription] = [
        optional(
            "mapping",
            "string",
            Phrase(
                fr: "lit la liste comme celle qui fut retenue sous ce nom",
                en: "reads the list as the one that was kept under this name"
            )
        ),
        optional(
            "save_mapping",
            "string",
            Phrase(
                fr: "retient colonnes, en-tête, codage et dates sous ce nom",
                en: "keeps columns, heading, charset and dates under this name"
            )
        ),
    ]

    private static func optional(
        _ name: String,
        _ type: String,
        _ meaning: Phrase
    ) -> FieldDescription {
        FieldDescription(name, type, required: false, meaning)
    }

    /// Nil when a column has no field behind its equals sign.
    static func mapping(_ given: JSONValue) -> ListMapping? {
        func text(_ name: String) -> String? { given[name] == .null ? nil : given[name].text }
        return ListMapping(
            columns: given["column"].elements.map(\.text),
            heading: text("heading"),
            charset: text("charset"),
            dates: text("dates")
        )
    }

    static func names(_ given: JSONValue) -> MappingNames {
        func text(_ name: String) -> String? { given[name] == .null ? nil : given[name].text }
        return MappingNames(read: text("mapping"), kept: text("save_mapping"))
    }

    static func options<Kind: ListKind>(of _: Kind.Type, _ given: JSONValue) -> ListOptions {
        var said: [String: String] = [:]
        for option in Kind.options where given[option.name] != .null {
            said[option.name] = given[option.name] == true ? "true" : given[option.name].text
        }
        return ListOptions(said)
    }
}
