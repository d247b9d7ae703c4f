import Application
import Domain

/// The contract of `/api/v1`, generated from the one list of commands and questions.
enum OpenAPI {
    /// OpenAPI 3.1, as JSON.
    static let document: [UInt8] = value.bytes

    private static var value: JSONValue {
        var paths: [String: JSONValue] = [:]
        for entry in Catalogue.commands {
            paths["/api/v1/commands/\(entry.name)"] = [
                "post": command(entry)
            ]
        }
        for entry in Catalogue.questions {
            paths["/api/v1/questions/\(entry.name)"] = [
                "post": question(entry)
            ]
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
            "parameters": [
                parameter("Idempotency-Key", in: "header", "string"),
                parameter("dry_run", in: "query", "boolean"),
            ],
            "requestBody": body(entry.fields), "responses": responses,
        ]
    }

    private static func question(_ entry: QuestionEntry) -> JSONValue {
        [
            "operationId": .text(entry.name), "summary": .text(entry.summary.en),
            "description": .text(roles(entry.permission)),
            "requestBody": body(entry.fields), "responses": responses,
        ]
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

    private static var responses: JSONValue {
        var responses: [String: JSONValue] = [
            "200": ["description": "Done.", "content": ["application/json": ["schema": [:]]]]
        ]
        for (status, meaning) in [
            ("400", "What was sent cannot be read."), ("401", "Nobody, or a key that has ended."),
            ("403", "This person may not."), ("404", "What it is about is not known."),
            ("409", "The rules say no."), ("413", "Too large."),
            ("429", "Too many tries."), ("503", "The database is not there."),
        ] {
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
