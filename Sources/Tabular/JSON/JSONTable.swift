/// Objects of a JSON text as a table: their names are the heading.
public struct JSONTable: Sendable, Hashable {
    public let headings: [String]
    /// The objects of the table, each a record.
    private let records: [JSONTree]

    /// The table that the documents hold: an array of objects, objects one after the other (JSON Lines), or one object with
    /// an array of objects in it, as web services wrap theirs; or an array of arrays, of which the first is the heading.
    ///
    /// Nil when there is no such array, when most of its cells would be empty (a table of as many columns as records), or when a
    /// column would have a name that nobody reads, of more than 256 bytes.
    public init?(_ documents: [JSONTree]) {
        guard let records = Self.records(documents), !records.isEmpty else { return nil }
        self.records = records
        let atMost = min(CSVLimits().columns, Self.cellsAtMost / records.count)
        var headings: [String] = []
        var known: Set<String> = []
        for record in records {
            let isWhole = Self.walk(record) { (name, _) in
                guard known.insert(name).inserted else { return true }
                headings.append(name)
                return headings.count <= atMost
            }
            guard isWhole else { return nil }
        }
        guard !headings.isEmpty else { return nil }
        self.headings = headings
    }

    /// In bytes; a name repeats those of all the objects around it, so that a long one would be copied with each of its members.
    private static let nameAtMost = 256

    /// A million devices with 64 columns each.
    private static let cellsAtMost = 64_000_000

    private static func records(_ documents: [JSONTree]) -> [JSONTree]? {
        if documents.count > 1 { return documents.allSatisfy(\.isObject) ? documents : nil }
        guard let document = documents.first else { return nil }
        if case .array(let items) = document {
            return items.allSatisfy(\.isObject) ? items : named(items)
        }
        let arrays = document.members.compactMap { member -> [JSONTree]? in
            guard case .array(let items) = member.value, !items.isEmpty,
                items.allSatisfy(\.isObject)
            else {
                return nil
            }
            return items
        }
        return arrays.count == 1 ? arrays[0] : nil
    }

    /// Rows without names under those of the first one.
    private static func named(_ rows: [JSONTree]) -> [JSONTree]? {
        let lists = rows.compactMap { row -> [JSONTree]? in
            if case .array(let cells) = row { cells } else { nil }
        }
        guard lists.count == rows.count, let heading = lists.first, lists.count > 1 else {
            return nil
        }
        let names = heading.compactMap(\.text)
        guard names.count == heading.count, Set(names).count == names.count else { return nil }
        return lists.dropFirst().map { cells in
            .object(zip(names, cells).map { JSONTree.Member(name: $0, value: $1) })
        }
    }

    /// The table as CSV in UTF-8 with commas: the heading on line 1, the nth record on line n + 1.
    public func csv() -> [UInt8] {
        var rows = SheetRows(
            SpreadsheetLimits(rows: .max, columns: .max, heldBytes: .max)
        )
        for (column, heading) in headings.enumerated() { _ = rows.put(heading, column: column) }
        _ = rows.endRow(1)
        let columns = Dictionary(headings.enumerated().map { ($1, $0) }) { first, _ in first }
        for (index, record) in records.enumerated() {
            _ = Self.walk(record) { (name, value) in
                if let column = columns[name] { _ = rows.put(Self.cell(value), column: column) }
                return true
            }
            _ = rows.endRow(index + 2)
        }
        return rows.take()
    }

    /// Lends what is no object, under its name: `owner.name` for what stands deeper.
    ///
    /// - Returns: False when `body` wanted no more, or a name is too long.
    private static func walk(
        _ tree: JSONTree,
        under prefix: String = "",
        _ body: (_ name: String, _ value: JSONTree) -> Bool
    ) -> Bool {
        tree.members.allSatisfy { member in
            guard prefix.utf8.count + member.name.utf8.count <= nameAtMost else { return false }
            let name = prefix + member.name
            guard member.value.isObject else { return body(name, member.value) }
            return walk(member.value, under: name + ".", body)
        }
    }

    /// Several plain values in one cell are set apart by line ends.
    private static func cell(_ value: JSONTree) -> String {
        switch value {
        case .null, .object: ""
        case .bool(let value): value ? "true" : "false"
        case .number(let number): CellNumber.text(number)
        case .string(let text): text
        case .array(let items): items.compactMap(\.text).joined(separator: "\n")
        }
    }
}
