/// Decides which column has a field when several claim it, by what stands below them.
struct HeadingClaims<Field: ListField> {
    private(set) var columns: [HeadingMap<Field>.Column] = []
    private(set) var remarks: [HeadingMap<Field>.Remark] = []
    private let around: HeadingSurroundings
    let aliases: HeadingAliases<Field>
    private let units: Units
    /// Columns, from 0, of which a person has said what they are.
    private(set) var chosen: Set<Int> = []
    /// The word over each column that groups it with its neighbours; empty without one.
    let groups: [String]

    init(
        _ headings: [String],
        _ around: HeadingSurroundings,
        _ aliases: HeadingAliases<Field>,
        _ units: Units,
        _ roles: [String: ColumnRole<Field>]
    ) {
        self.around = around
        self.aliases = aliases
        self.units = units
        groups = Self.groups(around.above, count: headings.count)
        for (index, heading) in headings.enumerated() {
            if roles[heading] != nil { chosen.insert(index) }
            columns.append(column(index, heading, roles[heading]))
        }
    }

    /// The words of the line above, each carried over the blank cells to its right, as a merged cell is read.
    ///
    /// A line with one word is a title.
    private static func groups(_ above: [String], count: Int) -> [String] {
        let isGrouping = above.count { !$0.isEmpty } > 1
        var word = ""
        return (0..<count).map { index in
            if index < above.count, !above[index].isEmpty { word = above[index] }
            return isGrouping ? word : ""
        }
    }

    private func column(_ index: Int, _ heading: String, _ role: ColumnRole<Field>?)
        -> HeadingMap<Field>.Column
    {
        let number = index + 1
        guard !heading.isEmpty else {
            return HeadingMap<Field>.Column(
                number: number,
                heading: "column \(number)",
                role: .extra
            )
        }
        let known = meaning(heading, in: groups[index])
        let unknown: ColumnRole<Field> = aliases.isPersonal(heading) ? .personal : .extra
        return HeadingMap<Field>.Column(
            number: number,
            heading: heading,
            role: role ?? known?.role ?? unknown,
            unit: known?.unit
        )
    }

    /// "N° de série" below "Disque" is that of the drive.
    private func meaning(_ heading: String, in group: String) -> HeadingAliases<Field>.Meaning? {
        guard !group.isEmpty, group != heading else {
            return aliases.meaning(of: heading, units: units)
        }
        return aliases.meaning(of: "\(heading) \(group)", units: units)
            ?? aliases.meaning(of: "\(group) \(heading)", units: units)
            ?? aliases.meaning(of: heading, units: units)
    }

    mutating func assign(_ role: ColumnRole<Field>, to index: Int) {
        columns[index].role = role
    }

    mutating func note(further word: String, in index: Int) {
        columns[index].further = word
    }

    mutating func remark(_ remark: HeadingMap<Field>.Remark) {
        remarks.append(remark)
    }

    /// Gives each field to one column: what a person chose, else the one that says most, else the first.
    ///
    /// `weight` is how much a column says of a field; `speaks` whether it says anything of it at all.
    mutating func settle(
        weight: (Field, Int) -> Int,
        speaks: (Field, Int) -> Bool = { _, _ in true }
    ) {
        for field in Field.allCases {
            let claimants = columns.indices.filter { columns[$0].role == .field(field) }
            guard claimants.count > 1, let owner = owner(of: field, among: claimants, weight)
            else {
                continue
            }
            for index in claimants where index != owner {
                remarks.append(
                    .duplicate(
                        number: index + 1,
                        heading: columns[index].heading,
                        of: owner + 1
                    )
                )
                columns[index].role = .extra
                guard speaks(field, index), isRival(index, of: owner) else { continue }
                columns[index].standIn = HeadingMap<Field>.StandIn(field: field, owner: owner + 1)
            }
        }
    }

    private func owner(
        of field: Field,
        among claimants: [Int],
        _ weight: (Field, Int) -> Int
    ) -> Int? {
        if let said = claimants.first(where: chosen.contains) { return said }
        let rivals = claimants.filter { isRival($0, of: claimants[0]) }
        return rivals.max { left, right in
            let (a, b) = (weight(field, left), weight(field, right))
            return a == b ? left > right : a < b
        }
    }

    /// Under another group, the same words are about another thing: the maker of the screen, not of the machine.
    private func isRival(_ index: Int, of other: Int) -> Bool {
        FoldedBytes.fold(columns[index].heading) != FoldedBytes.fold(columns[other].heading)
            || groups[index] == groups[other]
    }
}
