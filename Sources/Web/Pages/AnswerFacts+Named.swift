extension AnswerFacts {
    /// The facts under the words that people have for them, where the locales know some.
    func named(_ visit: Visit) -> [Fact] { facts.map { $0.named(visit) } }
}

extension AnswerFacts.Fact {
    fileprivate func named(_ visit: Visit) -> AnswerFacts.Fact {
        AnswerFacts.Fact(
            name: visit.fact(name),
            value: value,
            path: path,
            facts: facts.map { $0.named(visit) },
            table: table?.named(visit)
        )
    }
}

extension AnswerTable {
    /// The table under the words that people have for its columns; for one whose columns no question declares.
    func named(_ visit: Visit) -> AnswerTable {
        AnswerTable(
            headings: headings.map { Heading(text: visit.fact($0.text), isFigure: $0.isFigure) },
            rows: rows
        )
    }
}

extension Visit {
    /// What people call a member of an answer; its own name with a capital where nothing is known.
    fileprivate func fact(_ name: String) -> String {
        knownFact(name) ?? name.capitalisedFirst
    }

    /// What people call a member of an answer; nil where the locales know nothing.
    func knownFact(_ name: String) -> String? {
        let word = String(name.lowercased().map { $0 == " " ? "_" : $0 })
        return ["fact.", "field."].map { $0 + word }.first { text($0) != $0 }.map { text($0) }
    }
}
