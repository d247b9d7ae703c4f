public import Domain
public import Postgres
import Store

/// Every place in use, with the way to it.
public struct ListPlaces: Question {
    public static let name = "list-places"
    public static let summary = Phrase(fr: "liste les lieux", en: "lists places")
    public static let permission = Permission(roles: BenchReaders.roles)

    public init() {}

    public struct Line: Codable, Sendable, Hashable {
        public let place: String
        public let path: String
        /// True for a zone where drives that are not clean may rest.
        public let locked: Bool
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [Line]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let places = try Failure.running { () throws(PostgresError) in
            try PlaceStore.all(circumstances.speaker, in: db)
        }
        return Answer(
            rows: places.map { Line(place: $0.name, path: $0.path, locked: $0.isLocked) }
        )
    }
}

/// Machines that may be one, until a person decides.
public struct ListDoubts: Question {
    public static let name = "list-doubts"
    public static let summary = Phrase(fr: "liste les doutes ouverts", en: "lists open doubts")
    public static let permission = Permission(roles: BenchReaders.roles)

    public let after: Int64?
    public let limit: Int?

    public init(after: Int64? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let doubt: Int64
        public let device: String
        /// Nil when the other is only a line of a file.
        public let other: String?
        /// JSON of what made them alike.
        public let evidence: String
        public let raised: String
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        let limit = PageLimit.of(limit)
        let doubts = try Failure.running { () throws(PostgresError) in
            try ReportStore.doubts(after: after, limit: limit, circumstances.speaker, in: db)
        }
        let lines = doubts.map { doubt in
            Line(
                doubt: doubt.doubt,
                device: DeviceReference(number: doubt.device).text,
                other: doubt.other.map { DeviceReference(number: $0).text },
                evidence: doubt.evidence,
                raised: doubt.raised.iso
            )
        }
        return Page(lines, limit: limit) { $0.doubt }
    }
}
