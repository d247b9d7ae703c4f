import Application
import Domain

/// The words after a verb, sorted into fields and options of the run.
struct VerbWords {
    var json: [UInt8] = Array("{}".utf8)
    var login: String?
    var format: OutputFormat?
    var language: Language?
    var key: String?
    var isRehearsal = false
    var wantsHelp = false

    /// What the words do wrong, for the person who typed them.
    struct Fault: Error {
        let phrase: Phrase
    }

    /// Reads `words` as the fields of a verb: `--name value`, `--name=value`, or required fields in their order.
    init(_ words: [String], fields: [FieldDescription]) throws(Fault) {
        var given: [String: [String]] = [:]
        var loose: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--"), word != "--" else {
                if word != "--" { loose.append(word) }
                continue
            }
            let (name, inline) = Self.split(word)
            if Self.flags.contains(name) {
                setFlag(name)
                continue
            }
            let field = fields.first { Verb.option($0.name) == name }
            if field?.type == "boolean", inline == nil,
                !["true", "false"].contains(rest.first ?? "")
            {
                given[name, default: []].append("true")
                continue
            }
            guard let value = inline ?? rest.popFirst() else { throw Self.missingValue(name) }
            if try setOption(name, value) { continue }
            guard field != nil || name == "json" else { throw Self.unknown(name, fields) }
            given[name, default: []].append(value)
        }
        if wantsHelp { return }
        try place(loose, into: &given, fields)
        json = try Self.json(given, fields)
    }

    private static let flags: Set<String> = ["help", "dry-run"]

    private static func split(_ word: String) -> (name: String, value: String?) {
        let body = word.dropFirst(2)
        guard let sign = body.firstIndex(of: "=") else { return (String(body), nil) }
        return (String(body[..<sign]), String(body[body.index(after: sign)...]))
    }

    private mutating func setFlag(_ name: String) {
        if name == "help" { wantsHelp = true } else { isRehearsal = true }
    }

    /// - Returns: True when `name` is an option of every verb.
    private mutating func setOption(_ name: String, _ value: String) throws(Fault) -> Bool {
        switch name {
        case "as": login = value
        case "language":
            guard let known = Language(rawValue: value) else {
                throw Fault(phrase: Phrase(fr: "--language : fr ou en", en: "--language: fr or en"))
            }
            language = known
        case "key": key = value
        case "format":
            guard let format = OutputFormat(rawValue: value) else {
                throw Fault(
                    phrase: Phrase(
                        fr: "--format : table, csv, json ou xlsx",
                        en: "--format: table, csv, json or xlsx"
                    )
                )
            }
            self.format = format
        default: return false
        }
        return true
    }

    private func place(
        _ loose: [String],
        into given: inout [String: [String]],
        _ fields: [FieldDescription]
    ) throws(Fault) {
        var open = fields.filter { $0.isRequired && given[Verb.option($0.name)] == nil }[...]
        for word in loose {
            guard let field = open.first else {
                throw Fault(
                    phrase: Phrase(fr: "mot de trop : \(word)", en: "a word too many: \(word)")
                )
            }
            given[Verb.option(field.name), default: []].append(word)
            if field.type != "array" { open = open.dropFirst() }
        }
        guard given["json"] == nil,
            let field = open.first(where: { given[Verb.option($0.name)] == nil })
        else { return }
        throw Fault(
            phrase: Phrase(
                fr: "il manque --\(Verb.option(field.name)) : \(field.meaning.fr)",
                en: "--\(Verb.option(field.name)) is missing: \(field.meaning.en)"
            )
        )
    }

    private static func missingValue(_ name: String) -> Fault {
        Fault(phrase: Phrase(fr: "--\(name) attend une valeur", en: "--\(name) needs a value"))
    }

    private static func unknown(_ name: String, _ fields: [FieldDescription]) -> Fault {
        let known = fields.map { "--\(Verb.option($0.name))" }.joined(separator: ", ")
        return Fault(
            phrase: Phrase(
                fr: "option inconnue --\(name) ; il y a : \(known)",
                en: "unknown option --\(name); there are: \(known)"
            )
        )
    }
}

extension VerbWords {
    private static func json(
        _ given: [String: [String]],
        _ fields: [FieldDescription]
    ) throws(Fault) -> [UInt8] {
        if let whole = given["json"]?.last { return Array(whole.utf8) }
        let named = fields.compactMap { field in
            given[Verb.option(field.name)].map { (field.name, $0) }
        }
        do throws(GivenFields.Misfit) {
            return try GivenFields(Dictionary(uniqueKeysWithValues: named)).json(for: fields)
        } catch {
            let option = Verb.option(error.field)
            throw Fault(
                phrase: Phrase(
                    fr: "--\(option) attend \(error.expected.fr), pas « \(error.text) »",
                    en: "--\(option) needs \(error.expected.en), not \"\(error.text)\""
                )
            )
        }
    }
}
