public import Domain
public import Postgres
import Store

/// What the yearly declaration of tax receipts must say (CGI article 222 bis; rulebook 1.5).
public struct DeclareGifts: Question {
    public static let name = "declaration-222bis"
    public static let summary = Phrase(
        fr: "prépare la déclaration annuelle des dons",
        en: "prepares the yearly declaration of gifts"
    )
    public static let permission = Permission(.receiptIssuer, .accountant, .auditor, .admin)

    /// The last day of the financial year; absent with `year`: 31 December.
    public let yearEnd: Day?
    public let year: Int?

    enum CodingKeys: String, CodingKey {
        case year
        case yearEnd = "year_end"
    }

    public init(year: Int) {
        self.year = year
        yearEnd = nil
    }

    public init(yearEnd: Day) {
        self.yearEnd = yearEnd
        year = nil
    }

    init(year: Int?, yearEnd: Day?) {
        self.year = year
        self.yearEnd = yearEnd
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let from: Day
        public let to: Day
        /// Receipts that stand; duplicates and cancelled ones do not count.
        public let documents: Int
        public let totalCents: Int64
        public let articles: [Article]
        public let cancelled: Int
        /// The last day for the declaration.
        public let deadline: Day

        enum CodingKeys: String, CodingKey {
            case from, to, documents, articles, cancelled, deadline
            case totalCents = "total_cents"
        }
    }

    public struct Article: Codable, Sendable, Hashable {
        /// `200` or `238 bis` of the CGI.
        public let article: String
        public let documents: Int
        public let totalCents: Int64

        enum CodingKeys: String, CodingKey {
            case article, documents
            case totalCents = "total_cents"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let year = year ?? circumstances.today.year - 1
        let last: Day
        if let yearEnd {
            last = yearEnd
        } else {
            last = try DocumentStore.Subject.Days.year(year).to
        }
        // A year ends on the last day of a month: the one before ended on the last day of the same month.
        let first = last.adding(days: 1).adding(years: -1)
        let papers = try Failure.running { () throws(PostgresError) in
            try DocumentStore.receipts(
                givenFrom: first,
                to: last,
                of: circumstances.speaker,
                in: db
            )
        }
        let all = declaration(papers, last)
        return Answer(
            from: first,
            to: last,
            documents: all.documentCount,
            totalCents: all.total.cents,
            articles: [DonorKind.individual, .company].compactMap { kind in
                article(of: kind, papers, last)
            },
            cancelled: papers.count - all.documentCount,
            deadline: all.deadline
        )
    }

    private func article(of kind: DonorKind, _ papers: [IssuedPaper], _ last: Day) -> Article? {
        guard let article = kind.taxArticle else { return nil }
        let own = declaration(papers.filter { kind.documents.contains($0.kind) }, last)
        return Article(
            article: article,
            documents: own.documentCount,
            totalCents: own.total.cents
        )
    }

    private func declaration(_ papers: [IssuedPaper], _ last: Day) -> GiftsDeclaration {
        GiftsDeclaration(
            of: papers.map {
                GiftsDeclaration.Receipt(
                    amount: Money(cents: $0.amountCents ?? 0),
                    isCancelled: $0.cancelledAt != nil
                )
            },
            yearEndingOn: last
        )
    }
}
