public import Domain
public import Postgres
import Store

/// The grid in force on a day, kind by kind, with the legal caps.
public struct ShowGrid: Question {
    public static let name = "show-grid"
    public static let summary = Phrase(
        fr: "montre la grille de prix en vigueur un jour",
        en: "shows the price grid in force on a day"
    )
    public static let permission = Permission(roles: Role.allCases)
    public static var side: Side { .main }

    /// Today when it is nil.
    public let day: Day?

    public init(day: Day? = nil) {
        self.day = day
    }

    public struct Row: Codable, Sendable, Hashable {
        public let kind: DeviceType
        /// `A`, `B` or `C`.
        public let grade: String
        /// By bracket, the lowest incomes first.
        public let cents: [Int64]
        /// The legal cap for this kind when it comes from a public body.
        public let capCents: Int64?

        private enum CodingKeys: String, CodingKey {
            case kind, grade, cents
            case capCents = "cap_cents"
        }
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let grid: String
        public let from: Day
        public let until: Day?
        public let caps: String?
        public let rows: [Row]
        /// Nil while none are in force: then nobody's quotient has a bracket.
        public let brackets: Brackets?
    }

    /// Which quotients each column of prices is for.
    public struct Brackets: Codable, Sendable, Hashable {
        public let name: String
        /// The least quotient of each bracket; the first is 0.
        public let floors: [Int]
        /// The quotient from which nobody is eligible.
        public let ceiling: Int
    }

    /// - Throws: `rule_missing` when no grid is in force on that day.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let speaker = circumstances.speaker
        let day = day ?? circumstances.today
        let version = try RuleStore.Kind.priceGrid.version(on: day, speaker, in: db)
        let (cells, caps, legal) = try Failure.running { () throws(PostgresError) in
            let caps = try RuleStore.version(of: .publicCap, on: day, speaker, in: db)
            return (
                try PriceStore.cells(of: version.name, speaker, in: db),
                caps,
                try caps.map { (caps) throws(PostgresError) in
                    try PriceStore.caps(of: caps.name, speaker, in: db)
                } ?? [:]
            )
        }
        return Answer(
            grid: version.name,
            from: version.first,
            until: version.end?.adding(days: -1),
            caps: caps?.name,
            rows: rows(cells, legal),
            brackets: try brackets(on: day, in: db, speaker)
        )
    }

    private func brackets(
        on day: Day,
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) -> Brackets? {
        try Failure.running { () throws(PostgresError) in
            guard let version = try RuleStore.version(of: .brackets, on: day, speaker, in: db),
                let table = try BracketStore.table(named: version.name, speaker, in: db)
            else { return nil }
            return Brackets(name: version.name, floors: table.floors, ceiling: table.ceiling)
        }
    }

    private func rows(_ cells: [PriceStore.Cell], _ caps: [DeviceType: Int64]) -> [Row] {
        var rows: [Row] = []
        for kind in DeviceType.allCases {
            for grade in Grade.allCases {
                let found = cells.filter { $0.kind == kind && $0.grade == grade }
                guard !found.isEmpty else { continue }
                rows.append(
                    Row(
                        kind: kind,
                        grade: grade.letter,
                        cents: found.sorted { $0.bracket < $1.bracket }.map(\.cents),
                        capCents: caps[kind]
                    )
                )
            }
        }
        return rows
    }
}

extension RuleStore.Kind {
    /// The version in force on a day.
    ///
    /// - Throws: `rule_missing`.
    func version(
        on day: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(Failure) -> RuleStore.Version {
        let found = try Failure.running { () throws(PostgresError) in
            try RuleStore.version(of: self, on: day, speaker, in: db)
        }
        guard let found else {
            throw .refused(
                Refusal(.ruleMissing, ["rule": .word(rawValue, label), "day": .day(day)])
            )
        }
        return found
    }

    private var label: Phrase {
        switch self {
        case .priceGrid: Phrase(fr: "grille de prix", en: "price grid")
        case .publicCap: Phrase(fr: "plafonds des dons publics", en: "caps on public gifts")
        case .eligibility: Phrase(fr: "règles d'éligibilité", en: "rules of eligibility")
        case .waitingOrder: Phrase(fr: "ordre d'attente", en: "order of waiting")
        case .grading: Phrase(fr: "table de classement", en: "table of grades")
        case .retention: Phrase(fr: "délais de conservation", en: "times of keeping")
        case .brackets: Phrase(fr: "tranches de quotient", en: "brackets of quotients")
        }
    }
}
