import Application

/// Which words of the command line stand for which entries of the list.
///
/// An entry that has no words of its own is reached by its name under `moulin do`.
enum VerbList {
    static let words: [(noun: String, verb: String, entry: String)] = [
        ("device", "step", "take-step")
    ]

    /// The nouns that have verbs, in the order of the table, and `do`.
    static var nouns: [String] {
        words.map(\.noun).reduce(into: []) { nouns, noun in
            if !nouns.contains(noun) { nouns.append(noun) }
        } + ["do"]
    }

    static func verbs(of noun: String) -> [Verb] {
        words.filter { $0.noun == noun }.compactMap { verb($0.noun, $0.verb, $0.entry) }
    }

    /// Every entry under its own name.
    static var byName: [Verb] {
        Catalogue.commands.map { Verb(noun: "do", name: $0.name, target: .command($0)) }
            + Catalogue.questions.map { Verb(noun: "do", name: $0.name, target: .question($0)) }
    }

    private static func verb(_ noun: String, _ verb: String, _ entry: String) -> Verb? {
        if let command = Catalogue.commands.first(where: { $0.name == entry }) {
            return Verb(noun: noun, name: verb, target: .command(command))
        }
        if let question = Catalogue.questions.first(where: { $0.name == entry }) {
            return Verb(noun: noun, name: verb, target: .question(question))
        }
        return nil
    }
}
