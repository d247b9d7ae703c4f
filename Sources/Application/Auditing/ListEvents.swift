public import Domain
public import Postgres
import Store

/// What happened, in the order in which it happened: names and numbers only, never what was written.
///
/// Nothing appears later before an event that was told: the feed ends before the earliest transaction that still writes. The
/// last page is never full and always says where to go on. Newest first, it is a book to be leafed through backwards instead.
public struct ListEvents: Question {
    public static let name = "list-events"
    public static let summary = Phrase(
        fr: "liste ce qui s'est passé, dans l'ordre",
        en: "lists what happened, in order"
    )
    public static let permission = Permission(.admin, .auditor)
    /// The end of the feed is read before the events, and must be older than what they show.
    public static let mode = TransactionMode.readOnly

    /// What they are about, such as `device`; nil for everything.
    public var subject: String?
    /// The number of what they are about.
    public var number: Int64?
    /// Who did it.
    public var login: String?
    /// The first day, and the last.
    public var from: Day?
    public var to: Day?
    /// From the newest backwards; from the oldest on when it is nil.
    public var newestFirst: Bool?
    /// `next` of the page before; the beginning when it is nil.
    public var after: String?
    /// At most 200; 50 when it is nil.
    public var limit: Int?

    enum CodingKeys: String, CodingKey {
        case subject, number, login, from, to, after, limit
        case newestFirst = "newest_first"
    }

    public init(after: String? = nil, newestFirst: Bool? = nil, limit: Int? = nil) {
        self.after = after
        self.newestFirst = newestFirst
        self.limit = limit
    }

    private var filter: EventStore.Filter {
        var filter = EventStore.Filter()
        (filter.subject, filter.number, filter.login) = (subject, number, login)
        (filter.from, filter.to) = (from, to)
        return filter
    }

    public struct Line: Codable, Sendable, Hashable {
        /// In UTC, to the microsecond.
        public let at: String
        /// The name of a command or of a step.
        public let name: String
        /// What it is about, such as `device`, and its number.
        public let subject: String
        public let number: Int64
        /// The place in the subject's own chain, from 1.
        public let nth: Int32
        /// Who did it; 0 for the service itself.
        public let person: Int64
        /// The person's name, for an auditor; nil for everybody else.
        public let by: String?
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [Line]
        /// What to give as `after`, now or later; nil before the first event of all.
        public let next: String?

        /// The JSON form.
        public var json: [UInt8] { CommandJSON.encode(self) }
    }

    /// - Throws: `.unreadable` for an `after` that no page gave.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        try Failure.requireOrder(from: from, to: to)
        let place = try place()
        let events = try Failure.running { () throws(PostgresError) in
            try EventStore.settled(
                after: place,
                matching: filter,
                newestFirst: newestFirst == true,
                limit: PageLimit.of(limit),
                circumstances.speaker,
                in: db
            )
        }
        let isAuditor = circumstances.person.roles.contains(.auditor)
        return Answer(
            rows: events.map {
                Line(
                    at: $0.at,
                    name: $0.name,
                    subject: $0.place.subject,
                    number: $0.place.number,
                    nth: $0.place.nth,
                    person: $0.person,
                    by: isAuditor ? $0.by : nil
                )
            },
            next: next(events)
        )
    }

    /// Forwards there is always a next time; backwards the first event of all is the end.
    private func next(_ events: [EventStore.Event]) -> String? {
        if newestFirst == true, events.count < PageLimit.of(limit) { return nil }
        return events.last.map { "\($0.place.text)" } ?? after
    }

    private func place() throws(Failure) -> EventStore.Place? {
        guard let after else { return nil }
        guard let place = EventStore.Place(after) else {
            throw .unreadable(
                Unreadable(
                    after,
                    expected: Phrase(
                        fr: "le `next` d'une page précédente",
                        en: "the `next` of a page before"
                    )
                )
            )
        }
        return place
    }
}
