import Application
import Domain

/// Draws the boxes of a command or question from the shapes of its fields, filled with what was given.
///
/// Nobody types JSON, a word of a list or an amount in cents: words become choices in the language, records the lines of a
/// table, amounts euros.
struct FormDrawing {
    let visit: Visit
    /// What the boxes show: names as `FormJSON` reads them, or the plain names of a link.
    let given: Fields
    /// Truths may be left unsaid, which is neither yes nor no; a filter ticks a box instead.
    var ticksTruths = false

    func boxes(
        _ fields: [FieldDescription],
        _ shapes: [String: FieldShape]
    ) -> [FormBox] {
        fields.flatMap { field in
            let place = Place(
                name: field.name,
                field: field.name,
                label: label(of: field, shapes[field.name]),
                isRequired: field.isRequired
            )
            return draw(place, shapes[field.name] ?? declared(field.type))
        }
    }

    /// Where a box stands: the name of its input so far, and the member whose words it may take.
    private struct Place {
        let name: String
        let field: String
        let label: String
        let isRequired: Bool
        /// In an object or a line of a table.
        var isInside: Bool { name.contains(".") }
    }

    private func declared(_ type: String) -> FieldShape {
        switch type {
        case "integer": .number
        case "boolean": .truth
        case "array": .list(of: .text)
        case "object": .members([])
        default: .text
        }
    }

    private func draw(_ place: Place, _ shape: FieldShape) -> [FormBox] {
        if let words = FormWords.choices(place.field, shape, visit) {
            return [choice(place, words)]
        }
        switch shape {
        case .members(let members) where !members.isEmpty:
            return members.flatMap { draw(inside(place, $0), $0.shape) }
        case .list(.members(let members)) where !members.isEmpty: return [table(place, members)]
        case .list(.word(let words)): return many(place, words)
        case .members: return [box(.long, place)]
        case .list(let element):
            let place = FormWords.mayBeEmpty.contains(place.field) ? optional(place) : place
            return [box(.lines, place, holding: element == .number ? "figures" : "lines")]
        case .truth where ticksTruths: return [tick(place)]
        case .truth: return [choice(place, FormWords.truths(visit), holding: "truth")]
        case .day: return [box(.day, place)]
        case .number where place.field.hasSuffix("cents"):
            return [box(.amount, place, holding: "euros")]
        // A plain field is read by its declared type; inside of others the name has to say it.
        case .number: return [box(.number, place, holding: place.isInside ? "number" : nil)]
        case .text, .word: return [box(FormWords.isLong(place.field) ? .long : .text, place)]
        }
    }

    private func optional(_ place: Place) -> Place {
        Place(name: place.name, field: place.field, label: place.label, isRequired: false)
    }

    private func inside(_ place: Place, _ member: FieldShape.Member) -> Place {
        let label = FormWords.label(member.name, visit) ?? member.name
        return Place(
            name: "\(place.name).\(member.name)",
            field: member.name,
            label: "\(place.label)\(visit.text("colon")) \(label)",
            isRequired: false
        )
    }

    private func label(of field: FieldDescription, _ shape: FieldShape?) -> String {
        let own = FormWords.isNamed(field.name, shape) ? FormWords.label(field.name, visit) : nil
        return own ?? field.meaning.text(in: visit.language).withoutArticle.capitalisedFirst
    }
}

extension FormDrawing {
    private func box(_ kind: FormBox.Kind, _ place: Place, holding: String? = nil) -> FormBox {
        FormBox(
            kind,
            named(place, holding),
            label: place.label,
            value: value(place.name, holding),
            isRequired: place.isRequired,
            list: FormLists.name(for: place.field, isNumber: kind == .number).map { "known-" + $0 }
        )
    }

    private func named(_ place: Place, _ holding: String?) -> String {
        holding.map { "\(place.name):\($0)" } ?? place.name
    }

    /// What a box was filled with, under its own name or the plain one of a link.
    private func value(_ name: String, _ holding: String?) -> String {
        let plain = given.values[name]?.joined(separator: "\n") ?? ""
        guard let holding else { return plain }
        if let typed = given.values["\(name):\(holding)"] { return typed.joined(separator: "\n") }
        guard holding == "euros", let cents = Int64(plain) else { return plain }
        return Euros.typed(cents, in: visit.language)
    }

    private func tick(_ place: Place) -> FormBox {
        FormBox(.tick, place.name, label: place.label, isChecked: given[place.name] == "true")
    }

