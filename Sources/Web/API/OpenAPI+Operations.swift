import Application
import Domain

/// What has a path of its own beside the commands and questions.
extension OpenAPI {
    static var events: JSONValue {
        [
            "operationId": "events", "summary": "what happened, in order; ask again with `next`",
            "description": .text(roles(ListEvents.permission)),
            "parameters": .list(addressed(AddressParameters.events)),
            "responses": responses(notModified: true),
        ]
    }

    static var wipeReport: JSONValue {
        [
            "operationId": "report-wipe", "summary": "takes a log of nwipe from a bench",
            "description": .text(roles(RecordWipeReport.permission)),
            "parameters": .list([key] + addressed(AddressParameters.wipeReport)),
            "requestBody": [
                "required": true, "content": ["text/plain": ["schema": ["type": "string"]]],
            ],
            "responses": responses(),
        ]
    }

    static var deviceList: JSONValue {
        list(
            "import-devices",
            "imports a list of machines into a donation",
            DeviceImport.permission,
            AddressParameters.deviceList
        )
    }

    static func list(_ kind: any ListKind.Type) -> JSONValue {
        list("import-\(kind.name)", kind.summary.en, kind.permission, kind.options)
    }

    private static func list(
        _ name: String,
        _ summary: String,
        _ permission: Permission,
        _ options: [FieldDescription]
    ) -> JSONValue {
        [
            "operationId": .text(name), "summary": .text(summary),
            "description": .text(roles(permission)),
            "parameters": .list(addressed(options + AddressParameters.list)),
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
