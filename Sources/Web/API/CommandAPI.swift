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
            try await ask(visit, nil)
        },
        .post("/api/v1/questions/:name", .staff) { (visit) throws(Failure) in
            try await ask(visit, visit.body.isEmpty ? Array("{}".utf8) : visit.body)
        },
        .get("/api/v1/openapi.json", .everybody) { (visit) throws(Failure) in
            .json(OpenAPI.document)
        },
    ]

    private static func perform(_ visit: Visit) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        let name = visit.parameter("name")
        guard let entry = Catalogue.commands.first(where: { $0.name == name }) else {
            return Problem.nowhere(visit)
        }
        try require(entry.permission, for: name, of: visitor)
        let outcome = try await visit.site.house.perform(
            named: name,
            visit.body.isEmpty ? Array("{}".utf8) : visit.body,
            as: visitor.speaker,
            key: try visit.idempotencyKey(),
            rehearsing: visit.query["dry_run"] == "true"
        )
        return .json(outcome)
    }

    /// Answers what `json` asks; without it, what the fields of the address ask.
    private static func ask(_ visit: Visit, _ json: [UInt8]?) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        let name = visit.parameter("name")
        guard let entry = Catalogue.questions.first(where: { $0.name == name }) else {
            return Problem.nowhere(visit)
        }
        try require(entry.permission, for: name, of: visitor)
        let asked: [UInt8]
        if let json {
            asked = json
        } else {
            asked = try GivenFields(visit.query.filled).json(named: entry.fields, visit)
        }
        let bytes = try await visit.site.house.ask(named: name, asked, as: visitor.speaker)
        return visit.unlessKnown(reply(bytes, entry, visit))
    }

    private static func reply(_ bytes: [UInt8], _ entry: QuestionEntry, _ visit: Visit) -> Reply {
        guard visit.headers[.accept]?.contains("text/csv") == true else { return .json(bytes) }
        let reading = AnswerReading(bytes: bytes, columns: entry.columns, language: visit.language)
        return Reply(
            headers: [.contentType: "text/csv; charset=utf-8"],
            body: Array(reading.csv().utf8)
        )
    }

    /// Said before anything that was sent is read, so that who may not learns nothing from it.
    private static func require(
        _ permission: Permission,
        for name: String,
        of visitor: Visitor
    ) throws(Failure) {
        guard visitor.may(permission) else {
            throw .forbidden(needs: permission.roles.sorted { $0.rawValue < $1.rawValue })
        }
        guard visitor.isFor(name) else { throw .forbidden(needs: []) }
    }
}

extension Visit {
    /// The key under which a command acts once; nil when none was sent.
    ///
    /// - Throws: `.unreadable` for one that is empty or longer than 255 bytes.
    func idempotencyKey() throws(Failure) -> String? {
        guard let key = headers[.idempotencyKey] else { return nil }
        guard (1...255).contains(key.utf8.count) else {
            throw .unreadable(
                Unreadable(
                    "Idempotency-Key",
                    expected: Phrase(fr: "de 1 à 255 caractères", en: "1 to 255 characters")
                )
            )
        }
        return key
    }

    /// The answer under a mark of its content; only the mark for whoever has that content (RFC 9110, 13.1.2).
    func unlessKnown(_ reply: Reply) -> Reply {
        var reply = reply
        let mark = "\"" + SignIn.fingerprint(reply.body).prefix(32) + "\""
        reply.headers[.eTag] = mark
        reply.headers[.cacheControl] = "private, no-cache"
        let known = (headers[.ifNoneMatch] ?? "").split(separator: ",").map {
            $0.drop { $0 == " " || $0 == "W" || $0 == "/" }
        }
        guard method == .get, known.contains(mark[...]) || known.contains("*") else { return reply }
        return Reply(status: .notModified, headers: reply.headers)
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
