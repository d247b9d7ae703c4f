/// Which column means what, and what a person should know about the heading.
public struct HeadingMap: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        /// Counted from 1.
        public var number: Int
        /// As written, trimmed; `column 7` where the file has none.
        public var heading: String
        public var role: ColumnRole
        /// The unit that the heading states, in small letters; nil when it states none.
        public var unit: String?
    }

    public enum Remark: Sendable, Hashable {
        /// Two columns claim one field; the first has it, this one is kept as an extra fact.
        case duplicate(number: Int, heading: String, of: Int)
        case emptyHeading(number: Int)
        /// A column about a person, dropped.
        case personal(number: Int, heading: String)
        /// A column that no field is known for, kept as an extra fact.
        case unmapped(number: Int, heading: String)
    }

    public var columns: [Column]
    public var remarks: [Remark]

    /// The column of a field; nil when the list does not have it.
    public func column(of field: DeviceField) -> Column? {
        columns.first { $0.role == .field(field) }
    }

    /// How many columns mean something to a device.
    public var fieldCount: Int {
        columns.count { if case .field = $0.role { true } else { false } }
    }

    /// Maps the cells of a heading, in order.
    ///
    /// `keepsPersonal` keeps columns about persons as extra facts. `chosen` is what a person or a saved mapping says of certain
    /// headings, by the heading as written; it wins.
    public init(
        headings: [String],
        reference: ImportReference,
        keepsPersonal: Bool = false,
        chosen: [String: ColumnRole] = [:]
    ) {
        columns = []
        remarks = []
        var owners: [DeviceField: Int] = [:]
        var last = headings
        while last.last?.isEmpty == true { last.removeLast() }
        for (index, heading) in last.enumerated() {
            var column = Self.column(index + 1, heading, reference, chosen)
            resolve(&column, &owners, keepsPersonal)
            columns.append(column)
        }
    }

    private static func column(
        _ number: Int,
        _ heading: String,
        _ reference: ImportReference,
        _ chosen: [String: ColumnRole]
    ) -> Column {
        guard !heading.isEmpty else {
            return Column(number: number, heading: "column \(number)", role: .extra)
        }
        let known = reference.headings.meaning(of: heading, units: reference.units)
        let role = chosen[heading] ?? known?.role ?? .extra
        return Column(number: number, heading: heading, role: role, unit: known?.unit)
    }

    private mutating func resolve(
        _ column: inout Column,
        _ owners: inout [DeviceField: Int],
        _ keepsPersonal: Bool
    ) {
        switch column.role {
        case .field(let field):
            if let owner = owners[field] {
                let remark = Remark.duplicate(
                    number: column.number,
                    heading: column.heading,
                    of: owner
                )
                remarks.append(remark)
                column.role = .extra
            } else {
                owners[field] = column.number
            }
        case .personal where keepsPersonal: column.role = .extra
        case .personal:
            remarks.append(.personal(number: column.number, heading: column.heading))
        case .extra where column.heading == "column \(column.number)":
            remarks.append(.emptyHeading(number: column.number))
        case .extra:
            remarks.append(.unmapped(number: column.number, heading: column.heading))
        case .ignored: break
        }
    }
}
