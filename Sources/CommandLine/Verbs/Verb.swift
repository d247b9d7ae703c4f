import Application
import Domain

/// A word of the command line and what it stands for on the application's one list.
struct Verb {
    enum Target {
        case command(CommandEntry)
        case question(QuestionEntry)
    }

    let noun: String
    let name: String
    let target: Target

    var entryName: String {
        switch target {
        case .command(let entry): entry.name
        case .question(let entry): entry.name
        }
    }

    var summary: Phrase {
        switch target {
        case .command(let entry): entry.summary
        case .question(let entry): entry.summary
        }
    }

    var fields: [FieldDescription] {
        switch target {
        case .command(let entry): entry.fields
        case .question(let entry): entry.fields
        }
    }

    /// How it is typed, required fields first.
    var usage: String {
        let required = fields.filter(\.isRequired).map { "<\(Self.option($0.name))>" }
        let optional = fields.filter { !$0.isRequired }.map { "[--\(Self.option($0.name))]" }
        return (["moulin", noun, name] + required + optional).joined(separator: " ")
    }

    /// `valid_until` is typed `--valid-until`.
    static func option(_ field: String) -> String {
        String(field.map { $0 == "_" ? "-" : $0 })
    }
}
