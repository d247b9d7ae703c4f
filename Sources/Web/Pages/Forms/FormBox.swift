/// A box of a form that is drawn from the shape of its field.
///
/// What it holds stands in the name of its input, as `FormJSON` reads it: `cents:euros`, `devices:lines`.
struct FormBox {
    enum Kind {
        case text
        case long
        /// Several values, each on a line.
        case lines
        case number
        case amount
        case day
        /// Ticked or not.
        case tick
        /// One of the words.
        case choice
        /// Any of the words.
        case many
        case table
    }

    let label: String
    let name: String
    let value: String
    let isRequired: Bool
    let isChecked: Bool
    /// The words to choose from; empty for everything else.
    let choices: [Choice]
    /// The id of the list of what is usually written here; nil for none.
    let list: String?
    /// What the house calls the thing that is written here; nil for everything else.
    private(set) var known: String?
    /// Shown and sent, and not to be written in.
    private(set) var isFixed = false
    /// The records of a list, as lines of a table.
    let table: FormTable?

    // Templates ask for one word each.
    let isPlain: Bool
    let isLong: Bool
    let isLines: Bool
    let isNumber: Bool
    let isAmount: Bool
    let isDay: Bool
    let isTick: Bool
    let isChoice: Bool
    let isMany: Bool
    /// A label stands around it.
    let isLabelled: Bool

    init(
        _ kind: Kind,
        _ name: String,
        label: String,
        value: String = "",
        isRequired: Bool = false,
        isChecked: Bool = false,
        choices: [Choice] = [],
        list: String? = nil,
        table: FormTable? = nil
    ) {
        self.label = label
        self.name = name
        self.value = value
        self.isRequired = isRequired
        self.isChecked = isChecked
        self.choices = choices
        self.list = list
        self.table = table
        isPlain = [.text, .number, .amount].contains(kind)
        isLong = [.long, .lines].contains(kind)
        isLines = kind == .lines
        isNumber = kind == .number
        isAmount = kind == .amount
        isDay = kind == .day
        isTick = kind == .tick
        isChoice = kind == .choice
        isMany = kind == .many
        isLabelled = ![.tick, .many, .table].contains(kind)
    }

    /// The same, not to be written in.
    var fixed: FormBox {
        var box = self
        box.isFixed = true
        return box
    }

    /// The same, with the name of what its number stands for.
    func naming(from lists: [FormLists.List]) -> FormBox {
        var box = self
        box.known =
            lists.first { $0.id == list }?.entries.first { $0.word == value }?.label
        return box
    }
}

/// Records of a list, one to a line, with empty lines below for more.
struct FormTable {
    struct Line {
        let cells: [FormBox]
    }

    let columns: [String]
    let lines: [Line]
}
