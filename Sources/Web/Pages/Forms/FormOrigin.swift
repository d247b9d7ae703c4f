import Application

/// What the form of a correction started from, carried in hidden boxes beside those that were filled in.
///
/// By it only what somebody changed is sent: what a colleague wrote meanwhile is not written over by what the form repeats.
struct FormOrigin {
    struct Box {
        let name: String
        let value: String
    }

    private static let prefix = "was."

    let fields: Fields

    init(_ fields: Fields) {
        self.fields = fields
    }

    /// Nil for a form that carries nothing of the kind.
    init?(carriedBy form: Fields) {
        var fields = Fields()
        for (name, texts) in form.values where name.hasPrefix(Self.prefix) {
            for text in texts { fields.add(String(name.dropFirst(Self.prefix.count)), text) }
        }
        guard !fields.values.isEmpty else { return nil }
        self.fields = fields
    }

    /// The hidden boxes of the form.
    var boxes: [Box] {
        fields.values.sorted { $0.key < $1.key }.flatMap { name, texts in
            texts.map { Box(name: Self.prefix + name, value: $0) }
        }
    }

    /// A form without what it repeats of its start.
    func changes(in form: Fields, of entry: CommandEntry) -> Fields {
        var form = form
        for field in entry.fields where !field.isRequired {
            if fields[field.name] != nil, fields[field.name] == form[field.name] {
                form.remove(field.name)
            }
        }
        return form
    }
}
