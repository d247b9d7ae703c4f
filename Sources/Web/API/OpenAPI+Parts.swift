import Application
import Domain

/// What operations are made of: headers, parameters, bodies and answers.
extension OpenAPI {
    static var key: JSONValue {
        [
            "name": "Idempotency-Key", "in": "header",
            "schema": ["type": "string", "minLength": 1, "maxLength": 255],
        ]
    }

    /// The condition of a command that changes what others may have open.
    ///
    /// It is not `required` by the grammar: leaving it out is answered by 428 where the command would write over what stands.
    static func match(_ entry: CommandEntry) -> [JSONValue] {
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
    static func addressed(_ fields: [FieldDescription]) -> [JSONValue] {
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

    static func roles(_ permission: Permission) -> String {
        "Roles: " + permission.roles.map(\.rawValue).sorted().joined(separator: ", ")
    }

    static func body(_ fields: [FieldDescription]) -> JSONValue {
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

    static func responses(
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

    static var problem: JSONValue {
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
