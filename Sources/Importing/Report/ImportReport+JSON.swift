import Domain
import Tabular

extension ImportReport {
    /// The report as one JSON object, for machines.
    public var json: String {
        let counted = [
            ("create", counts.create), ("update", counts.update), ("same", counts.same),
            ("doubtful", counts.doubtful), ("error", counts.error), ("skipped", counts.skipped),
            ("errors_total", errorTotal), ("heading_line", headingLine),
        ]
        var members = counted.map { "\(Self.text($0.0)):\($0.1)" }
        members.append("\"charset\":\(Self.text(charset.rawValue))")
        members.append("\"delimiter\":\(Self.text(String(UnicodeScalar(delimiter))))")
        members.append("\"dates\":\(dates.map { Self.text($0.rawValue) } ?? "null")")
        members.append("\"columns\":[\(map.columns.map(Self.column).joined(separator: ","))]")
        members.append("\"left_out\":[\(leftOut.map(Self.line).joined(separator: ","))]")
        members.append("\"errors\":[\(errors.map(Self.error).joined(separator: ","))]")
        return "{\(members.joined(separator: ","))}"
    }

    private static func text(_ text: String) -> String {
        String(decoding: JSONText.quoted(text), as: UTF8.self)
    }

    private static func column(_ column: HeadingMap.Column) -> String {
        """
        {"number":\(column.number),"heading":\(text(column.heading)),"role":\(text(column.role.word))}
        """
    }

    private static func line(_ line: SkippedLines.Line) -> String {
        "{\"line\":\(line.number),\"text\":\(text(line.text))}"
    }

    private static func error(_ error: RowError) -> String {
        let members = [
            "\"line\":\(error.line)", "\"column\":\(error.column)",
            "\"heading\":\(text(error.heading))", "\"value\":\(text(error.value))",
            "\"code\":\(text(error.problem.code))", "\"fr\":\(text(error.sentence(in: .fr)))",
            "\"en\":\(text(error.sentence(in: .en)))",
        ]
        return "{\(members.joined(separator: ","))}"
    }
}
