import Application
import Domain

extension JSONValue {
    /// The value as a template sees it.
    ///
    /// A phrase becomes its text in the language. Beside an amount in cents, `price_cents`, stands `price` as people
    /// write it (`sum` beside plain `cents`); beside a word of the map, `state`, stands `state_label`; beside a list, `drives`, stands
    /// `drives_count`. Beside a day or an instant, `at`, stands `at_said`. Instants are cut to the minute.
    func content(_ language: Language, _ words: [String: Phrase]) -> Any {
        switch self {
        case .null: return ""
        case .truth(let truth): return truth
        case .number(let number): return number
        case .decimal(let number): return number
        case .text: return line(in: language)
        case .list(let list): return list.map { $0.content(language, words) }
        case .object(let fields): return Self.content(fields, language, words)
        }
    }

    private static func content(
        _ fields: [String: JSONValue],
        _ language: Language,
        _ words: [String: Phrase]
    ) -> Any {
        let said = fields[language.rawValue].map { $0.line(in: language) }
        if let said, fields.count == 2 { return said }
        var content: [String: Any] = [:]
        for (name, value) in fields where value != .null {
            content[name] = value.content(language, words)
            switch value {
            case .number(let cents) where name == "cents":
                content["sum"] = Money(cents: cents, currency: .eur).formatted(in: language)
            case .number(let cents) where name.hasSuffix("_cents"):
                content[String(name.dropLast(6))] =
                    Money(cents: cents, currency: .eur).formatted(in: language)
            case .text(let word):
                if let label = Wording.label(name, word) ?? words[word] {
                    content[name + "_label"] = label.text(in: language)
                }
                if let said = SpokenDate.spoken(word, in: language) {
                    content[name + "_said"] = said
                }
            case .list(let list):
                content[name + "_count"] = list.count
                content[name + "_label"] = list.map { item in
                    Wording.label(name, item.text)?.text(in: language) ?? item.line(in: language)
                }.joined(separator: ", ")
            default: continue
            }
        }
        if let said { content["label"] = said }
        return content
    }
}
