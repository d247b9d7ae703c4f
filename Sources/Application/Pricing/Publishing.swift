public import Domain
import Postgres
import Store

/// Publishes a rule from a day on: the version in force ends the day before, a later one that is published already stays.
///
/// A version is never edited and never begins where one was already in force on a past day: prices that were charged keep the
/// rule that made them.
struct Publishing {
    let kind: RuleStore.Kind
    let name: String
    let from: Day
    let source: String

    /// - Throws: `back_dated`, `rule_already_published`; `.unreadable` for a rule without a name.
    func publish(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RuleStore.Version {
        guard name.contains(where: { !$0.isWhitespace }) else {
            let named = Phrase(fr: "le nom de la règle", en: "the name of the rule")
            throw .unreadable(Unreadable(name.isEmpty ? "" : "« \(name) »", expected: named))
        }
        let speaker = circumstances.speaker
        let (current, next) = try Failure.running { () throws(PostgresError) in
            try RuleStore.takeTurns(of: speaker, in: db)
            return (
                try RuleStore.version(of: kind, on: from, speaker, in: db),
                try RuleStore.next(of: kind, after: from, speaker, in: db)
            )
        }
        if let current { try require(current, canEndBeforeToday: circumstances.today) }
        let version = RuleStore.Version(name: name, first: from, end: next?.first)
        do throws(Failure) {
            try Failure.running { () throws(PostgresError) in
                if let current {
                    try RuleStore.end(current, of: kind, on: from, speaker, in: db)
                }
                try RuleStore.add(version, of: kind, source: source, speaker, in: db)
                try EventStore.tellRule(kind.publishing, of: kind, named: name, in: db)
            }
        } catch .refused(let refusal) where refusal.code == .ruleAlreadyPublished {
            throw .refused(alreadyPublished(by: name))
        }
        return version
    }

    private func require(
        _ current: RuleStore.Version,
        canEndBeforeToday today: Day
    ) throws(Failure) {
        guard current.first < from else { throw .refused(alreadyPublished(by: current.name)) }
        guard from >= today else {
            let rule = Phrase(
                fr: "\(current.name) était en vigueur ce jour-là",
                en: "\(current.name) was in force on that day"
            )
            throw .refused(
                Refusal(.backDated, ["day": .day(from), "rule": .word(current.name, rule)])
            )
        }
    }

    private func alreadyPublished(by other: String) -> Refusal {
        Refusal(
            .ruleAlreadyPublished,
            ["rule": .text(name), "day": .day(from), "other": .text(other)]
        )
    }
}

/// What was published, and until when it holds as things stand.
public struct PublishedRule: Codable, Sendable, Hashable {
    public let rule: String
    public let from: Day
    /// The last day; nil while no next version is published.
    public let until: Day?
    /// Cells, caps or brackets.
    public let entries: Int

    init(_ version: RuleStore.Version, entries: Int) {
        rule = version.name
        from = version.first
        until = version.end?.adding(days: -1)
        self.entries = entries
    }
}
