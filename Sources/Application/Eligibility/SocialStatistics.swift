public import Domain
public import Postgres
import Store

/// How the applications of a year ended, for anyone to read: no count from which a family could be told.
///
/// A year is counted once it is over, so that nobody learns of one family by asking before and after it came.
public struct SocialStatistics: Question {
    public static let name = "social-statistics"
    public static let summary = Phrase(
        fr: "compte les demandes d'une année close, sans singulariser une famille",
        en: "counts the applications of a year that is over, without singling a family out"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover, .dpo, .admin, .auditor)

    public let year: Int

    public init(year: Int) {
        self.year = year
    }

    public struct Row: Codable, Sendable, Hashable {
        /// `outcome` or `persons`.
        public let part: String
        /// `refused`, `approved Q3`, or the number of persons, 6 and more together.
        public let cell: String
        /// Nil where it is hidden: under five, or what such a one could be computed from.
        public let count: Int?
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let year: Int
        /// Nil where it is hidden.
        public let total: Int?
        public let rows: [Row]
    }

    /// - Throws: `period_not_over`.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        guard year < circumstances.today.year else {
            let last = Day(year, 12, 31) ?? circumstances.today
            throw .refused(
                Refusal(
                    .periodNotOver,
                    [
                        "period": .word("year", Phrase(fr: "année", en: "year")),
                        "last_day": .day(last),
                    ]
                )
            )
        }
        let (outcomes, persons) = try Failure.running { () throws(PostgresError) in
            try StatisticsStore.counts(of: year, circumstances.speaker, in: db)
        }
        let byOutcome = PublishedCounts(outcomes)
        let byPersons = PublishedCounts(persons)
        // Both parts are of one whole: a total that one of them hides is hidden in both.
        let total = byPersons.total == nil ? nil : byOutcome.total
        let rows = Self.rows("outcome", byOutcome) + Self.rows("persons", byPersons)
        return Answer(year: year, total: total, rows: rows)
    }

    private static func rows(_ part: String, _ counts: PublishedCounts) -> [Row] {
        counts.cells.sorted { $0.key < $1.key }.map { cell, count in
            Row(part: part, cell: cell, count: count)
        }
    }
}
