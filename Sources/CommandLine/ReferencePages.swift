import Application
import ArgumentParser
import Domain
import FoundationEssentials

/// Pages made from the one list, the map and the refusals, so that they cannot say otherwise.
enum ReferencePages {
    struct Page {
        let name: String
        let text: String
    }

    static func all() throws -> [Page] {
        let installation = try Session(SessionChoices()).installation
        let map = try installation.map
        return [
            Page(name: "lifecycle.md", text: map.markdown(in: .en)),
            Page(name: "lifecycle.fr.md", text: map.markdown(in: .fr)),
            Page(name: "commands.md", text: commands),
            Page(name: "errors.md", text: errors),
            Page(name: "moulin.1", text: ManualPage.text),
        ]
    }

    static func read(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    static func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    private static let made = "<!-- Made by `moulin reference`; do not edit. -->\n\n"

    private static var commands: String {
        var text = "# Commands and questions\n\n" + made
        text += "The same names serve the command line, batch lines and the API.\n"
        for entry in Catalogue.commands {
            text += "\n## `\(entry.name)`\n\n\(entry.summary.en). \(entry.summary.fr).\n"
            text += section(entry.fields, entry.permission)
        }
        for entry in Catalogue.questions {
            text += "\n## `\(entry.name)` (question)\n\n\(entry.summary.en). \(entry.summary.fr).\n"
            text += section(entry.fields, entry.permission)
        }
        return text
    }

    private static func section(_ fields: [FieldDescription], _ permission: Permission) -> String {
        let roles = permission.roles.map(\.rawValue).sorted().joined(separator: ", ")
        var text = "\nRoles: \(roles)\n"
        guard !fields.isEmpty else { return text }
        text += "\n| field | type | required | meaning |\n|---|---|---|---|\n"
        for field in fields {
            text +=
                "| `\(field.name)` | \(field.type) | \(field.isRequired ? "yes" : "no") | \(field.meaning.en) |\n"
        }
        return text
    }

    private static var errors: String {
        var text = "# Refusals and exit codes\n\n" + made
        text += "| code | English | French |\n|---|---|---|\n"
        for code in Refusal.Code.allCases {
            text +=
                "| `\(code.rawValue)` | \(code.template(in: .en)) | \(code.template(in: .fr)) |\n"
        }
        text += "\n## Exit codes\n\n| status | meaning |\n|---|---|\n"
        for meaning in ExitMeaning.allCases {
            text += "| \(meaning.rawValue) | \(meaning.sentence) |\n"
        }
        return text
    }
}
