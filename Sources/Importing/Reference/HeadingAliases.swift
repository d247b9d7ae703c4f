/// Which column every known heading means.
struct HeadingAliases<Field: ListField>: Sendable {
    struct Meaning: Sendable {
        var role: ColumnRole<Field>
        var unit: String?
    }

    private var meanings: [[UInt8]: Meaning] = [:]
    var words = HeadingWords()

    init() {}

    /// - Returns: False for a word that is no field.
    mutating func add(_ alias: String, _ word: String, unit: String = "") -> Bool {
        guard let role = ColumnRole<Field>(word: word) else { return false }
        meanings[FoldedBytes.fold(alias)] = Meaning(role: role, unit: unit.isEmpty ? nil : unit)
        return true
    }

    /// The meaning of a heading; when only its unit is unknown to the list ("RAM (Go)"), the meaning without it, and the unit.
    ///
    /// A heading that names one thing twice, such as "Disque / Stockage (Go)", means what each of its halves means; one that
    /// says first what it is about, such as "Computer Serial Number", what the rest of it means.
    func meaning(of heading: String, units: Units) -> Meaning? {
        if let whole = writtenMeaning(of: heading, units: units) { return whole }
        for shorter in words.shorter(heading) {
            if let meaning = writtenMeaning(of: shorter, units: units) { return meaning }
        }
        return nil
    }

    /// The role of a heading that no list knows, but of which a word betrays that it is about a person.
    func isPersonal(_ heading: String) -> Bool { words.nameAPerson(heading) }

    private func writtenMeaning(of heading: String, units: Units) -> Meaning? {
        if let whole = plainMeaning(of: heading, units: units) { return whole }
        let halves = heading.split(separator: "/" as Character).map { half in
            plainMeaning(of: String(half), units: units)
        }
        guard halves.count == 2, let left = halves[0], let right = halves[1],
            left.role == right.role
        else { return nil }
        return Meaning(role: left.role, unit: left.unit ?? right.unit)
    }

    private func plainMeaning(of heading: String, units: Units) -> Meaning? {
        let folded = FoldedBytes.fold(heading)
        if let whole = meanings[folded] { return whole }
        guard let word = Self.lastWord(heading), units.knows(word) else { return nil }
        let rest = Array(folded.dropLast(FoldedBytes.fold(word).count))
        guard var meaning = meanings[rest] else { return nil }
        meaning.unit = word
        return meaning
    }

    private static func lastWord(_ heading: String) -> String? {
        heading.split { !$0.isLetter && !$0.isNumber }.last.map { $0.lowercased() }
    }
}

extension HeadingAliases<DeviceField> {
    /// Reads `headings.csv`.
    init(_ text: String) throws(ReferenceFault) {
        self.init()
        let table = try ReferenceTable(
            text,
            name: "headings",
            columns: ["field", "source", "unit", "alias"]
        )
        for (index, row) in table.rows.enumerated() {
            if words.add(row["alias"] ?? "", row["field"] ?? "") { continue }
            let isKnown = add(row["alias"] ?? "", row["field"] ?? "", unit: row["unit"] ?? "")
            guard isKnown else { throw ReferenceFault(table: "headings", line: index + 2) }
        }
    }
}
