import Domain
import Tabular

extension ImportReport {
    /// The report as one JSON object, for machines.
    public var json: String {
        let counted = [
            ("create", counts.create), ("update", counts.update), ("same", counts.same),
            ("again", counts.again), ("doubtful", counts.doubtful), ("error", counts.error),
            ("skipped", counts.skipped),
            ("errors_total", errorTotal), ("heading_line", outline.writing.headingLine),
        ]
        var members = counted.map { "\(Self.text($0.0)):\($0.1)" }
        members += Self.members(of: outline.writing)
        let others = outline.writing.container?.otherSheets ?? []
        members.append("\"other_sheets\":[\(others.map(Self.text).joined(separator: ","))]")
        members.append("\"dates\":\(outline.dates.map { Self.text($0.rawValue) } ?? "null")")
        members.append("\"columns\":[\(outline.columns.map(Self.column).joined(separator: ","))]")
        members.append("\"remarks\":[\(outline.remarks.map(Self.phrase).joined(separator: ","))]")
        members.append("\"left_out\":[\(leftOut.map(Self.line).joined(separator: ","))]")
        members.append("\"notes\":[\(notes.map(Self.note).joined(separator: ","))]")
        members.append("\"errors\":[\(errors.map(Self.error).joined(separator: ","))]")
        return "{\(members.joined(separator: ","))}"
    }

    private static func members(of writing: ListWriting) -> [String] {
        let container = writing.container
        let delimiter = String(UnicodeScalar(writing.dialect.delimiter))
        return [
            ("charset", container == nil ? writing.charset.rawValue : nil),
            ("delimiter", container == nil ? delimiter : nil),
            ("container", container?.kind.rawValue), ("sheet", container?.sheet),
        ].map { name, value in "\(text(name)):\(value.map(text) ?? "null")" }
    }

    private static func text(_ text: String) -> String {
        String(decoding: JSONText.quoted(text), as: UTF8.self)
    }

    private static func column(_ column: ListOutline.Column) -> String {
        """
        {"number":\(column.number),"heading":\(text(column.heading)),"role":\(text(column.role))}
        """
    }

    private static func line(_ line: SkippedLines.Line) -> String {
        "{\"line\":\(line.number),\"text\":\(text(line.text))}"
    }

    private static func phrase(_ phrase: Phrase) -> String {
        "{\"fr\":\(text(phrase.fr)),\"en\":\(text(phrase.en))}"
    }

    private static func note(_ note: RowNote) -> String {
        """
        {"line":\(note.line),"further":\(note.further),"fr":\(text(note.sentence(in: .fr))),"en":\(text(note.sentence(in: .en)))}
        """
    }

    private static func error(_ error: RowError) -> String {
        let members = [
            "\"line\":\(error.line)", "\"column\":\(error.column)",
            "\"heading\":\(text(error.heading))", "\"value\":\(text(error.value))",
            "\"code\":\(text(error.problem.code))", "\"reason\":\(phrase(error.problem.sentence))",
            "\"fr\":\(text(error.sentence(in: .fr)))",
            "\"en\":\(text(error.sentence(in: .en)))",
        ]
        return "{\(members.joined(separator: ","))}"
    }
}
