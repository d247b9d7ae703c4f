public import Domain
public import Postgres

/// The record of what was done, as a feed.
public enum EventStore {
    /// Where an event stands among all: by its instant, and within an instant by what it is about.
    public struct Place: Hashable, Sendable {
        /// Since 1970.
        public let micros: Int64
        public let subject: String
        public let number: Int64
        /// In the subject's own chain, from 1.
        public let nth: Int32

        /// Reads what `text` wrote; nil for anything else.
        public init?(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 4, let micros = Int64(parts[0]), let number = Int64(parts[2]),
                let nth = Int32(parts[3]), parts[1].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { return nil }
            (self.micros, subject, self.number, self.nth) = (micros, String(parts[1]), number, nth)
        }

        init(micros: Int64, subject: String, number: Int64, nth: Int32) {
            (self.micros, self.subject, self.number, self.nth) = (micros, subject, number, nth)
        }

        public var text: String { "\(micros):\(subject):\(number):\(nth)" }
    }

    public struct Event: Hashable, Sendable {
        public let place: Place
        /// RFC 3339, in UTC, with microseconds.
        public let at: String
        public let name: String
        public let person: Int64
        /// The person's name.
        public let by: String
    }

    /// Which events are asked for; nil and no bound for all.
    public struct Filter: Hashable, Sendable {
        /// What they are about, such as `device`.
        public var subject: String?
        public var number: Int64?
        /// The login of who did it.
        public var login: String?
        /// The days, both included, where the organisation is.
        public var from: Day?
        public var to: Day?

        public init() {}
    }
}
