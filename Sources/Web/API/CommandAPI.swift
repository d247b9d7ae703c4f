import Application
import Domain
import HTTPTypes

/// `/api/v1`: every command and every question, derived from the one list.
enum CommandAPI {
    static let routes: [Route] = [
        .post("/api/v1/commands/:name", .staff) { (visit) throws(Failure) in
            try await perform(visit)
        },
        .get("/api/v1/questions/:name", .staff) { (visit) throws(Failure) in
            try await ask(visit, json(visit.query, visit))
        },
        .post("/api/v1/questions/:name", .staff) { (visit) throws(Failure) in
            try await ask(visit, visit.body.isEmpty ? Array("{}".utf8) : visit.body)
        },
        .get("/api/v1/openapi.json", .everybody) { (visit) throws(Failure) in
            .json(OpenAPI.document)
        },
    ]

    private static func perform(_ visit: Visit) async throws(Failure) -> Reply {
        let name = visit.parameter("name")
        let visitor = try holder(visit, name)
        let entry = try Catalogue.command(named: name)
        let outcome = try await visit.site.house.perform(
            named: entry.name,
            visit.body.isEmpty ? Array("{}".utf8) : visit.body,
            as: visitor.speaker,
            key: visit.headers[.idempotencyKey],
            rehearsing: visit.query["dry_run"] == "true"
        )
        return .json(outcome)
    }

    private static func ask(_ visit: Visit, _ json: [UInt8]) async throws(Failure) -> Reply {
        let name = visit.parameter("name")
        let visitor = try holder(visit, name)
        let entry = try Catalogue.question(named: name)
        let bytes = try await visit.site.house.ask(named: name, json, as: visitor.speaker)
        let accepted = visit.headers[.accept] ?? ""
        guard accepted.contains("text/csv") else { return .json(bytes) }
        let reading = AnswerReading(bytes: bytes, columns: entry.columns, language: visit.language)
        return Reply(
            headers: [.contentType: "text/csv; charset=utf-8"],
            body: Array(reading.csv().utf8)
        )
    }

    private static func json(_ fields: Fields, _ visit: Visit) throws(Failure) -> [UInt8] {
        let entry = try Catalogue.question(named: visit.parameter("name"))
        return try GivenFields(fields.filled).json(named: entry.fields, visit)
    }

    private static func holder(_ visit: Visit, _ name: String) throws(Failure) -> Visitor {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        guard visitor.isFor(name) else { throw .forbidden(needs: []) }
        return visitor
    }
}

extension GivenFields {
    /// The JSON form, with a text that does not fit told as unreadable.
    func json(named fields: [FieldDescription], _ visit: Visit) throws(Failure) -> [UInt8] {
        do throws(Misfit) {
            return try json(for: fields)
        } catch {
            throw .unreadable(
                Unreadable("\(error.field): \(error.text)", expected: error.expected)
            )
        }
    }
}
