/// The repeated elements of an XML document as a table: an element is a record, what stands in it its fields.
public enum XMLTable {
    /// The records as JSON has them; nil when no element repeats, or holds fields.
    ///
    /// Of several groups of like elements the largest is the list; a document with one record has a group of one.
    public static func records(_ root: XMLTree) -> JSONTree? {
        guard let group = largest(in: root) else { return nil }
        return .array(group.map(record))
    }

    private static func largest(in element: XMLTree) -> [XMLTree]? {
        let all = alike(element.children.filter(holdsFields)) + element.children.compactMap(largest)
        // Of groups of one size the outer one, a list of one computer and not the one disk in it; then the one that stands first.
        return all.reduce(nil) { (best: [XMLTree]?, group) in
            group.count > best?.count ?? 0 ? group : best
        }
    }

    /// Elements of one name together, in the order in which the names first stand.
    private static func alike(_ elements: [XMLTree]) -> [[XMLTree]] {
        var groups = Dictionary(grouping: elements, by: \.name)
        return elements.compactMap { groups.removeValue(forKey: $0.name) }
    }

    private static func holdsFields(_ element: XMLTree) -> Bool {
        !element.attributes.isEmpty || element.children.contains { $0.children.isEmpty }
    }

    private static func record(_ element: XMLTree) -> JSONTree {
        let attributes = element.attributes.sorted { $0.key < $1.key }
            .map { JSONTree.Member(name: $0.key, value: .string($0.value)) }
        let children = alike(element.children).map { values in
            JSONTree.Member(name: values[0].name, value: value(values))
        }
        return .object(attributes + children)
    }

    private static func value(_ alike: [XMLTree]) -> JSONTree {
        let values = alike.map { element in
            element.children.isEmpty ? JSONTree.string(element.text) : record(element)
        }
        return values.count == 1 ? values[0] : .array(values)
    }
}

/// The sheets of a workbook that Excel 2003 wrote as XML, which many programs still export under the name of XLS.
public struct XMLWorkbook {
    private let limits: SpreadsheetLimits

    /// The sheets as CSV in UTF-8 with commas, in their order; nil when this is no such workbook.
    ///
    /// - Throws: `.tooLong` for a row that no sheet could hold, and for sheets that are too much together.
    public static func sheets(
        _ root: XMLTree,
        limits: SpreadsheetLimits = .markup
    ) throws(SpreadsheetFault) -> [(name: String, csv: [UInt8])]? {
        guard root.name == "Workbook" else { return nil }
        let workbook = XMLWorkbook(limits: limits)
        var sheets: [(name: String, csv: [UInt8])] = []
        var total = 0
        for sheet in root.children where sheet.name == "Worksheet" {
            let csv = try workbook.csv(sheet["Table"])
            total += csv.count
            guard total <= limits.heldBytes else { throw .tooLong }
            sheets.append((name: sheet.attributes["Name"] ?? "", csv: csv))
        }
        return sheets
    }

    private func csv(_ table: XMLTree?) throws(SpreadsheetFault) -> [UInt8] {
        var rows = SheetRows(limits)
        for row in table?.children ?? [] where row.name == "Row" {
            var column = 0
            for cell in row.children where cell.name == "Cell" {
                column = Self.place(cell, from: column + 1, upTo: limits.columns)
                guard rows.put(Self.text(cell), column: column - 1) == nil else { throw .tooLong }
                column += Self.covered(by: cell)
            }
            let number = Self.place(row, from: rows.followingRow, upTo: limits.rows)
            guard rows.endRow(number) == nil else { throw .tooLong }
        }
        return rows.take()
    }

    /// The row or column, from 1; those that are left out are told by the number of the next one, which else is the following.
    private static func place(_ element: XMLTree, from following: Int, upTo last: Int) -> Int {
        let told = element.attributes["Index"].flatMap { Int($0) } ?? following
        return told >= following && told <= last ? told : following
    }

    /// How many columns a cell covers beside its own.
    private static func covered(by cell: XMLTree) -> Int {
        cell.attributes["MergeAcross"].flatMap { Int($0) }.map { max(0, min($0, 1 << 14)) } ?? 0
    }

    /// Dates stand as `2019-06-01T00:00:00.000`.
    private static func text(_ cell: XMLTree) -> String {
        guard let data = cell["Data"] else { return "" }
        switch data.attributes["Type"] {
        case "Number": return CellNumber.text(data.text)
        case "DateTime": return data.text.replacing("T00:00:00.000", with: "")
        default: return data.text.isEmpty ? data.words : data.text
        }
    }
}

extension XMLTree {
    /// All that is written in the element and below, as where words are set in bold.
    fileprivate var words: String {
        ([text] + children.map(\.words)).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
