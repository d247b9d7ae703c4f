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
        let own = Dictionary(grouping: element.children.filter(holdsFields), by: \.name).values
        let all = own.map(\.self) + element.children.compactMap(largest)
        // Of groups of one size the outer one: a list of one computer, not the one disk in it.
        return all.reduce(nil) { (best: [XMLTree]?, group) in
            group.count > best?.count ?? 0 ? group : best
        }
    }

    private static func holdsFields(_ element: XMLTree) -> Bool {
        !element.attributes.isEmpty || element.children.contains { $0.children.isEmpty }
    }

    private static func record(_ element: XMLTree) -> JSONTree {
        var members = element.attributes.sorted { $0.key < $1.key }
            .map { JSONTree.Member(name: $0.key, value: .string($0.value)) }
        var alike = Dictionary(grouping: element.children, by: \.name)
        for child in element.children {
            guard let values = alike.removeValue(forKey: child.name) else { continue }
            members.append(JSONTree.Member(name: child.name, value: value(values)))
        }
        return .object(members)
    }

    private static func value(_ alike: [XMLTree]) -> JSONTree {
        let values = alike.map { element in
            element.children.isEmpty ? JSONTree.string(element.text) : record(element)
        }
        return values.count == 1 ? values[0] : .array(values)
    }
}

/// The sheets of a workbook that Excel 2003 wrote as XML, which many programs still export under the name of XLS.
public enum XMLWorkbook {
    /// The sheets as CSV in UTF-8 with commas, in their order; nil when this is no such workbook.
    public static func sheets(_ root: XMLTree) -> [(name: String, csv: [UInt8])]? {
        guard root.name == "Workbook" else { return nil }
        return root.children.filter { $0.name == "Worksheet" }.map { sheet in
            (name: sheet.attributes["Name"] ?? "", csv: csv(sheet["Table"]))
        }
    }

    private static func csv(_ table: XMLTree?) -> [UInt8] {
        var rows = SheetRows(SpreadsheetLimits())
        for row in table?.children ?? [] where row.name == "Row" {
            var column = 0
            for cell in row.children where cell.name == "Cell" {
                column = place(cell, after: column)
                _ = rows.put(text(cell), column: column - 1)
                column +=
                    cell.attributes["MergeAcross"].flatMap { Int($0) }.map {
                        max(0, min($0, 1 << 14))
                    } ?? 0
            }
            let number = row.attributes["Index"].flatMap { Int($0) } ?? rows.followingRow
            _ = rows.endRow(max(number, rows.followingRow))
        }
        return rows.take()
    }

    /// The column, from 1; cells that are left out are told by the number of the next one.
    private static func place(_ cell: XMLTree, after column: Int) -> Int {
        let told = cell.attributes["Index"].flatMap { Int($0) } ?? 0
        return (column + 1...1 << 20).contains(told) ? told : column + 1
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