    private func choice(
        _ place: Place,
        _ words: [FormWords.Word],
        holding: String? = nil
    ) -> FormBox {
        let holding = place.isInside ? holding : nil
        return FormBox(
            .choice,
            named(place, holding),
            label: place.label,
            isRequired: place.isRequired,
            choices: choices(words, chosen: value(place.name, holding))
        )
    }

    private func choices(_ words: [FormWords.Word], chosen: String) -> [Choice] {
        [Choice(word: "", label: "", isChosen: chosen.isEmpty)]
            + words.map { Choice(word: $0.word, label: $0.label, isChosen: $0.word == chosen) }
    }

    /// Boxes to tick, or one choice after the other where their order says something.
    private func many(_ place: Place, _ words: [FieldShape.Word]) -> [FormBox] {
        let chosen = given.values[place.name] ?? []
        let words = words.map { FormWords.said($0, place.field, visit) }
        guard FormWords.ordered.contains(place.field) else {
            let choices = words.map {
                Choice(word: $0.word, label: $0.label, isChosen: chosen.contains($0.word))
            }
            return [FormBox(.many, place.name, label: place.label, choices: choices)]
        }
        return words.indices.map { rank in
            FormBox(
                .choice,
                place.name,
                label: "\(place.label) \(rank + 1)",
                choices: choices(words, chosen: rank < chosen.count ? chosen[rank] : "")
            )
        }
    }
}

extension FormDrawing {
    /// How many empty lines stand below those that are filled.
    private static let spare = 3

    private func table(_ place: Place, _ members: [FieldShape.Member]) -> FormBox {
        let filled = given.filled.keys.compactMap { row(in: $0, of: place) }.max()
        let asked = given.number("more." + place.name).flatMap { Int(exactly: $0) } ?? 0
        let rows = 0..<((filled ?? -1) + 1 + min(max(asked, Self.spare), 50))
        let widths = members.map { width(of: $0, in: place, rows) }
        let headings = zip(members, widths).flatMap { columns(of: $0, width: $1) }
        let lines = rows.map { row in
            FormTable.Line(
                cells: zip(members, widths).flatMap { cells(of: $0, in: place, row, width: $1) }
            )
        }
        return FormBox(
            .table,
            place.name,
            label: place.label,
            table: FormTable(columns: headings, lines: lines)
        )
    }

    /// The line of a box by its name; nil for boxes of other fields.
    private func row(in name: String, of place: Place) -> Int? {
        guard name.hasPrefix(place.name + ".") else { return nil }
        return Int(name.dropFirst(place.name.count + 1).prefix { $0 != "." })
    }

    private func columns(of member: FieldShape.Member, width: Int) -> [String] {
        let label = FormWords.label(member.name, visit) ?? member.name
        guard case .list(.number) = member.shape else { return [label] }
        let each = FormWords.label(member.name + "_each", visit) ?? label
        return (0..<width).map { "\(each) \($0 + 1)" }
    }

    /// How many figures a list in a line holds: as many as the longest that is given, else five; one for anything else.
    private func width(
        of member: FieldShape.Member,
        in place: Place,
        _ rows: Range<Int>
    ) -> Int {
        guard case .list(.number) = member.shape else { return 1 }
        let longest = rows.map { given.values[figures(member, place, $0)]?.count ?? 0 }.max() ?? 0
        return longest == 0 ? 5 : longest
    }

    private func figures(_ member: FieldShape.Member, _ place: Place, _ row: Int) -> String {
        let holding = member.name.hasSuffix("cents") ? "euros" : "number"
        return "\(place.name).\(row).\(member.name)[]:\(holding)"
    }

    private func cells(
        of member: FieldShape.Member,
        in place: Place,
        _ row: Int,
        width: Int
    ) -> [FormBox] {
        let names = columns(of: member, width: width).map {
            "\($0), \(visit.text("command.line")) \(row + 1)"
        }
        guard case .list(.number) = member.shape else {
            let cell = Place(
                name: "\(place.name).\(row).\(member.name)",
                field: member.name,
                label: names[0],
                isRequired: false
            )
            return draw(cell, member.shape)
        }
        let name = figures(member, place, row)
        let texts = given.values[name] ?? []
        return names.enumerated().map { column, label in
            let text = column < texts.count ? texts[column] : ""
            return FormBox(.amount, name, label: label, value: text)
        }
    }
}

extension String {
    /// Without the article that a sentence gives it: a label names a thing.
    fileprivate var withoutArticle: String {
        let articles = ["the ", "le ", "la ", "les ", "l'"]
        guard let article = articles.first(where: { hasPrefix($0) }) else { return self }
        return String(dropFirst(article.count))
    }
}
