public import Domain
public import Postgres
import Store

/// Placements, the newest first, page by page.
public struct ListPlacements: Question {
    public static let name = "list-placements"
    public static let summary = Phrase(
        fr: "liste les appareils confiés",
        en: "lists placed devices"
    )
    public static let permission = Permission(.shop, .auditor, .admin)
    public static var side: Side { .main }

    /// Only those that last; all when it is nil or false.
    public let openOnly: Bool?
    /// The last number of the page before.
    public let after: Int64?
    /// At most 200; 50 when it is nil.
    public let limit: Int?

    public init(openOnly: Bool? = nil, after: Int64? = nil, limit: Int? = nil) {
        self.openOnly = openOnly
        self.after = after
        self.limit = limit
    }

    private enum CodingKeys: String, CodingKey {
        case after, limit
        case openOnly = "open_only"
    }

    public struct Line: Codable, Sendable, Hashable {
        public let placement: Int64
        public let device: String
        public let deviceKind: String
        /// `loan` or `gift`.
        public let kind: String
        public let taker: String
        public let agreement: String
        public let since: Day
        public let until: Day?
        public let endedOn: Day?

        private enum CodingKeys: String, CodingKey {
            case placement, device, kind, taker, agreement, since, until
            case deviceKind = "device_kind"
            case endedOn = "ended_on"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        let limit = PageLimit.of(limit)
        let found = try Failure.running { () throws(PostgresError) in
            try PlacementStore.list(
                openOnly: openOnly ?? false,
                before: after,
                limit: limit,
                circumstances.speaker,
                in: db
            )
        }
        return Page(found.map(Line.init), limit: limit) { $0.placement }
    }
}

extension ListPlacements.Line {
    init(_ found: PlacementStore.Placement) {
        placement = found.number
        device = DeviceReference(number: found.device).text
        deviceKind = found.deviceKind
        kind = found.kind
        taker = found.taker
        agreement = found.agreement
        since = found.since
        until = found.until
        endedOn = found.endedOn
    }
}
