import Application
import Domain

/// What a form with boxes of its own says, as the JSON form of a command.
///
/// `drives.0.serial` is a member of the first drive, `official.quotient` one of an object. After a colon stands what a box
/// holds: `number`, `truth` or `euros` (which become cents); `lines` and `figures` are lists of texts and numbers, one to a line
/// or with commas between them. A name that ends in `!` is of a box without which its row, or its
/// object, is left out; a member that ends in `[]` is a list. Objects may hold objects: `means.official.quotient`.
struct FormJSON {
    private struct Box {
        /// The field, then the row of a list, then the member.
        let parts: [String]
        let kind: String
        let isDecisive: Bool
        let texts: [String]

        init(_ name: String, _ texts: [String]) {
            isDecisive = name.hasSuffix("!")
            let plain = isDecisive ? name.dropLast() : name[...]
            let halves = plain.split(separator: ":", maxSplits: 1)
            kind = halves.count == 2 ? String(halves[1]) : "text"
            parts = (halves.first ?? "").split(separator: ".").map(String.init)
            self.texts = texts.filter { !$0.allSatisfy(\.isWhitespace) }
        }

        var isPlain: Bool { parts.count == 1 && kind == "text" && !isDecisive }

        /// True for what somebody wrote: a choice, the number of a line and a zero say nothing by themselves.
        func isTyped(_ shape: FieldShape?) -> Bool {
            guard let text = texts.last, let shape, parts.last != "line" else { return false }
            switch shape {
            case .word, .truth: return false
            case .text, .number, .day, .list, .members: return Euros.cents(text) != 0
            }
        }

        /// Nil when nothing was filled in.
        func value(_ names: BoxNames) throws(Failure) -> JSONValue? {
            guard let last = texts.last else { return nil }
            if kind == "lines" || kind == "figures" { return try list(names) }
            guard parts.last?.hasSuffix("[]") == true else { return try read(last, names) }
            var list: [JSONValue] = []
            for text in texts { list.append(try read(text, names)) }
            return .list(list)
        }

        private func list(_ names: BoxNames) throws(Failure) -> JSONValue {
            let items = texts.flatMap { $0.split { ",;".contains($0) || $0.isNewline } }
            var list: [JSONValue] = []
            for item in items.map({ $0.trimmed }) where !item.isEmpty {
                list.append(try read(item, names))
            }
            return .list(list)
        }

        private func read(_ text: String, _ names: BoxNames) throws(Failure) -> JSONValue {
            switch kind {
            case "number", "figures":
                guard let number = Int64(text.filter { !$0.isWhitespace }) else {
                    throw names.misread(text, in: parts, expected: .wholeNumber)
                }
                return .number(number)
            case "truth": return .truth(text == "true")
            case "euros":
                guard let cents = Euros.cents(text) else {
                    throw names.misread(text, in: parts, expected: .amount)
                }
                return .number(cents)
            default: return .text(text)
            }
        }
    }

    private let plain: [String: [String]]
    private let boxes: [Box]

    init(_ form: Fields) {
        let all = form.values.map { Box($0.key, $0.value) }
        boxes = all.filter { !$0.isPlain }
        let names = Set(all.filter(\.isPlain).compactMap(\.parts.first))
        plain = form.filled.filter { names.contains($0.key) }
    }

    /// The form of a command or question that takes these fields.
    ///
    /// - Throws: `.unreadable`, naming the box, for a figure or an amount that is none, and for what is missing.
    func bytes(
        for fields: [FieldDescription],
        _ visit: Visit,
        shapes: [String: FieldShape] = [:]
    ) throws(Failure) -> [UInt8] {
        let names = BoxNames(fields: fields, shapes: shapes, visit: visit)
        let given: JSONValue
        do throws(GivenFields.Misfit) {
            given = JSONValue(bytes: try GivenFields(plain).json(for: fields))
        } catch {
            throw names.misread(error.text, in: [error.field], expected: error.expected)
        }
        guard case .object(var members) = given else { return given.bytes }
        for field in fields {
            let own = boxes.filter { $0.parts.first == field.name }
            if !own.isEmpty, let value = try value(of: field, own, names) {
                members[field.name] = value
            }
            guard members[field.name] != nil || !field.isRequired else {
                throw names.missing([field.name])
            }
        }
        return JSONValue.object(members).bytes
    }

