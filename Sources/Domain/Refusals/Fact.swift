/// Something a refusal is about, as it will be told.
public enum Fact: Hashable, Sendable, ExpressibleByStringLiteral {
    case text(String)
    case number(Int)
    case money(Money)
    case day(Day)
    /// A word for machines and what people call it.
    case word(String, Phrase)

    public init(stringLiteral value: String) { self = .text(value) }

    public static func word(_ word: some Vocabulary) -> Fact {
        .word(word.rawValue, word.label)
    }

    public static func list(_ words: [some Vocabulary]) -> Fact {
        list(words.map { ($0.rawValue, $0.label) })
    }

    /// Several words, with commas; an empty list is a dash.
    public static func list(_ words: [(String, Phrase)]) -> Fact {
        guard !words.isEmpty else { return .text("–") }
        return .word(
            words.map(\.0).joined(separator: ", "),
            Phrase(
                fr: words.map(\.1.fr).joined(separator: ", "),
                en: words.map(\.1.en).joined(separator: ", ")
            )
        )
    }

    /// The fact for machines, under its own name.
    var plain: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .money(let money): money.plain
        case .day(let day): day.iso
        case .word(let word, _): word
        }
    }

    /// The fact for people; nil where it is the same as for machines.
    var phrase: Phrase? {
        switch self {
        case .text, .number: nil
        case .money(let money):
            Phrase(fr: money.formatted(in: .fr), en: money.formatted(in: .en))
        case .day(let day): Phrase(fr: day.formatted(in: .fr), en: day.formatted(in: .en))
        case .word(_, let phrase): phrase
        }
    }
}
