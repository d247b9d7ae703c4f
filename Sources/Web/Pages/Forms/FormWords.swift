import Application
import Domain

/// What boxes are called, and the words that may be chosen in them.
enum FormWords {
    /// A word with what people call it.
    struct Word {
        let word: String
        let label: String
    }

    /// Lists of words of which the order counts.
    static let ordered: Set<String> = ["criteria"]

    /// Lists of which none is an answer as well: a locked place may be empty.
    static let mayBeEmpty: Set<String> = ["drives"]

    /// Texts of several lines.
    static func isLong(_ field: String) -> Bool {
        ["report", "grounds", "comment"].contains(field)
    }

    /// What people call a field; nil for one that only its description names.
    static func label(_ field: String, _ visit: Visit) -> String? {
        let key = "field." + field
        let text = visit.text(key)
        return text == key ? nil : text
    }

    /// True for a field whose description lists words or speaks of cents, which its box does not show.
    static func isNamed(_ field: String, _ shape: FieldShape?) -> Bool {
        switch shape {
        case .word, .list(.word), .list(.members), .members: true
        case .number: field.hasSuffix("cents")
        default: field == "act" || FormWords.texts[field] != nil
        }
    }

    /// The words of a field, where there is a closed list; nil for everything else.
    static func choices(_ field: String, _ shape: FieldShape, _ visit: Visit) -> [Word]? {
        if case .word(let words) = shape { return words.map { said($0, field, visit) } }
        guard shape == .text else { return nil }
        let map = visit.site.house.map
        switch field {
        case "state":
            return map.states.map {
                Word(word: $0.name.rawValue, label: $0.label.text(in: visit.language))
            }
        case "step":
            var known: Set<String> = []
            return map.steps.filter { !$0.isRetired && known.insert($0.name.rawValue).inserted }.map
            {
                Word(word: $0.name.rawValue, label: $0.label.text(in: visit.language))
            }
        case "act":
            return GuardedAct.all.filter(\.mayNeedTwo).map {
                Word(word: $0.name, label: $0.label.text(in: visit.language))
            }
        default:
            return texts[field]?.map { Word(word: $0, label: label($0, of: field, visit)) }
        }
    }

    /// Fields that are texts to the program, and one of a few words to people.
    private static let texts: [String: [String]] = [
        "grade": ["A", "B", "C"],
        "test": InspectionTest.allCases.map(\.rawValue),
        "vat_regime": ["exempt_nonprofit", "franchise", "margin_scheme", "normal"],
    ]

    static func said(_ word: FieldShape.Word, _ field: String, _ visit: Visit) -> Word {
        Word(
            word: word.word,
            label: word.label?.text(in: visit.language) ?? label(word.word, of: field, visit)
        )
    }

    static func truths(_ visit: Visit) -> [Word] {
        [
            Word(word: "true", label: visit.text("yes")),
            Word(word: "false", label: visit.text("no")),
        ]
    }

    private static func label(_ word: String, of field: String, _ visit: Visit) -> String {
        let key = "word." + word
        let text = visit.text(key)
        if text != key { return text }
        return Wording.label(field, word)?.text(in: visit.language) ?? word
    }
}
