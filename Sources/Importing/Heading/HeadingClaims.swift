/// Decides which column has a field when several claim it, by what stands below them.
struct HeadingClaims {
    private(set) var columns: [HeadingMap.Column] = []
    private(set) var remarks: [HeadingMap.Remark] = []
    private let around: HeadingMap.Surroundings
    private let reference: ImportReference
    /// Columns, from 0, of which a person has said what they are.
    private var chosen: Set<Int> = []
    /// The word over each column that groups it with its neighbours; empty without one.
    private let groups: [String]

    init(
        _ headings: [String],
        _ around: HeadingMap.Surroundings,
        _ reference: ImportReference,
        _ roles: [String: ColumnRole]
    ) {
        self.around = around
        self.reference = reference
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

    private func column(_ index: Int, _ heading: String, _ role: ColumnRole?) -> HeadingMap.Column {
        let number = index + 1
        guard !heading.isEmpty else {
            return HeadingMap.Column(number: number, heading: "column \(number)", role: .extra)
        }
        let known = meaning(heading, in: groups[index])
        return HeadingMap.Column(
            number: number,
            heading: heading,
            role: role ?? known?.role ?? .extra,
            unit: known?.unit
        )
    }

    /// "N° de série" below "Disque" is that of the drive.
    private func meaning(_ heading: String, in group: String) -> HeadingAliases.Meaning? {
        let aliases = reference.headings
        guard !group.isEmpty, group != heading else {
            return aliases.meaning(of: heading, units: reference.units)
        }
        return aliases.meaning(of: "\(heading) \(group)", units: reference.units)
            ?? aliases.meaning(of: "\(group) \(heading)", units: reference.units)
            ?? aliases.meaning(of: heading, units: reference.units)
    }

    /// A column of kinds that knows none, such as the "Category" of an accountant, is something else.
    ///
    /// Where no other column names the models, it is read as the model, from which the kind follows: "Dell Latitude 5490".
    mutating func doubtKinds() {
        for index in columns.indices
        where columns[index].role == .field(.kind) && !chosen.contains(index) {
            let isModel = !columns.contains { $0.role == .field(.model) }
            guard isModel ? holdsModels(index) : holdsNoKinds(index) else { continue }
            columns[index].role = isModel ? .field(.model) : .extra
            remarks.append(
                .notKinds(
                    number: index + 1,
                    heading: columns[index].heading,
                    role: columns[index].role
                )
            )
        }
    }

    private func holdsNoKinds(_ index: Int) -> Bool {
        let words = Set(around.values(index).map { FoldedBytes.fold($0) })
        return words.count >= 3 && knownKinds(index) == 0
            && words.count(where: isNearAKind) * 2 < words.count
    }

    private func holdsModels(_ index: Int) -> Bool {
        let values = Set(around.values(index))
        let plain = values.count { reference.kinds.knows(wholly: $0) }
        guard plain * 2 < values.count else { return false }
        return values.contains { value in
            Array(value.utf8).withUnsafeBytes { reference.families.type(ofModel: $0) != nil }
        }
    }

    private func isNearAKind(_ word: [UInt8]) -> Bool {
        word.withUnsafeBytes { !reference.kinds.nearest(to: $0).isEmpty }
    }

    private func knownKinds(_ index: Int) -> Int {
        var scratch: [UInt8] = []
        return around.values(index).count { value in
            Array(value.utf8).withUnsafeBytes { bytes in
                switch reference.kinds.reading(bytes, scratch: &scratch) {
                case .type: true
                case .unsaid, .unknown: false
                }
            }
        }
    }

    /// Gives each field to one column: what a person chose, else the one that says most, else the first.
    mutating func settle() {
        for field in DeviceField.allCases {
            let claimants = columns.indices.filter { columns[$0].role == .field(field) }
            guard claimants.count > 1, let owner = owner(of: field, among: claimants) else {
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
                let speaks = field != .kind || knownKinds(index) > 0
                guard speaks, isRival(index, of: owner) else { continue }
                columns[index].standIn = HeadingMap.StandIn(field: field, owner: owner + 1)
            }
        }
    }

    private func owner(of field: DeviceField, among claimants: [Int]) -> Int? {
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

    private func weight(_ field: DeviceField, _ index: Int) -> Int {
        field == .kind ? knownKinds(index) : around.values(index).count
    }
}
