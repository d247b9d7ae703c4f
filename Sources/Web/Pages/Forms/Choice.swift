import Domain

/// A word to choose in a form.
struct Choice {
    let word: String
    let label: String
    let isChosen: Bool
}

extension Visit {
    /// All words of a list, the one that the query names chosen.
    func choices<V: Vocabulary>(
        _ type: V.Type,
        named field: String,
        among words: [V]? = nil,
        else usual: V? = nil
    ) -> [Choice] {
        let chosen = query[field] ?? usual?.rawValue
        return (words ?? Array(V.allCases)).map {
            Choice(
                word: $0.rawValue,
                label: $0.label(in: language),
                isChosen: $0.rawValue == chosen
            )
        }
    }
}
