/// The headings and the words of the lists that are not of devices, from `list_headings.csv` and `list_words.csv`.
public struct KnownLists: Sendable {
    /// The word of the field that each folded heading means.
    private var headings: [ListSubject: [(folded: [UInt8], alias: String, field: String)]] = [:]
    private var words: [ListSubject: [String: [(folded: [UInt8], word: String, value: String)]]] =
        [:]

    init(headings: String, words: String) throws(ReferenceFault) {
        let known = try ReferenceTable(
            headings,
            name: "list_headings",
            columns: ["list", "field", "alias"]
        )
        for (index, row) in known.rows.enumerated() {
            guard let list = ListSubject(rawValue: row["list"] ?? ""), let field = row["field"],
                let alias = row["alias"]
            else { throw ReferenceFault(table: "list_headings", line: index + 2) }
            self.headings[list, default: []].append((FoldedBytes.fold(alias), alias, field))
        }
        let spoken = try ReferenceTable(
            words,
            name: "list_words",
            columns: ["list", "field", "word", "value"]
        )
        for (index, row) in spoken.rows.enumerated() {
            guard let list = ListSubject(rawValue: row["list"] ?? ""), let field = row["field"],
                let word = row["word"], let value = row["value"]
            else { throw ReferenceFault(table: "list_words", line: index + 2) }
            self.words[list, default: [:]][field, default: []]
                .append((FoldedBytes.fold(word), word, value))
        }
    }

    /// The fields that the headings of a list are said to mean, for tests of the reference lists.
    public func fields(of list: ListSubject) -> Set<String> {
        Set((headings[list] ?? []).map(\.field))
    }

    /// What a word of a field stands for: the words of the reference list first, then those given.
    ///
    /// - Returns: The value, or the nearest words that are known.
    public func value(
        of text: String,
        _ list: ListSubject,
        _ field: String,
        or further: [(word: String, value: String)]
    ) -> ListWord {
        let folded = FoldedBytes.fold(text)
        let all =
            (words[list]?[field] ?? [])
            + further.map { (FoldedBytes.fold($0.word), $0.word, $0.value) }
        if let known = all.first(where: { $0.folded == folded }) { return .value(known.value) }
        let limit = max(1, folded.count / 3)
        let near = all.map { (distance: EditDistance.between(folded, $0.folded), word: $0.word) }
            .filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
        var met: Set<[UInt8]> = []
        let distinct = near.filter { met.insert(FoldedBytes.fold($0.word)).inserted }
        let usual = further.map(\.word)
        return .unknown(nearest: near.isEmpty ? usual : distinct.prefix(3).map(\.word))
    }

    func aliases<Field: ListField>(of list: ListSubject) -> HeadingAliases<Field> {
        var aliases = HeadingAliases<Field>()
        for known in headings[list] ?? [] { _ = aliases.add(known.alias, known.field) }
        for field in Field.allCases { _ = aliases.add(field.rawValue, field.rawValue) }
        _ = aliases.add(RejectsWriter.heading, "ignored")
        return aliases
    }

    /// The list of which these headings name at least three fields, and more than `count`; nil when there is none.
    ///
    /// Of several it is the one that more headings tell from the others, then the one of which more are named. What is told of
    /// the list that somebody asked for (`own`) outweighs what is merely counted of another.
    func subject(
        of cells: [String],
        naming count: Int,
        except own: ListSubject = .devices
    ) -> ListSubject? {
        let folded = Set(cells.map { FoldedBytes.fold($0) })
        var best: (list: ListSubject, telling: Int, count: Int)?
        for list in ListSubject.allCases where list != own {
            let named = fields(of: list, in: folded).count
            let telling = telling(list, beside: own, in: folded)
            guard named >= 3, named > count, telling >= self.telling(own, beside: list, in: folded)
            else { continue }
            guard let other = best, (telling, named) <= (other.telling, other.count) else {
                best = (list, telling, named)
                continue
            }
        }
        return best?.list
    }

    /// Whether some heading tells the list from those of devices.
    func tells(_ list: ListSubject, in cells: [String]) -> Bool {
        telling(list, beside: .devices, in: Set(cells.map { FoldedBytes.fold($0) })) > 0
    }

    /// How many fields that tell a list are named by headings that mean nothing in the `other`.
    private func telling(
        _ list: ListSubject,
        beside other: ListSubject,
        in folded: Set<[UInt8]>
    ) -> Int {
        let shared = Set((headings[other] ?? []).map(\.folded))
        return fields(of: list, in: folded.subtracting(shared)).intersection(list.tellingFields)
            .count
    }

    private func fields(of list: ListSubject, in folded: Set<[UInt8]>) -> Set<String> {
        Set((headings[list] ?? []).filter { folded.contains($0.folded) }.map(\.field))
    }
}

/// What a word of a closed list stands for.
public enum ListWord: Sendable, Hashable {
    case value(String)
    /// With the words that it may have been meant for, or all there are.
    case unknown(nearest: [String])
}
