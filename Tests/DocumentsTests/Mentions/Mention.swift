import Domain
import Testing

/// What a rule demands on a paper, and the words in which the sample of that paper says it.
///
/// Written down by hand beside the contents, not taken from them: a content that forgets a mention is caught.
struct Mention: Sendable {
    let asked: String
    /// The text that asks for it; « house » for a rule of ours.
    let rule: String
    let words: [String]

    init(_ asked: String, _ rule: String, _ words: String...) {
        self.asked = asked
        self.rule = rule
        self.words = words
    }
}

/// The demands on one kind of paper.
struct PaperDemands: Sendable, CustomTestStringConvertible {
    let kind: DocumentType
    /// The specimen of `DocumentTests` on which the words are looked for.
    let sample: String
    /// How the paper is issued.
    let command: String
    /// The suites that issue it by that command and read it.
    let tests: [String]
    let mentions: [Mention]
    /// What must never be on it, and why not.
    let never: [Mention]

    init(
        _ kind: DocumentType,
        _ sample: String,
        by command: String,
        in tests: String...,
        mentions: [Mention],
        never: [Mention] = []
    ) {
        self.kind = kind
        self.sample = sample
        self.command = command
        self.tests = tests
        self.mentions = mentions
        self.never = never
    }

    var testDescription: String { sample }

    static let all = donors + figures + abroad + workshop + counter + social
}

extension Mention {
    /// What every paper says of itself.
    static func numbered(_ number: String, _ day: String) -> [Mention] {
        [
            Mention("number in its series", "house, guarantee I4", number),
            Mention("day of issue", "house", day),
            Mention("verification code and hash", "house", "7KQ4-M2XD", "SHA-256 9f86d081884c"),
        ]
    }

    /// Who issues a French tax receipt.
    static func beneficiary(_ rule: String) -> [Mention] {
        [
            Mention("beneficiary's name", rule, "Le Moulin numérique"),
            Mention("SIREN or RNA", rule, "SIREN 732 829 320 · RNA W595012345"),
            Mention("beneficiary's address", rule, "12 rue du Bief, 59000 Lille"),
            Mention(
                "object",
                rule,
                "Remettre en état des ordinateurs donnés et les vendre à prix solidaire aux foyers modestes"
            ),
            Mention("category, ticked", rule, "☒ Œuvre ou organisme d'intérêt général"),
        ]
    }

    /// Who signs, and in which capacity.
    static func signed(_ rule: String) -> [Mention] {
        [Mention("signer and capacity", rule, "Hélène Lefèvre", "Présidente")]
    }

    /// Who sells or gives at the counter.
    static let seller = [
        Mention("seller's name", "CGI annex II 242 nonies A", "Le Moulin numérique"),
        Mention("legal form", "Code de commerce R.123-237", "Association loi 1901"),
        Mention("SIREN or RNA", "Code de commerce R.123-237", "SIREN 732 829 320 · RNA W595012345"),
        Mention("address", "CGI annex II 242 nonies A", "12 rue du Bief", "59000 Lille"),
    ]
}
