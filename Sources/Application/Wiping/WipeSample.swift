public import Domain
public import Postgres
import Store

/// Which wipes another person reads back next, by day and method: one in ten, all of them once one has failed.
public struct WipeSample: Question {
    public static let name = "wipe-sample"
    public static let summary = Phrase(
        fr: "tire les effacements à contrôler",
        en: "draws the wipes to be checked"
    )
    public static let permission = Permission(.qaVerifier, .auditor)

    /// Absent: the last seven days.
    public let from: Day?
    public let to: Day?

    public init(from: Day? = nil, to: Day? = nil) {
        self.from = from
        self.to = to
    }

    public struct Lot: Codable, Sendable, Hashable {
        public let day: Day
        public let method: String
        public let wipes: Int
        public let asked: Int
        public let checked: Int
        public let failed: Int
        /// Wipes to read back, in the order of the draw; never one's own.
        public let next: [Int64]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Lot] {
        let last = to ?? circumstances.today
        try Failure.requireOrder(from: from, to: last)
        let lots = try Failure.running { () throws(PostgresError) in
            try CustodyStore.lots(
                from: from ?? last.adding(days: -6),
                to: last,
                for: circumstances.speaker.person,
                circumstances.speaker,
                in: db
            )
        }
        return lots.map { lot in
            let asked = SampleRules.size(lot: Int(lot.wipes), failed: Int(lot.failed))
            return Lot(
                day: lot.day,
                method: lot.method,
                wipes: Int(lot.wipes),
                asked: asked,
                checked: Int(lot.checked),
                failed: Int(lot.failed),
                next: Array(lot.draw.prefix(max(0, asked - Int(lot.checked))))
            )
        }
    }
}
