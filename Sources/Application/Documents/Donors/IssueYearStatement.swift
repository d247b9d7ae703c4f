import Documents
public import Domain
public import Postgres
import Store

/// Issues the summary of a donor's receipts of a year (RAD): what a company above 10,000 EUR declares of each gift.
public struct IssueYearStatement: Command {
    public static let name = "issue-year-statement"
    public static let summary = Phrase(
        fr: "émet le relevé annuel des dons d'un donateur",
        en: "issues the yearly statement of a donor's gifts"
    )
    public static let permission = Permission(.receiptIssuer)

    public let donor: Int64
    /// The calendar year of the gifts; absent: the last one.
    public let year: Int?

    public init(donor: Int64, year: Int? = nil) {
        self.donor = donor
        self.year = year
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedDocument {
        try issue(try DocumentIssuing.open(in: db, circumstances), in: db)
    }

    func issue(
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        try issuing.require(.rfe)
        let giver = try Donor.require(donor, in: db, issuing.circumstances)
        let year = year ?? issuing.circumstances.today.year - 1
        let days = try DocumentStore.Subject.Days.year(year)
        let receipts = try Failure.running { () throws(PostgresError) in
            try DocumentStore.receipts(
                ofDonor: giver.number,
                givenFrom: days.from,
                to: days.to,
                issuing.circumstances.speaker,
                in: db
            )
        }
        guard !receipts.isEmpty else {
            let subject = Fact.text("\(giver.name), \(year)")
            throw .refused(
                Refusal(.nothingToState, ["subject": subject], next: [IssueReceipt.name])
            )
        }
        let signatory = try issuing.signatory()
        let total = receipts.reduce(0) { $0 + ($1.paper.amountCents ?? 0) }
        return try issuing.issue(
            .rad,
            of: DocumentStore.Subject(donor: giver.number, covers: days),
            amount: Money(cents: total),
            in: db
        ) {
            YearStatement(
                issue: $0,
                issuer: issuing.issuer,
                donor: giver.onPaper,
                siren: giver.kind == .company ? giver.siren : nil,
                year: year,
                lines: receipts.map { receipt in
                    YearStatement.Line(
                        receipt: receipt.paper.number,
                        givenOn: receipt.paper.giftOn ?? receipt.paper.issuedOn,
                        amount: Money(cents: receipt.paper.amountCents ?? 0),
                        counterpart: Money(cents: receipt.counterpartCents)
                    )
                },
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }
}

extension Donor {
    /// As an envelope names them.
    var onPaper: Documents.Person {
        Documents.Person(name: name, address: PaperAddress.address(address))
    }
}

extension DocumentStore.Subject.Days {
    /// A calendar year.
    ///
    /// - Throws: `.unreadable` for one that no calendar has.
    static func year(_ year: Int) throws(Failure) -> Self {
        guard let first = Day(year, 1, 1), let last = Day(year, 12, 31) else {
            throw .unreadable(
                Unreadable(
                    "year: \(year)",
                    expected: Phrase(
                        fr: "une année de quatre chiffres",
                        en: "a year of four figures"
                    )
                )
            )
        }
        return Self(from: first, to: last)
    }
}
