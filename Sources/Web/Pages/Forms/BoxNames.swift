import Application
import Domain

/// What people call the boxes of a form, so that a refusal says which one is meant.
struct BoxNames {
    let fields: [FieldDescription]
    let shapes: [String: FieldShape]
    let visit: Visit

    /// Something was typed in a box that does not read.
    func misread(_ text: String, in parts: [String], expected: Phrase) -> Failure {
        let colon = visit.text("colon")
        let name = name(of: parts, in: visit.language)
        return .unreadable(Unreadable("\(name)\(colon) \(text)", expected: expected))
    }

    /// Nothing was typed in a box that is needed.
    func missing(_ parts: [String]) -> Failure {
        .unreadable(
            Unreadable(
                "",
                expected: Phrase(fr: name(of: parts, in: .fr), en: name(of: parts, in: .en))
            )
        )
    }

    /// `adults.1.family_name` as "Adultes, ligne 2, Nom"; of an object in an object, the inner one is said.
    private func name(of parts: [String], in language: Language) -> String {
        guard let first = parts.first else { return "" }
        var said = [Self.label(first, language, visit.site) ?? meaning(of: first, in: language)]
        for part in parts.dropFirst() {
            if let row = Int(part) {
                said.append("\(visit.site.locales.text("command.line", language)) \(row + 1)")
                continue
            }
            let member = part.hasSuffix("[]") ? String(part.dropLast(2)) : part
            if said.count == 2, Int(parts[1]) == nil { said.removeFirst() }
            said.append(Self.label(member, language, visit.site) ?? member)
        }
        return said.joined(separator: ", ")
    }

    private func meaning(of field: String, in language: Language) -> String {
        let meaning = fields.first { $0.name == field }?.meaning.text(in: language)
        return meaning?.capitalisedFirst ?? field
    }

    private static func label(_ field: String, _ language: Language, _ site: Site) -> String? {
        let key = "field." + field
        let text = site.locales.text(key, language)
        return text == key ? nil : text
    }
}
