import Domain
import FoundationEssentials
import Postgres
import Store

extension RuleStore.Kind {
    /// The value of the rule that is published for a day; nil when none is.
    ///
    /// - Throws: `.unreadable` when it is of a later version of Moulin.
    func body<Body: Decodable>(
        _ type: Body.Type,
        on day: Day,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Body? {
        let json = try Failure.running { () throws(PostgresError) in
            try RuleBodyStore.body(of: self, on: day, circumstances.speaker, in: db)
        }
        guard let json else { return nil }
        guard let body = try? JSONDecoder().decode(type, from: Data(json.utf8)) else {
            let readable = Phrase(
                fr: "une règle que cette version de Moulin sait lire",
                en: "a rule that this version of Moulin reads"
            )
            throw .unreadable(Unreadable(rawValue, expected: readable))
        }
        return body
    }

    /// Publishes a value as a rule from a day on.
    ///
    /// - Throws: `back_dated`, `rule_already_published`.
    func publish(
        _ body: some Encodable,
        named name: String,
        from: Day?,
        source: String?,
        entries: Int,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PublishedRule {
        let publishing = Publishing(
            kind: self,
            name: name,
            from: from ?? circumstances.today,
            source: source ?? ""
        )
        let version = try publishing.publish(in: db, circumstances)
        try Failure.running { () throws(PostgresError) in
            let json = SentJSON.text(body)
            try RuleBodyStore.add(json, of: self, named: name, circumstances.speaker, in: db)
        }
        return PublishedRule(version, entries: entries)
    }
}
