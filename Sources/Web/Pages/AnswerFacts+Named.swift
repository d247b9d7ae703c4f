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
            table: table.map { table in
                AnswerTable(
                    headings: table.headings.map {
                        AnswerTable.Heading(text: visit.fact($0.text), isFigure: $0.isFigure)
                    },
                    rows: table.rows
                )
            }
        )
    }
}

extension Visit {
    /// What people call a member of an answer; its own name with a capital where nothing is known.
    fileprivate func fact(_ name: String) -> String {
        let word = String(name.lowercased().map { $0 == " " ? "_" : $0 })
        let known = ["fact.", "field."].map { $0 + word }.first { text($0) != $0 }
        return known.map { text($0) } ?? name.capitalisedFirst
    }
}
