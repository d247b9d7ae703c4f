public import Domain
public import Postgres
public import Store

/// How many machines stand where, and since when the oldest has.
public struct Board: Question {
    public static let name = "board"
    public static let summary = Phrase(
        fr: "le tableau de l'atelier : combien d'appareils dans chaque état",
        en: "the board of the workshop: how many devices in each state"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    public init() {}

    /// One state; empty ones are there too, in the order of the map.
    public struct Column: Codable, Sendable, Hashable {
        public let state: String
        public let stage: String
        public let fr: String
        public let en: String
        public let devices: Int64
        /// Nil when none is there.
        public let oldest: String?
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [Column]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let found = try Failure.running { () throws(PostgresError) in
            try ReportStore.board(circumstances.speaker, in: db)
        }
        let byState = Dictionary(found.map { ($0.state, $0) }, uniquingKeysWith: { one, _ in one })
        let here = circumstances.map.states.filter { !["start", "out", "end"].contains($0.stage) }
        return Answer(
            rows: here.map { state in
                let column = byState[state.name.rawValue]
                return Column(
                    state: state.name.rawValue,
                    stage: state.stage,
                    fr: state.label.fr,
                    en: state.label.en,
                    devices: column?.devices ?? 0,
                    oldest: column?.oldest.iso
                )
            }
        )
    }
}

/// What is on the shelf, by kind, grade and regime.
public struct Stock: Question {
    public static let name = "stock"
    public static let summary = Phrase(fr: "le stock en rayon", en: "the stock on the shelf")
    public static let permission = Permission(roles: BenchReaders.roles)

    public init() {}

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [ReportStore.StockLine]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        Answer(
            rows: try Failure.running { () throws(PostgresError) in
                try ReportStore.stock(circumstances.speaker, in: db)
            }
        )
    }
}

/// How long machines have stood where they are.
public struct Ageing: Question {
    public static let name = "ageing"
    public static let summary = Phrase(
        fr: "depuis combien de jours les appareils attendent, par état",
        en: "for how many days devices have waited, by state"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    public init() {}

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [ReportStore.AgeingLine]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        Answer(
            rows: try Failure.running { () throws(PostgresError) in
                try ReportStore.ageing(circumstances.speaker, in: db)
            }
        )
    }
}

/// How many machines took which step, day by day.
public struct Flow: Question {
    public static let name = "flow"
    public static let summary = Phrase(
        fr: "les étapes faites, jour par jour",
        en: "the steps taken, day by day"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    /// Thirty days back when it is nil.
    public let from: Day?
    /// Today when it is nil; at most 366 days after `from`.
    public let to: Day?

    public init(from: Day? = nil, to: Day? = nil) {
        self.from = from
        self.to = to
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [ReportStore.FlowLine]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let last = to ?? circumstances.today
        try Failure.requireOrder(from: from, to: last)
        let first = max(from ?? last.advanced(by: -30), last.advanced(by: -366))
        return Answer(
            rows: try Failure.running { () throws(PostgresError) in
                try ReportStore.flow(from: first, to: last, circumstances.speaker, in: db)
            }
        )
    }
}