    private func value(
        of field: FieldDescription,
        _ own: [Box],
        _ names: BoxNames
    ) throws(Failure) -> JSONValue? {
        let shape = names.shapes[field.name]
        guard field.type == "array" else {
            guard own.first?.parts.count != 1 else { return try own.first?.value(names) }
            return try object(own, at: 1, shape, names)
        }
        if own.allSatisfy({ $0.parts.count == 1 }) {
            return try own.first?.value(names) ?? (field.isRequired ? .list([]) : nil)
        }
        let rows = try rows(own, at: 1, shape, names)
        return field.isRequired || rows != [] ? rows : nil
    }

    /// The lines of a table, by the numbers in the names of their boxes.
    private func rows(
        _ boxes: [Box],
        at depth: Int,
        _ shape: FieldShape?,
        _ names: BoxNames
    ) throws(Failure) -> JSONValue {
        let rows = Dictionary(grouping: boxes.filter { $0.parts.count >= depth + 2 }) {
            Int($0.parts[depth]) ?? 0
        }
        var element: FieldShape?
        if case .list(let each) = shape { element = each }
        var list: [JSONValue] = []
        for (_, boxes) in rows.sorted(by: { $0.key < $1.key }) {
            if let row = try object(boxes, at: depth + 1, element, names) { list.append(row) }
        }
        return .list(list)
    }

    /// Nil when nothing was filled in, or a box was not without which it means nothing.
    private func object(
        _ boxes: [Box],
        at depth: Int,
        _ shape: FieldShape?,
        _ names: BoxNames
    ) throws(Failure) -> JSONValue? {
        let inside = boxes.filter { $0.parts.count > depth }
        let here = inside.filter { $0.parts.count == depth + 1 }
        let known = shape?.byName ?? [:]
        if let empty = here.first(where: { $0.isDecisive && $0.texts.isEmpty }) {
            guard here.contains(where: { $0.isTyped(known[$0.parts[depth]]?.shape) }) else {
                return nil
            }
            throw names.missing(empty.parts)
        }
        var members: [String: JSONValue] = [:]
        for box in here {
            let name = box.parts[depth]
            let value = try box.value(names)
            if let value { members[name.hasSuffix("[]") ? String(name.dropLast(2)) : name] = value }
        }
        let deeper = Dictionary(grouping: inside.filter { $0.parts.count > depth + 1 }) {
            $0.parts[depth]
        }
        for (name, boxes) in deeper {
            let isTable = boxes.allSatisfy { Int($0.parts[depth + 1]) != nil }
            let shape = known[name]?.shape
            members[name] =
                isTable
                ? try rows(boxes, at: depth + 1, shape, names)
                : try object(boxes, at: depth + 1, shape, names)
        }
        guard !members.isEmpty else { return nil }
        for box in here where box.texts.isEmpty && known[box.parts[depth]]?.isRequired == true {
            throw names.missing(box.parts)
        }
        return .object(members)
    }
}

extension FieldShape {
    /// The members of an object; none of anything else.
    fileprivate var byName: [String: Member] {
        guard case .members(let members) = self else { return [:] }
        return Dictionary(members.map { ($0.name, $0) }) { first, _ in first }
    }
}

extension Substring {
    /// Without white space around it.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}

extension Phrase {
    fileprivate static let wholeNumber = Phrase(fr: "un nombre entier", en: "a whole number")
    fileprivate static let amount = Phrase(
        fr: "un montant en euros, comme 12,50",
        en: "an amount in euros, such as 12.50"
    )
}

/// Amounts as people type them.
enum Euros {
    /// `12`, `12,5`, `12.50 €` or `1 234,56` in cents; nil for anything else and for a third decimal.
    static func cents(_ text: String) -> Int64? {
        let digits = text.filter { !$0.isWhitespace && $0 != "€" }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(parts.count), let whole = number(parts[0]) else { return nil }
        guard parts.count == 2 else { return cents(whole, 0) }
        guard (1...2).contains(parts[1].count), let decimals = number(parts[1]) else { return nil }
        return cents(whole, parts[1].count == 1 ? decimals * 10 : decimals)
    }

    /// As a box shows an amount, in the language's own way of writing decimals.
    static func typed(_ cents: Int64, in language: Language) -> String {
        let plain = Money(cents: cents).plain
        return language == .fr ? String(plain.map { $0 == "." ? "," : $0 }) : plain
    }

    private static func number(_ digits: Substring) -> Int64? {
        digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int64(digits) : nil
    }

    private static func cents(_ whole: Int64, _ decimals: Int64) -> Int64? {
        let (product, isTooLarge) = whole.multipliedReportingOverflow(by: 100)
        guard !isTooLarge, product <= .max - decimals else { return nil }
        return product + decimals
    }
}
