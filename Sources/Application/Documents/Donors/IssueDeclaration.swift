import Documents
public import Domain
public import Postgres
import Store

/// Freezes the yearly declaration of tax receipts as it is declared (D222), once for the same days.
public struct IssueDeclaration: Command {
    public static let name = "issue-declaration"
    public static let summary = Phrase(
        fr: "fige la déclaration annuelle des dons",
        en: "freezes the yearly declaration of gifts"
    )
    public static let permission = Permission(.receiptIssuer, .accountant)

    public let year: Int?
    public let yearEnd: Day?

    enum CodingKeys: String, CodingKey {
        case year
        case yearEnd = "year_end"
    }

    public init(year: Int? = nil, yearEnd: Day? = nil) {
        self.year = year
        self.yearEnd = yearEnd
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedDocument {
        try issue(try DocumentIssuing.open(in: db, circumstances), in: db)
    }

    /// - Throws: `period_not_over`, `nothing_to_state`: nothing issued means nothing to declare.
    func issue(
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        try issuing.require(.rfe)
        let declared = try DeclareGifts(year: year, yearEnd: yearEnd)
            .answer(in: db, issuing.circumstances)
        guard declared.to < issuing.circumstances.today else {
            throw .refused(
                Refusal(
                    .periodNotOver,
                    [
                        "period": .word("year", Phrase(fr: "l'exercice", en: "the year")),
                        "last_day": .day(declared.to),
                    ]
                )
            )
        }
        guard declared.documents > 0 else {
            throw .refused(Refusal(.nothingToState, ["subject": .text("\(declared.to.year)")]))
        }
        let signatory = try issuing.signatory()
        let total = Money(cents: declared.totalCents)
        let covers = DocumentStore.Subject.Days(from: declared.from, to: declared.to)
        return try issuing.issue(
            .d222,
            of: DocumentStore.Subject(covers: covers),
            amount: total,
            in: db
        ) {
            DeclaredGifts(
                issue: $0,
                issuer: issuing.issuer,
                from: declared.from,
                to: declared.to,
                articles: declared.articles.map {
                    DeclaredGifts.Article(
                        article: $0.article,
                        documents: $0.documents,
                        total: Money(cents: $0.totalCents)
                    )
                },
                documents: declared.documents,
                total: total,
                cancelled: declared.cancelled,
                deadline: declared.deadline,
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }
}
