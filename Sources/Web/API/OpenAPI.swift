import Application
import Domain

/// The contract of `/api/v1`, generated from the one list of commands and questions.
enum OpenAPI {
    /// OpenAPI 3.1, as JSON.
    static let document: [UInt8] = value.bytes

    private static var value: JSONValue {
        var paths: [String: JSONValue] = [
            "/api/v1/events": ["get": events],
            "/api/v1/reports/wipe": ["post": wipeReport],
            "/api/v1/lists/devices": ["post": deviceList],
            "/api/v1/verify/{code}": ["get": verification],
            "/api/v1/figures": ["get": figures],
        ]
        for entry in Catalogue.commands {
            paths["/api/v1/commands/\(entry.name)"] = ["post": command(entry)]
        }
        for entry in Catalogue.questions {
            paths["/api/v1/questions/\(entry.name)"] = [
                "get": question(entry, parameters: addressed(entry.fields)),
                "post": question(entry, body: body(entry.fields)),
            ]
        }
        for kind in ListKinds.all {
            paths["/api/v1/lists/\(kind.name)"] = ["post": list(kind)]
        }
        return [
            "openapi": "3.1.0",
            "info": ["title": "Moulin", "version": "1"],
            "paths": .object(paths),
            "components": [
                "securitySchemes": ["key": ["type": "http", "scheme": "bearer"]],
                "schemas": ["Problem": problem],
            ],
            "security": [["key": []]],
        ]
    }

    private static func command(_ entry: CommandEntry) -> JSONValue {
        [
            "operationId": .text(entry.name), "summary": .text(entry.summary.en),
            "description": .text(roles(entry.permission)),
            "parameters": .list(
                [key] + match(entry) + [parameter("dry_run", in: "query", "boolean")]
            ),
            "requestBody": body(entry.fields), "responses": responses(conditional: entry),
        ]
    }

    private static func question(
        _ entry: QuestionEntry,
        parameters: [JSONValue] = [],
        body: JSONValue? = nil
    ) -> JSONValue {
        var operation: [String: JSONValue] = [
            "operationId": .text(entry.name + (body == nil ? "-by-address" : "")),
            "summary": .text(entry.summary.en),
            "description": .text(roles(entry.permission)),
            "responses": responses(csv: true, notModified: body == nil),
        ]
        if let body { operation["requestBody"] = body }
        if !parameters.isEmpty { operation["parameters"] = .list(parameters) }
        return .object(operation)
    }

    private static var events: JSONValue {
        [
            "operationId": "events", "summary": "what happened, in order; ask again with `next`",
            "description": .text(roles(ListEvents.permission)),
            "parameters": [
                parameter("after", in: "query", "string"),
                parameter("limit", in: "query", "integer"),
            ],
            "responses": responses(notModified: true),
        ]
    }

    private static var wipeReport: JSONValue {
        [
            "operationId": "report-wipe", "summary": "takes a log of nwipe from a bench",
            "description": .text(roles(RecordWipeReport.permission)),
            "parameters": [key, parameter("clock_offset_minutes", in: "query", "integer")],
            "requestBody": [
                "required": true, "content": ["text/plain": ["schema": ["type": "string"]]],
            ],
            "responses": responses(),
        ]
    }

    private static var deviceList: JSONValue {
        let options: [JSONValue] = [
            [
                "name": "donation", "in": "query", "required": true,
                "description": "the donation that the machines are of",
                "schema": ["type": "integer"],
            ],
            [
                "name": "kind", "in": "query",
                "description": "the kind of the machines whose row does not say it",
                "schema": ["type": "string"],
            ],
            [
                "name": "announced", "in": "query",
                "description": "the machines are still at the donor's",
                "schema": ["type": "boolean"],
            ],
        ]
        return list(
            "import-devices",
            "imports a list of machines into a donation",
            DeviceImport.permission,
            options
        )
    }

    private static func list(_ kind: any ListKind.Type) -> JSONValue {
        let options = kind.options.map { option -> JSONValue in
            [
                "name": .text(option.name), "in": "query", "required": .truth(option.isRequired),
                "description": .text(option.meaning.en),
                "schema": ["type": .text(option.type)],
            ]
        }
        return list("import-\(kind.name)", kind.summary.en, kind.permission, options)
    }

    private static func list(
        _ name: String,
        _ summary: String,
        _ permission: Permission,
        _ options: [JSONValue]
    ) -> JSONValue {
        let said = ["dry_run", "keep_going"].map { parameter($0, in: "query", "boolean") }
        let read = ["name", "sheet", "charset", "dates", "heading", "mapping", "save_mapping"].map {
            parameter($0, in: "query", "string")
        }
        let columns: JSONValue = [
            "name": "column", "in": "query",
            "description": "what a column is, as Heading=field; several times",
            "schema": ["type": "array", "items": ["type": "string"]],
        ]
        return [
            "operationId": .text(name), "summary": .text(summary),
            "description": .text(roles(permission)),
            "parameters": .list(options + said + read + [columns]),
            "requestBody": [
                "required": true,
                "content": [
                    "application/octet-stream": ["schema": ["type": "string", "format": "binary"]]
                ],
            ],
            "responses": responses(csv: true, rejected: true),
        ]
    }

