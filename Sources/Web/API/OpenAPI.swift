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
                [key] + match(entry) + addressed(AddressParameters.command)
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
}
