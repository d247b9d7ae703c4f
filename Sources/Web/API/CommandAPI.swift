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
            try visit.said([])
            return .json(OpenAPI.document)
        },
    ]

    private static func perform(_ visit: Visit) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        let name = visit.parameter("name")
        guard let entry = Catalogue.commands.first(where: { $0.name == name }) else {
            return Problem.nowhere(visit)
        }
        try require(entry.permission, for: name, of: visitor)
        let said = JSONValue(bytes: try visit.said(AddressParameters.command))
        let isRehearsal = said["dry_run"] == true
        if !isRehearsal { try requireCondition(for: entry, visit) }
        let outcome = try await visit.site.house.perform(
            named: name,
            visit.body.isEmpty ? Array("{}".utf8) : visit.body,
            as: visitor.speaker,
            key: try visit.idempotencyKey(),
            rehearsing: isRehearsal,
            ifStill: try visit.requiredVersion()
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
        let said = try visit.said(json == nil ? entry.fields : [])
        let asked = json ?? said
        // Before the answer: a change between the two makes the mark too old, and never too new.
        let version = try await version(of: entry, asked, visit)
        let bytes = try await visit.site.house.ask(
            named: name,
            asked,
            as: visitor.speaker,
            opening: visitor.opening
        )
        return visit.unlessKnown(reply(bytes, entry, visit), version)
    }

    private static func version(
        of entry: QuestionEntry,
        _ asked: [UInt8],
        _ visit: Visit
    ) async throws(Failure) -> ReadVersion? {
        guard let concern = entry.concern, let visitor = visit.visitor else { return nil }
        let name = concern.field.map { JSONValue(bytes: asked)[$0].text }
        return try await visit.site.house.version(of: concern, name, as: visitor.speaker)
    }

    /// What writes over what stands says which version was read; asked of no rehearsal, which writes nothing.
    private static func requireCondition(
        for entry: CommandEntry,
        _ visit: Visit
    ) throws(Failure) {
        guard entry.overwrites, visit.headers[.ifMatch] == nil else { return }
        throw .refused(Refusal(.versionNeeded, ["act": .word(entry.name, entry.summary)]))
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

    /// What `If-Match` says of the thing that the command changes; nil without it, and for `*`.
    ///
    /// - Throws: `.unreadable` for a mark that no answer carried.
    func requiredVersion() throws(Failure) -> ReadVersion? {
        guard let header = headers[.ifMatch], header != "*" else { return nil }
        let mark = header.split(separator: "\"").first ?? ""
        guard let version = mark.split(separator: ".").last.flatMap({ ReadVersion($0) }) else {
            throw .unreadable(
                Unreadable(
                    "If-Match: \(header)",
                    expected: Phrase(
                        fr: "l'ETag de ce qui a été lu, tel quel",
                        en: "the ETag of what was read, as it was"
                    )
                )
            )
        }
        return version
    }

    /// The answer under a mark of its content; only the mark for whoever has that content (RFC 9110, 13.1.2).
    func unlessKnown(_ reply: Reply, _ version: ReadVersion? = nil) -> Reply {
        var reply = reply
        let content = SignIn.fingerprint(reply.body).prefix(32)
        let mark = "\"" + content + (version.map { "." + $0.text } ?? "") + "\""
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
