/// The lines of a small trusted CSV, by heading: enough of RFC 4180 for the map's own two files.
struct CommaSeparatedText {
    struct Line {
        /// Counted from 1, the heading's line.
        let number: Int
        let fields: [String: String]

        subscript(heading: String) -> String { fields[heading, default: ""] }
    }

    let lines: [Line]

    /// - Throws: The first problem, when headings or the number of fields are not as expected.
    init(_ text: String, headings: [String]) throws(LifecycleFault.Problem) {
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var lines: [Line] = []
        for (index, row) in rows.enumerated() where !row.isEmpty {
            let fields = Self.fields(of: row)
            guard fields.count == headings.count, index > 0 || fields == headings else {
                throw LifecycleFault.Problem(
                    line: index + 1,
                    text: "expected \(headings.joined(separator: ",")), found \(row)"
                )
            }
            guard index > 0 else { continue }
            let named = Dictionary(uniqueKeysWithValues: zip(headings, fields))
            lines.append(Line(number: index + 1, fields: named))
        }
        self.lines = lines
    }

    private static func fields(of row: Substring) -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var characters = row.makeIterator()
        while let character = characters.next() {
            switch character {
            case "\"":
                // A doubled quote closes and reopens, and stands for itself.
                if !isQuoted, !field.isEmpty { field.append("\"") }
                isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return fields + [field]
    }
}
