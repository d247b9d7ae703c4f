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
        /// The field for which another column is read first: this one speaks where that one is silent.
        public var standIn: StandIn?
    }

    /// A claim that another column has.
    public struct StandIn: Sendable, Hashable {
        public var field: DeviceField
        /// The number of the column that has the field.
        public var owner: Int
    }

    public enum Remark: Sendable, Hashable {
        /// Two columns claim one field; the fuller one has it, this one is kept as an extra fact.
        case duplicate(number: Int, heading: String, of: Int)
        case emptyHeading(number: Int)
        /// A column about a person, dropped.
        case personal(number: Int, heading: String)
        /// A column that no field is known for, kept as an extra fact.
        case unmapped(number: Int, heading: String)
        /// A column that should hold kinds of devices, and holds none.
        case notKinds(number: Int, heading: String, role: ColumnRole)
    }

    /// What stands around a heading and helps to understand it.
    struct Surroundings {
        /// The line above, which may group the columns: "Machine; ; ;Disque; ".
        var above: [String] = []
        /// The first rows below.
        var below: [[String]] = []

        /// The values of a column, from 0, that say something.
        func values(_ index: Int) -> [String] {
            below.compactMap { cells in
                guard index < cells.count, !cells[index].isEmpty else { return nil }
                return cells[index]
            }
        }
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
        self.init(
            headings: headings,
            around: Surroundings(),
            reference: reference,
            keepsPersonal: keepsPersonal,
            chosen: chosen
        )
    }

    init(
        headings: [String],
        around: Surroundings,
        reference: ImportReference,
        keepsPersonal: Bool,
        chosen: [String: ColumnRole]
    ) {
        var last = headings
        while last.last?.isEmpty == true { last.removeLast() }
        var claims = HeadingClaims(last, around, reference, chosen)
        claims.doubtKinds()
        claims.settle()
        columns = claims.columns
        remarks = claims.remarks
        for index in columns.indices { remark(index, keepsPersonal) }
        remarks.sort { $0.number < $1.number }
    }

    private mutating func remark(_ index: Int, _ keepsPersonal: Bool) {
        let column = columns[index]
        guard !remarks.contains(where: { $0.number == column.number }) else { return }
        switch column.role {
        case .personal where keepsPersonal: columns[index].role = .extra
        case .personal:
            remarks.append(.personal(number: column.number, heading: column.heading))
        case .extra where column.heading == "column \(column.number)":
            remarks.append(.emptyHeading(number: column.number))
        case .extra:
            remarks.append(.unmapped(number: column.number, heading: column.heading))
        case .ignored, .field: break
        }
    }
}

extension HeadingMap.Remark {
    /// The column that is spoken of.
    public var number: Int {
        switch self {
        case .duplicate(let number, _, _), .emptyHeading(let number), .personal(let number, _),
            .unmapped(let number, _), .notKinds(let number, _, _):
            number
        }
    }
}
