import Application
import Domain

/// What has a path of its own beside the commands and questions.
extension OpenAPI {
    static var events: JSONValue {
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

    static var wipeReport: JSONValue {
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

    static var deviceList: JSONValue {
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

    static func list(_ kind: any ListKind.Type) -> JSONValue {
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

    static var verification: JSONValue {
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

    static var figures: JSONValue {
        [
            "operationId": "open-figures",
            "summary": "machines received, reused and recycled by year, small counts left out",
            "description": "Open to everybody.", "security": [], "responses": responses(),
        ]
    }
}
