/// The rules say no: which rule, about what, and what may be done instead.
///
/// `facts` names what the sentence speaks of. A fact that people read otherwise than machines is
/// there three times: `price` is `180.00`, `price.fr` and `price.en` are as each language writes it.
public struct Refusal: Error, Hashable, Codable, Sendable {
    public let code: Code
    public let facts: [String: String]
    /// Names of steps or commands that would help, most helpful first.
    public let next: [String]

    public init(code: Code, facts: [String: String], next: [String]) {
        self.code = code
        self.facts = facts
        self.next = next
    }

    public init(_ code: Code, _ facts: [String: Fact] = [:], next: [String] = []) {
        var told: [String: String] = [:]
        for (name, fact) in facts {
            told[name] = fact.plain
            guard let phrase = fact.phrase else { continue }
            told["\(name).fr"] = phrase.fr
            told["\(name).en"] = phrase.en
        }
        self.init(code: code, facts: told, next: next)
    }

    /// What to tell the person: the rule, the thing, what is missing and what to do.
    ///
    /// A fact that was not given is shown as `…`; nothing crashes for want of a word.
    public func sentence(in language: Language) -> String {
        let template = code.template(in: language)
        var sentence = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            sentence += rest[..<open]
            sentence += told(String(rest[rest.index(after: open)..<close]), in: language)
            rest = rest[rest.index(after: close)...]
        }
        return sentence + rest
    }

    private func told(_ name: String, in language: Language) -> String {
        facts["\(name).\(language.rawValue)"] ?? facts[name] ?? "…"
    }
}

extension Refusal.Code {
    /// The names of the facts that the sentence in a language speaks of.
    public func placeholders(in language: Language) -> Set<String> {
        let pieces = template(in: language)
            .split(separator: "{", omittingEmptySubsequences: false)
            .dropFirst()
        return Set(pieces.compactMap { $0.split(separator: "}").first.map(String.init) })
    }
}
