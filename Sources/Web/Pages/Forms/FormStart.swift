import Application

/// What a form shows before anything was typed, where its command writes over what stands.
enum FormStart {
    /// Names as `FormJSON` reads them; empty for a command that starts from nothing.
    static func fields(_ entry: CommandEntry, _ visit: Visit) async throws(Failure) -> Fields {
        switch entry.name {
        case "publish-price-grid": try await grid(visit)
        case "publish-caps": try await caps(visit)
        case "publish-brackets": try await brackets(visit)
        case "describe-organisation":
            fields(entry, try await visit.answerIfAllowed("show-organisation"), visit)
        case "describe-device":
            fields(entry, try await asked("show-device", by: "device", visit)?["sheet"], visit)
        case "change-place":
            fields(entry, try await asked("show-place", by: "place", visit), visit)
        case "change-donor":
            fields(entry, try await asked("show-donor", by: "donor", visit)?["donor"], visit)
        default: Fields()
        }
    }

    /// The form without what it repeats of the thing, where a command changes only what it is told: nobody is written down as having
    /// said what already stood.
    static func changes(_ entry: CommandEntry, _ visit: Visit) async throws(Failure) -> Fields {
        guard patches.contains(entry.name) else { return visit.form }
        if let origin = FormOrigin(carriedBy: visit.form) {
            return origin.changes(in: visit.form, of: entry)
        }
        return FormOrigin(try await fields(entry, visit)).changes(in: visit.form, of: entry)
    }

    /// The commands that change only what they are told, of a thing as their form shows it.
    static let patches: Set<String> = [
        "describe-organisation", "describe-device", "change-donor",
    ]

    private static func asked(
        _ question: String,
        by field: String,
        _ visit: Visit
    ) async throws(Failure) -> JSONValue? {
        guard let named = visit.form[field] ?? visit.query[field] else { return nil }
        let number = Int64(named).map { JSONValue.number($0) }
        let value = ["device", "place"].contains(field) ? .text(named) : number ?? .text(named)
        return try await visit.answerIfAllowed(question, [field: value])
    }

    /// The members of an answer that the command takes under the same names.
    private static func fields(
        _ entry: CommandEntry,
        _ found: JSONValue?,
        _ visit: Visit
    ) -> Fields {
        guard let found else { return Fields() }
        var fields = Fields()
        for field in entry.fields {
            let value = found[field.name]
            switch value {
            case .text(let text): fields.add(field.name, text)
            case .number(let number): fields.add(field.name, String(number))
            case .truth(let truth): fields.add(field.name, String(truth))
            default: continue
            }
        }
        return fields
    }

    private static func grid(_ visit: Visit) async throws(Failure) -> Fields {
        var fields = Fields()
        let rows = try await visit.answerIfAllowed("show-grid")?["rows"].elements ?? []
        for (place, row) in rows.enumerated() {
            fields.add("rows.\(place).kind", row["kind"].text)
            fields.add("rows.\(place).grade", row["grade"].text)
            for price in row["cents"].elements {
                guard case .number(let cents) = price else { continue }
                fields.add("rows.\(place).cents[]:euros", Euros.typed(cents, in: visit.language))
            }
        }
        return fields
    }

    private static func brackets(_ visit: Visit) async throws(Failure) -> Fields {
        var fields = Fields()
        guard let found = try await visit.answerIfAllowed("show-grid")?["brackets"],
            found != .null
        else { return fields }
        fields.add("floors", found["floors"].elements.map(\.text).joined(separator: "\n"))
        fields.add("ceiling", found["ceiling"].text)
        return fields
    }

    /// A cap for each kind, of whatever grade.
    private static func caps(_ visit: Visit) async throws(Failure) -> Fields {
        var fields = Fields()
        var known: Set<String> = []
        let rows = try await visit.answerIfAllowed("show-grid")?["rows"].elements ?? []
        for row in rows {
            guard case .number(let cents) = row["cap_cents"] else { continue }
            guard known.insert(row["kind"].text).inserted else { continue }
            let place = known.count - 1
            fields.add("rows.\(place).kind", row["kind"].text)
            fields.add("rows.\(place).cents:euros", Euros.typed(cents, in: visit.language))
        }
        return fields
    }
}
