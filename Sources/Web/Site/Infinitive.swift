import Domain

/// What a command does, said as a title: "publishes a price grid from a day on" is headed "Publish a price grid from a day on".
enum Infinitive {
    /// The first clause of the summary, its verb as dictionaries give it; a summary that starts with a noun as it is.
    static func of(_ summary: Phrase, in language: Language) -> String {
        let text = summary.text(in: language)
        let clause = text.prefix { !",;:".contains($0) }
        let words = clause.split(separator: " ", maxSplits: 1)
        guard let verb = words.first, !nouns.contains(String(verb)) else {
            return text.capitalisedFirst
        }
        let rest = words.count == 2 ? " " + words[1] : ""
        let infinitive = language == .fr ? french(String(verb)) : english(String(verb))
        return (infinitive + rest).trimmedEnd.capitalisedFirst
    }

    private static let nouns: Set<String> = [
        "le", "la", "les", "l'histoire", "depuis", "imports", "the", "devices", "for",
    ]

    private static let irregular = [
        "choisit": "choisir", "clôt": "clore", "décrit": "décrire", "dit": "dire",
        "émet": "émettre", "envoie": "envoyer", "fait": "faire", "fond": "fondre",
        "inscrit": "inscrire", "libère": "libérer", "met": "mettre", "prélève": "prélever",
        "prend": "prendre", "reçoit": "recevoir", "rejette": "rejeter", "remet": "remettre",
        "reprend": "reprendre", "retient": "retenir", "saisit": "saisir", "vend": "vendre",
    ]

    /// From the third person: verbs of the first group take an `r`.
    private static func french(_ verb: String) -> String {
        irregular[verb] ?? (verb.hasSuffix("e") ? verb + "r" : verb)
    }

    /// From the third person: without its ending.
    private static func english(_ verb: String) -> String {
        if verb.hasSuffix("ies") { return verb.dropLast(3) + "y" }
        if ["shes", "ches", "sses"].contains(where: { verb.hasSuffix($0) }) {
            return String(verb.dropLast(2))
        }
        return verb.hasSuffix("s") ? String(verb.dropLast()) : verb
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last])
    }
}

extension Visit {
    /// The heading of a command's form: what people call it, or what it does.
    func heading(_ name: String, _ summary: Phrase) -> String {
        let key = "do." + name
        let own = text(key)
        return own == key ? Infinitive.of(summary, in: language) : own
    }
}
