import Application
import Domain
import HTTPTypes

/// A form for every command of the one list.
///
/// Pages of their own offer the usual ones with fewer boxes; their forms are sent here as well, with `return` for where to
/// go when it is done.
enum CommandPage {
    static let routes: [Route] = [
        .get("/do/:command", .staff) { (visit) throws(Failure) in
            let entry = try entry(visit)
            return form(entry, visit, given: visit.query, sentence: nil, status: .ok)
        },
        .post("/do/:command", .staff) { (visit) throws(Failure) in
            try await perform(try entry(visit), visit)
        },
    ]

    private static func entry(_ visit: Visit) throws(Failure) -> CommandEntry {
        let entry = try Catalogue.command(named: visit.parameter("command"))
        guard visit.visitor?.may(entry.permission) == true else {
            throw .forbidden(needs: entry.permission.roles.sorted { $0.rawValue < $1.rawValue })
        }
        return entry
    }

    private struct Box {
        let name: String
        let label: String
        let value: String
        let isRequired: Bool
        let isNumber: Bool
        let isTruth: Bool
        let isLong: Bool
        let isChecked: Bool
    }

    private struct Content {
        let name: String
        let summary: String
        let boxes: [Box]
        let sentence: String?
        let `return`: String?
    }

    private static func form(
        _ entry: CommandEntry,
        _ visit: Visit,
        given: Fields,
        sentence: String?,
        status: HTTPResponse.Status
    ) -> Reply {
        let boxes = entry.fields.map { field in
            Box(
                name: field.name,
                label: field.meaning.text(in: visit.language),
                value: given.values[field.name]?.joined(separator: "\n") ?? "",
                isRequired: field.isRequired,
                isNumber: field.type == "integer",
                isTruth: field.type == "boolean",
                isLong: ["array", "object"].contains(field.type),
                isChecked: given[field.name] == "true"
            )
        }
        return visit.site.page(
            "command",
            title: entry.summary.text(in: visit.language).capitalisedFirst,
            Content(
                name: entry.name,
                summary: entry.summary.text(in: visit.language),
                boxes: boxes,
                sentence: sentence,
                return: given["return"].map { visit.localPath($0) }
            ),
            visit,
            status: status
        )
    }

    private static func perform(_ entry: CommandEntry, _ visit: Visit) async throws(Failure)
        -> Reply
    {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        do throws(Failure) {
            let json = try GivenFields(visit.form.filled).json(named: entry.fields, visit)
            if let proposed = try await visit.proposed(entry.name, json) { return proposed }
            let outcome = try await visit.site.house.perform(
                named: entry.name,
                json,
                as: visitor.speaker,
                key: visit.form["key"]
            )
            if let path = visit.form["return"] {
                let path = visit.localPath(path)
                return .see(path + (path.contains("?") ? "&" : "?") + "done=\(entry.name)")
            }
            return done(entry, outcome, visit)
        } catch {
            if error.isAboutConfirming { throw error }
            switch error {
            case .refused, .unreadable:
                return form(
                    entry,
                    visit,
                    given: visit.form,
                    sentence: error.sentence(in: visit.language),
                    status: Problem(error, visit).status
                )
            case .file, .forbidden, .unauthenticated, .database: throw error
            }
        }
    }

    private static func done(_ entry: CommandEntry, _ outcome: [UInt8], _ visit: Visit) -> Reply {
        let reading = AnswerReading(
            bytes: outcome,
            columns: [],
            language: visit.language,
            words: visit.site.words
        )
        return visit.site.page(
            "outcome",
            title: entry.summary.text(in: visit.language).capitalisedFirst,
            Outcome(name: entry.name, facts: AnswerFacts(reading).facts),
            visit
        )
    }

    private struct Outcome {
        let name: String
        let facts: [AnswerFacts.Fact]
    }
}

extension String {
    /// With a capital at its start, as a title.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
