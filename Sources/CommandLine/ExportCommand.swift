import Application
import ArgumentParser
import Domain

/// `moulin export …`: whole lists, page after page, in constant memory.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Writes a whole list: devices, donors, donations, sales, documents, placements, applications.",
        discussion:
            "As CSV unless --format says json (JSON lines) or xlsx (a workbook). Nothing in it runs as a formula."
    )

    @OptionGroup var options: SessionOptions
    @Argument(
        help: "devices, donors, donations, sales, documents, placements, applications or people."
    ) var list: String
    @Option(help: "A filter of the list as NAME=VALUE; give it several times.") var filter:
        [String] = []

    func run() async throws {
        let session = try Session(options)
        let question = "list-\(list)"
        guard let entry = Catalogue.questions.first(where: { $0.name == question }) else {
            let lists = Catalogue.questions.map(\.name).filter { $0.hasPrefix("list-") }.map {
                $0.dropFirst(5)
            }
            Terminal.complain(lists.joined(separator: ", "))
            throw ExitMeaning.wrongUsage.code
        }
        let filters = try filters(entry)
        try await session.run { (moulin) throws(Failure) in
            try await write(entry, filters, moulin, session.language)
        }
    }

    private func filters(_ entry: QuestionEntry) throws -> [String: JSONValue] {
        var filters: [String: JSONValue] = [:]
        for pair in filter {
            guard let sign = pair.firstIndex(of: "="),
                let field = entry.fields.first(where: { $0.name == pair[..<sign] })
            else {
                Terminal.complain("--filter: \(entry.fields.map(\.name).joined(separator: ", "))")
                throw ExitMeaning.wrongUsage.code
            }
            let text = String(pair[pair.index(after: sign)...])
            filters[field.name] = field.type == "integer" ? .number(Int64(text) ?? 0) : .text(text)
        }
        return filters
    }

    private func write(
        _ entry: QuestionEntry,
        _ filters: [String: JSONValue],
        _ moulin: OpenMoulin,
        _ language: Language
    ) async throws(Failure) {
        var fields = filters
        var isFirst = true
        let book =
            options.format == .xlsx
            ? try SpreadsheetBook(entry.name, columns: entry.columns, language: language) : nil
        while true {
            let bytes = try await moulin.application.ask(
                named: entry.name,
                JSONValue.object(fields).bytes,
                as: moulin.speaker
            )
            let value = JSONValue(bytes: bytes)
            let rows = value["rows"].elements + value.elements
            if let book {
                try book.add(rows)
            } else {
                page(rows, entry, isFirst: isFirst, language)
            }
            isFirst = false
            guard let next = next(after: rows, of: value, entry) else { break }
            fields["after"] = next
        }
        try book?.finish { Terminal.write(Array($0)) }
    }

    /// Where the next page begins; nil at the end.
    ///
    /// A plain list goes on after what its first column names.
    private func next(
        after rows: [JSONValue],
        of value: JSONValue,
        _ entry: QuestionEntry
    ) -> JSONValue? {
        guard let last = rows.last, entry.fields.contains(where: { $0.name == "after" }) else {
            return nil
        }
        guard case .list = value else { return value["next"] == .null ? nil : value["next"] }
        return entry.columns.first.map { last[$0.name] }
    }

    private func page(
        _ rows: [JSONValue],
        _ entry: QuestionEntry,
        isFirst: Bool,
        _ language: Language
    ) {
        if options.format == .json {
            for row in rows { Terminal.write(row.bytes + [0x0A]) }
            return
        }
        let columns = entry.columns.map(\.name)
        var records = isFirst ? [columns] : []
        records += rows.map { row in columns.map { row[$0].line(in: language) } }
        Terminal.write(SpreadsheetText.write(records).utf8)
    }
}
