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
            let ifMatch = try await version(entry, visit.query, visit)
            let start = try await FormStart.fields(entry, visit)
            return try await form(
                entry,
                visit,
                given: start.merging(visit.query),
                from: FormOrigin(start),
                ifMatch,
                .ok
            )
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

    private struct Content {
        let name: String
        let summary: String
        let boxes: [FormBox]
        /// Names of the fields that are tables: more lines may be asked for.
        let tables: [String]
        let lists: [FormLists.List]
        let isWide: Bool
        let sentence: String?
        let `return`: String?
        let ifMatch: String?
        /// What a correction started from.
        let origin: [FormOrigin.Box]
        /// Where what was changed meanwhile is looked at; nil for every other refusal.
        let look: String?
    }

    /// What the form was made from: the version of the page before, or of now.
    private static func version(
        _ entry: CommandEntry,
        _ given: Fields,
        _ visit: Visit
    ) async throws(Failure) -> String? {
        if let known = given[VersionBox.name] { return known }
        // But for its sheet, a form for a machine is no picture of it: what may be done with it is asked of its own history.
        guard let concern = entry.concern,
            concern != .device || FormStart.patches.contains(entry.name)
        else { return nil }
        let name = concern.field.flatMap { given[$0] }
        guard concern.field == nil || name != nil else { return nil }
        return try await visit.version(of: concern, name)
    }

    private static func form(
        _ entry: CommandEntry,
        _ visit: Visit,
        given: Fields,
        from origin: FormOrigin?,
        _ ifMatch: String?,
        _ status: HTTPResponse.Status,
        refused failure: Failure? = nil
    ) async throws(Failure) -> Reply {
        let back = given["return"].map { visit.localPath($0) }
        let drawing = FormDrawing(visit: visit, given: given)
        // What was read is carried by the version of the page.
        let drawn = drawing.boxes(entry.fields.filter { $0.name != "version" }, entry.shapes)
        let origin = FormStart.patches.contains(entry.name) ? origin?.boxes ?? [] : []
        // What the form shows is of one thing, which another name would not be.
        let boxes = drawn.map { $0.name == entry.concern?.field && !origin.isEmpty ? $0.fixed : $0 }
        let tables = boxes.filter { $0.table != nil }.map(\.name)
        let lists = try await FormLists.lists(for: boxes, visit)
        return visit.site.page(
            "command",
            title: visit.heading(entry.name, entry.summary),
            Content(
                name: entry.name,
                summary: entry.summary.text(in: visit.language),
                boxes: boxes.map { $0.naming(from: lists) },
                tables: tables,
                lists: lists,
                isWide: !tables.isEmpty,
                sentence: failure?.sentence(in: visit.language),
                return: back,
                ifMatch: ifMatch,
                origin: origin,
                look: failure?.isAboutVersions == true ? back ?? visit.pathWithQuery : nil
            ),
            visit,
            status: status
        )
    }

    private static func perform(_ entry: CommandEntry, _ visit: Visit) async throws(Failure)
        -> Reply
    {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        if visit.form.values.keys.contains(where: { $0.hasPrefix("more.") }) {
            return try await form(
                entry,
                visit,
                given: visit.form,
                from: FormOrigin(carriedBy: visit.form),
                visit.form[VersionBox.name],
                .ok
            )
        }
        do throws(Failure) {
            let changes = try await FormStart.changes(entry, visit)
            let json = try FormJSON(changes).bytes(for: entry.fields, visit, shapes: entry.shapes)
            if let proposed = try await visit.proposed(entry.name, json) { return proposed }
            let outcome = try await visit.site.house.perform(
                named: entry.name,
                json,
                as: visitor.speaker,
                key: visit.form["key"],
                ifStill: visit.form[VersionBox.name].flatMap { ReadVersion($0) }
            )
            if let path = visit.form["return"] {
                return .see(visit.done(entry.name, JSONValue(bytes: outcome), at: path))
            }
            return done(entry, outcome, visit)
        } catch {
            if error.isAboutConfirming { throw error }
            switch error {
            case .refused, .unreadable: return try await again(entry, visit, error)
            case .file, .forbidden, .unauthenticated, .database: throw error
            }
        }
    }

    /// The form as it was sent; who is told what others did gets it on top of what they wrote, and sends it knowing it.
    private static func again(
        _ entry: CommandEntry,
        _ visit: Visit,
        _ failure: Failure
    ) async throws(Failure) -> Reply {
        var given = visit.form
        var origin = FormOrigin(carriedBy: given)
        if failure.isAboutVersions { given.remove(VersionBox.name) }
        let ifMatch = try await version(entry, given, visit)
        if failure.isAboutVersions, let old = origin {
            let fresh = try await FormStart.fields(entry, visit)
            given = fresh.merging(old.changes(in: given, of: entry))
            origin = FormOrigin(fresh)
        }
        return try await form(
            entry,
            visit,
            given: given,
            from: origin,
            ifMatch,
            Problem(failure, visit).status,
            refused: failure
        )
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
            title: visit.heading(entry.name, entry.summary),
            Outcome(
                name: entry.name,
                facts: AnswerFacts(reading).named(visit),
                isSecret: entry.tellsSecret
            ),
            visit
        )
    }

    private struct Outcome {
        let name: String
        let facts: [AnswerFacts.Fact]
        /// True for what is shown once and kept nowhere.
        let isSecret: Bool
    }
}

extension String {
    /// With a capital at its start, as a title.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
