public import Domain
import Tabular

/// One row of a list that is not of devices: what its cells say, and what is wrong with them.
///
/// Reading a value that is not there gives nil and is no error; reading one that is no such value gives nil, and is.
public struct ListRow<Field: ListField>: Sendable {
    struct Cell: Sendable {
        let column: Int
        let heading: String
        let text: String
    }

    /// The physical line on which the row starts, counted from 1.
    public let line: Int
    private let shared: SharedPlan<Field>
    let cells: [Field: Cell]
    /// Why the row is not taken; empty while it is good.
    public private(set) var errors: [RowError] = []
    /// What to know of the row although it is good.
    public private(set) var notes: [RowNote] = []

    init(line: Int, plan: SharedPlan<Field>, cells: [Field: Cell]) {
        self.line = line
        shared = plan
        self.cells = cells
    }

    var plan: ListPlan<Field> { shared.plan }

    /// Tells something of the row that keeps nobody from taking it.
    public mutating func note(_ text: Phrase) {
        notes.append(RowNote(line: line, text: text))
    }

    /// Says what is wrong with a field; the whole row is meant when the list has no column for it.
    public mutating func fail(_ field: Field, _ problem: Problem) {
        let column = plan.map.column(of: field)
        let cell = cells[field]
        let isHidden = plan.form.isConfidential || plan.form.secrets.contains(field)
        let error = RowError(
            line: line,
            column: cell?.column ?? column?.number ?? 0,
            heading: cell?.heading ?? column?.heading ?? "",
            value: isHidden ? "" : String((cell?.text ?? "").prefix(80)),
            problem: problem
        )
        // Two fields may read one cell, and are wrong for the same reason.
        if !errors.contains(error) { errors.append(error) }
    }

    /// Says what is wrong with the row as a whole.
    public mutating func fail(_ problem: Problem) {
        errors.append(RowError(line: line, column: 0, heading: "", value: "", problem: problem))
    }

    /// Whether the row has a cell of the field that says something.
    public func says(_ field: Field) -> Bool { cells[field] != nil }

    /// The cell as it is, whatever it says; empty where there is nothing.
    public func written(_ field: Field) -> String { cells[field]?.text ?? "" }

    /// Whether the list has a column for the field.
    public func has(_ field: Field) -> Bool { plan.map.column(of: field) != nil }

    /// What a cell says, trimmed; nil when it is blank, says nothing ("-", "n/a"), or a spreadsheet damaged it.
    public mutating func text(_ field: Field) -> String? {
        guard let cell = cells[field] else { return nil }
        var text = cell.text
        let damage = text.withUTF8 { bytes -> Problem? in
            let bytes = UnsafeRawBufferPointer(bytes)
            if SpreadsheetDamage.isError(bytes) { return SpreadsheetDamage.problem(bytes) }
            return SpreadsheetDamage.isRounded(bytes) ? .roundedNumber : nil
        }
        guard let damage else { return cell.text }
        fail(field, damage)
        return nil
    }

    /// The same of a field without which there is no row.
    public mutating func required(_ field: Field) -> String? {
        let before = errors.count
        if let text = text(field) { return text }
        if errors.count == before { fail(field, .missing) }
        return nil
    }

    /// A word of a closed list: as the house writes it, as people label it, or as the reference list knows it.
    public mutating func word<Value: Vocabulary>(_ field: Field, _: Value.Type) -> Value? {
        guard let text = text(field) else { return nil }
        return word(text, of: field, Value.self)
    }

    /// What a cell means by the words of another field, if anything; no error when it means nothing there.
    public func meaning<Value: Vocabulary>(
        of field: Field,
        as other: Field,
        _: Value.Type
    ) -> Value? {
        guard let text = cells[field]?.text else { return nil }
        let lists = plan.reference.lists
        switch lists.value(of: text, plan.form.subject, other.rawValue, or: []) {
        case .value(let word): return Value(rawValue: word)
        case .unknown: return nil
        }
    }

    /// A word of the reference list, such as a country; `codes` are known as they are.
    public mutating func listed(_ field: Field, or codes: (String) -> Bool) -> String? {
        guard let text = text(field) else { return nil }
        let lists = plan.reference.lists
        switch lists.value(of: text, plan.form.subject, field.rawValue, or: []) {
        case .value(let word): return word
        case .unknown where codes(text): return text
        case .unknown(let nearest):
            fail(field, .unknownWord(nearest: nearest))
            return nil
        }
    }

    /// The same for several words in one cell, set apart by commas, semicolons, slashes, plus signs or line ends.
    public mutating func words<Value: Vocabulary>(_ field: Field, _: Value.Type) -> [Value] {
        guard let text = text(field) else { return [] }
        let parts = text.split { ",;/+|\n".contains($0) }.map { String($0.trimmingWhiteSpace) }
        var values: [Value] = []
        for part in parts where !part.isEmpty {
            guard let value = word(part, of: field, Value.self) else { return [] }
            if !values.contains(value) { values.append(value) }
        }
        return values
    }

    private mutating func word<Value: Vocabulary>(
        _ text: String,
        of field: Field,
        _: Value.Type
    ) -> Value? {
        let own = Value.allCases.flatMap { value in
            [value.rawValue, value.label.fr, value.label.en].map { ($0, value.rawValue) }
        }
        let lists = plan.reference.lists
        switch lists.value(of: text, plan.form.subject, field.rawValue, or: own) {
        case .value(let word):
            if let value = Value(rawValue: word) { return value }
            fail(field, .unknownWord(among: Value.allCases.map(\.label)))
        case .unknown(let nearest) where nearest.count < own.count:
            fail(field, .unknownWord(nearest: nearest))
        case .unknown:
            fail(field, .unknownWord(among: Value.allCases.map(\.label)))
        }
        return nil
    }
}
