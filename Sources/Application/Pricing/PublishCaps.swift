public import Domain
public import Postgres
import Store

/// Publishes the legal caps on the price of public bodies' gifts from a day on.
public struct PublishCaps: Command {
    public static let name = "publish-caps"
    public static let summary = Phrase(
        fr: "publie les plafonds légaux des dons publics à partir d'un jour",
        en: "publishes the legal caps on public gifts from a day on"
    )
    public static let permission = Permission(.admin)

    public struct Cap: Codable, Sendable, Hashable {
        public let kind: DeviceType
        public let cents: Int64

        public init(kind: DeviceType, cents: Int64) {
            self.kind = kind
            self.cents = cents
        }
    }

    public let caps: String
    /// The first day; today when it is nil.
    public let from: Day?
    public let rows: [Cap]
    public let source: String?

    public init(caps: String, from: Day? = nil, rows: [Cap], source: String? = nil) {
        self.caps = caps
        self.from = from
        self.rows = rows
        self.source = source
    }

    public init(_ caps: PriceCaps, from: Day? = nil, source: String? = nil) {
        let rows = caps.caps.map { Cap(kind: $0.key, cents: $0.value.cents) }
            .sorted { $0.kind.rawValue < $1.kind.rawValue }
        self.init(caps: caps.version, from: from, rows: rows, source: source)
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PublishedRule {
        for (index, cap) in rows.enumerated() {
            guard !rows[..<index].contains(where: { $0.kind == cap.kind }) else {
                let once = Phrase(fr: "un seul plafond par type", en: "one cap for a kind")
                throw .unreadable(
                    Unreadable("rows.[\(index)] (\(cap.kind.rawValue))", expected: once)
                )
            }
        }
        let publishing = Publishing(
            kind: .publicCap,
            name: caps,
            from: from ?? circumstances.today,
            source: source ?? ""
        )
        let version = try publishing.publish(in: db, circumstances)
        let amounts = rows.map { ($0.kind, Money(cents: $0.cents)) }
        let table = PriceCaps(version: caps, caps: Dictionary(amounts) { $1 })
        try Failure.running { () throws(PostgresError) in
            try PriceStore.add(table, circumstances.speaker, in: db)
        }
        return PublishedRule(version, entries: table.caps.count)
    }
}