    private static var verification: JSONValue {
        [
            "operationId": "verify-paper",
            "summary":
                "whether a printed code is of a document of the house, and whether it stands",
            "description": "Open to everybody.", "security": [],
            "parameters": [
                [
                    "name": "code", "in": "path", "required": true, "schema": ["type": "string"],
                ]
            ],
            "responses": responses(),
        ]
    }

    private static var figures: JSONValue {
        [
            "operationId": "open-figures",
            "summary": "machines received, reused and recycled by year, small counts left out",
            "description": "Open to everybody.", "security": [], "responses": responses(),
        ]
    }

    private static var key: JSONValue {
        [
            "name": "Idempotency-Key", "in": "header",
            "schema": ["type": "string", "minLength": 1, "maxLength": 255],
        ]
    }

    /// The condition of a command that changes what others may have open.
    ///
    /// It is not `required` by the grammar: leaving it out is answered by 428 where the command would write over what stands.
    private static func match(_ entry: CommandEntry) -> [JSONValue] {
        guard let concern = entry.concern?.rawValue else { return [] }
        let pattern = "^(\\*|\"([0-9a-f]{32}\\.)?\(concern)-[0-9]{1,9}-[0-9]{1,9}\")$"
        let rule =
            entry.overwrites
            ? "; this one writes over what stands and is refused with 428 without it" : ""
        return [
            [
                "name": "If-Match", "in": "header",
                "description": .text(
                    "the ETag under which the \(concern) was shown: the command acts only while "
                        + "nobody else has changed it, and `*` for any version" + rule
                ),
                "schema": ["type": "string", "pattern": .text(pattern)],
            ]
        ]
    }

    /// The fields of a question in an address; lists are given by repeating the name.
    private static func addressed(_ fields: [FieldDescription]) -> [JSONValue] {
        fields.map { field in
            [
                "name": .text(field.name), "in": "query", "required": .truth(field.isRequired),
                "description": .text(field.meaning.en),
                "schema": field.type == "array"
                    ? ["type": "array", "items": ["type": "string"]]
                    : ["type": .text(field.type)],
            ]
        }
    }

    private static func roles(_ permission: Permission) -> String {
        "Roles: " + permission.roles.map(\.rawValue).sorted().joined(separator: ", ")
    }

    private static func parameter(_ name: String, in place: String, _ type: String) -> JSONValue {
        ["name": .text(name), "in": .text(place), "schema": ["type": .text(type)]]
    }

    private static func body(_ fields: [FieldDescription]) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        for field in fields {
            properties[field.name] = [
                "type": .text(field.type), "description": .text(field.meaning.en),
            ]
        }
        let required = fields.filter(\.isRequired).map { JSONValue.text($0.name) }
        var schema: [String: JSONValue] = [
            "type": "object", "properties": .object(properties), "additionalProperties": false,
        ]
        if !required.isEmpty { schema["required"] = .list(required) }
        return [
            "required": .truth(!required.isEmpty),
            "content": ["application/json": ["schema": .object(schema)]],
        ]
    }

    private static func responses(
        csv: Bool = false,
        notModified: Bool = false,
        conditional entry: CommandEntry? = nil,
        rejected: Bool = false
    ) -> JSONValue {
        var content: [String: JSONValue] = ["application/json": ["schema": [:]]]
        if csv { content["text/csv"] = ["schema": ["type": "string"]] }
        var responses: [String: JSONValue] = [
            "200": ["description": "Done.", "content": .object(content)]
        ]
        if notModified {
            responses["304"] = ["description": "What `If-None-Match` names is still the answer."]
        }
        if rejected {
            responses["422"] = [
                "description": "Rows are wrong, and nothing was kept: the same report.",
                "content": .object(content),
            ]
        }
        for (status, meaning) in [
            ("400", "What was sent cannot be read."), ("401", "Nobody, or a key that has ended."),
            ("403", "This person may not."), ("404", "What it is about is not known."),
            ("405", "Not with this method."), ("409", "The rules say no."),
            ("412", "What `If-Match` names has changed: `facts.changes` says what others did."),
            ("413", "Too large."), ("421", "Another host was named."),
            ("428", "Writes over what stands: `If-Match` has to say which version was read."),
            ("429", "Too many tries."), ("503", "The database is not there."),
        ] where status != "428" || entry?.overwrites == true {
            responses[status] = [
                "description": .text(meaning),
                "content": [
                    "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
                ],
            ]
        }
        return .object(responses)
    }

    private static var problem: JSONValue {
        [
            "type": "object",
            "required": ["type", "title", "status", "code"],
            "properties": [
                "type": ["type": "string"], "title": ["type": "string"],
                "status": ["type": "integer"],
                "code": ["type": "string"], "facts": ["type": "object"],
                "next": ["type": "array", "items": ["type": "string"]],
            ],
        ]
    }
}
