public import Domain
public import Importing
public import Postgres
import Store

/// A grid of prices, as a committee's spreadsheet has it.
///
/// It has a row for each kind and grade with a column for each bracket, or a row for each price. The whole list is one grid, which
/// holds from a day on; what was in force stays as it was.
public struct PriceList: ListKind {
    public enum Field: String, ListField {
        case kind, grade, bracket, price
        case q1, q2, q3, q4, q5, q6, q7, q8, q9

        static let brackets: [Field] = [.q1, .q2, .q3, .q4, .q5, .q6, .q7, .q8, .q9]
    }

    public static let form = ListForm<Field>(
        .prices,
        demands: [[.kind, .grade, .q1], [.kind, .grade, .bracket, .price]]
    )
    public static let whyNotUndone = Phrase(
        fr:
            "une grille dit à quel prix on a vendu, et reste dans l'historique ; importer la grille juste à partir d'un jour",
        en:
            "a grid says at what price was sold, and stays in the history; import the right grid from a day on"
    )

    public static let summary = Phrase(
        fr: "importe une grille de prix",
        en: "imports a price grid"
    )
    public static let command: any Command.Type = PublishPriceGrid.self
    public static let options: [FieldDescription] = [
        FieldDescription(
            "grid",
            "string",
            Phrase(fr: "le nom de la grille, comme FR-2027", en: "the grid's name, such as FR-2027")
        ),
        .optional(
            "from",
            "string",
            fr: "le premier jour, comme 2027-01-01 ; aujourd'hui si absent",
            en: "the first day, such as 2027-01-01; today when absent"
        ),
        .optional(
            "source",
            "string",
            fr: "qui en a décidé, comme une délibération",
            en: "who decided it, such as a council's decision"
        ),
    ]

    private let grid: String
    private let from: Day?
    private let source: String?

    public static func opened(
        _ options: ListOptions,
        _ circumstances: Circumstances
    ) throws(Failure) -> PriceList {
        PriceList(
            grid: try options.required(
                "grid",
                Phrase(fr: "le nom de la nouvelle grille", en: "the name of the new grid")
            ),
            from: try options.day("from"),
            source: options["source"]
        )
    }

    /// The whole list is one grid.
    public static func units(of rows: [ListRow<Field>]) -> [[ListRow<Field>]] {
        rows.isEmpty ? [] : [rows]
    }

    public func take(
        _ rows: inout [ListRow<Field>],
        after met: Set<Never>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowFate<Never>? {
        guard let prices = ListedPrices(&rows) else { return nil }
        let publishing = PublishPriceGrid(
            grid: grid,
            from: from,
            rows: prices.rows,
            source: source
        )
        if try isPublished(publishing, in: db, circumstances) { return RowFate(.same) }
        _ = try circumstances.perform(publishing, in: db)
        return RowFate(.create)
    }

    /// Whether this very grid was published under this name.
    private func isPublished(
        _ publishing: PublishPriceGrid,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Bool {
        let speaker = circumstances.speaker
        let wanted = Set(try publishing.cells())
        let (version, cells) = try Failure.running { () throws(PostgresError) in
            (
                try RuleStore.version(of: .priceGrid, named: grid, speaker, in: db),
                try PriceStore.cells(of: grid, speaker, in: db)
            )
        }
        guard let version, from == nil || from == version.first else { return false }
        return Set(cells) == wanted
    }
}
