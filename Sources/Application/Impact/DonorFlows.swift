public import Domain
public import Postgres
import Store

/// Flows and rates by donor, of gifts received within some days.
public struct DonorFlows: Question {
    public static let name = "donor-flows"
    public static let summary = Phrase(
        fr: "donne les flux et les taux par donateur",
        en: "gives flows and rates by donor"
    )
    public static let permission = Impact.permission

    public let from: Day
    /// The last day.
    public let to: Day

    public init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [FlowLine] {
        try Failure.requireOrder(from: from, to: to)
        return try Failure.running { () throws(PostgresError) in
            FlowLine.lines(
                try OutcomeStore.flows(
                    byYear: false,
                    from: from,
                    to: to,
                    circumstances.speaker,
                    in: db
                )
            )
        }
    }
}

/// The committee's page: year on year, with its chart.
public struct YearOnYear: Question {
    public static let name = "year-on-year"
    public static let summary = Phrase(
        fr: "compare les années : reçus, réemployés, recyclés",
        en: "compares years: received, reused, recycled"
    )
    public static let permission = Impact.permission

    /// How many years, the last being the one that runs; 5 when it is nil, 20 at most.
    public let years: Int?

    public init(years: Int? = nil) {
        self.years = years
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [FlowLine]
        public let chart: Chart
        /// The chart as SVG in French, to be put into a page as it is.
        public let svg: String
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let last = circumstances.today.year
        let first = last - min(max(years ?? 5, 1), 20) + 1
        let days = DocumentStore.Subject.Days(
            from: try DocumentStore.Subject.Days.year(first).from,
            to: try DocumentStore.Subject.Days.year(last).to
        )
        let lines = try Failure.running { () throws(PostgresError) in
            FlowLine.lines(
                try OutcomeStore.flows(
                    byYear: true,
                    from: days.from,
                    to: days.to,
                    circumstances.speaker,
                    in: db
                )
            )
        }
        let chart = Self.chart(lines, first...last, circumstances.person.language)
        return Answer(rows: lines, chart: chart, svg: chart.svg)
    }

    /// A year without a gift has no bar: nothing is known of it.
    static func chart(_ lines: [FlowLine], _ years: ClosedRange<Int>, _ language: Language) -> Chart
    {
        func values(_ part: (FlowLine) -> Int) -> [Int?] {
            years.map { year in lines.first { $0.group == Int64(year) }.map(part) }
        }
        func word(_ fr: String, _ en: String) -> String {
            Phrase(fr: fr, en: en).text(in: language)
        }
        return Chart(
            title: word("D'une année à l'autre", "Year on year"),
            unit: word("appareils", "machines"),
            categories: years.map { "\($0)" },
            series: [
                Chart.Series(name: word("Reçus", "Received"), values: values(\.received)),
                Chart.Series(name: word("Réemployés", "Reused"), values: values(\.reused)),
                Chart.Series(name: word("Recyclés", "Recycled"), values: values(\.recycled)),
            ]
        )
    }
}
