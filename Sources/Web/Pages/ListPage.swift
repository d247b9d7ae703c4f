import Application
import Domain
import HTTPTypes

/// A page for every question of the one list: a filter, a table, the next page; CSV and JSON of the same.
enum ListPage {
    static let routes: [Route] = [
        .get("/list/:question", .staff) { (visit) throws(Failure) in
            try await answer(visit)
        }
    ]

    private struct Content {
        let name: String
        let boxes: [FormBox]
        let isFiltered: Bool
        let lists: [FormLists.List]
        let table: AnswerTable?
        let isEmpty: Bool
        /// Whether what was asked for was not found, and the rows are only like it.
        let isNearly: Bool
        let facts: [AnswerFacts.Fact]
        let next: String?
        let csv: String
        let json: String
        let xlsx: String
        let sentence: String?
    }

    private static func answer(_ visit: Visit) async throws(Failure) -> Reply {
        let entry = try Catalogue.question(named: visit.parameter("question"))
        guard let visitor = visit.visitor, visitor.may(entry.permission) else {
            throw .forbidden(needs: entry.permission.roles.sorted { $0.rawValue < $1.rawValue })
        }
        let given = visit.query.filled
        let isComplete = entry.fields.allSatisfy { field in
            !field.isRequired
                || given.keys.contains { $0.prefix { !".:".contains($0) } == field.name }
        }
        guard isComplete else { return try await page(entry, nil, visit, sentence: nil) }
        let bytes: [UInt8]
        do throws(Failure) {
            bytes = try await visit.site.house.ask(
                named: entry.name,
                try FormJSON(visit.query).bytes(for: entry.fields, visit, shapes: entry.shapes),
                as: visitor.speaker,
                opening: visitor.opening
            )
        } catch {
            switch error {
            case .refused, .unreadable:
                return try await page(
                    entry,
                    nil,
                    visit,
                    sentence: error.sentence(in: visit.language),
                    status: Problem(error, visit).status
                )
            case .file, .forbidden, .unauthenticated, .database: throw error
            }
        }
        let reading = AnswerReading(
            bytes: bytes,
            columns: entry.columns,
            language: visit.language,
            words: visit.site.words
        )
        switch visit.query["format"] {
        case "csv":
            return .file(
                Array(reading.csv().utf8),
                type: "text/csv; charset=utf-8",
                name: "\(entry.name).csv"
            )
        case "xlsx":
            return .file(
                try reading.xlsx(named: entry.name),
                type: SpreadsheetBook.mediaType,
                name: "\(entry.name).xlsx"
            )
        case "json":
            return .file(bytes, type: "application/json", name: "\(entry.name).json")
        default: return try await page(entry, reading, visit, sentence: nil)
        }
    }

    private static func page(
        _ entry: QuestionEntry,
        _ reading: AnswerReading?,
        _ visit: Visit,
        sentence: String?,
        status: HTTPResponse.Status = .ok
    ) async throws(Failure) -> Reply {
        let drawing = FormDrawing(visit: visit, given: visit.query, ticksTruths: true)
        let asked = entry.fields.filter { !["after", "limit"].contains($0.name) }
        let boxes = drawing.boxes(asked, entry.shapes)
        let lists = try await FormLists.lists(for: boxes, visit)
        let isList = reading?.rows != nil
        let next = reading?.value["next"] ?? .null
        return visit.site.page(
            "list",
            title: title(entry, visit),
            Content(
                name: entry.name,
                boxes: boxes,
                isFiltered: !boxes.isEmpty,
                lists: lists,
                table: isList ? reading.map { table(entry, $0, visit) } : nil,
                isEmpty: reading?.rows?.isEmpty == true,
                isNearly: reading?.rows?.first.map { $0["likeness"] != .null } == true,
                facts: isList ? [] : reading.map { AnswerFacts($0).named(visit) } ?? [],
                next: next == .null ? nil : visit.here(with: "after", next.line(in: .en)),
                csv: visit.here(with: "format", "csv"),
                json: visit.here(with: "format", "json"),
                xlsx: visit.here(with: "format", "xlsx"),
                sentence: sentence
            ),
            visit,
            status: status
        )
    }

    private static func table(
        _ entry: QuestionEntry,
        _ reading: AnswerReading,
        _ visit: Visit
    ) -> AnswerTable {
        let table = AnswerTable(reading)
        return entry.columns.isEmpty ? table.named(visit) : table
    }

    /// The name of the list as a thing; what the question does, for those that have none.
    static func title(_ entry: QuestionEntry, _ visit: Visit) -> String {
        let key = "list." + entry.name
        let name = visit.text(key)
        return name == key ? Infinitive.of(entry.summary, in: visit.language) : name
    }
}
