import Documents
public import Domain
public import Postgres
import Store

/// Issues the letter to a donor of the United Kingdom: at sales, or the sum of a tax year (UK_RGA_LETTER).
public struct IssueGiftAidLetter: Command {
    public static let name = "issue-gift-aid-letter"
    public static let summary = Phrase(
        fr: "émet une lettre Retail Gift Aid",
        en: "issues a Retail Gift Aid letter"
    )
    public static let permission = Permission(.receiptIssuer)

    public enum Occasion: String, Vocabulary {
        case sale
        case yearEnd = "year_end"

        public var label: Phrase {
            switch self {
            case .sale: Phrase(fr: "à la vente", en: "at a sale")
            case .yearEnd: Phrase(fr: "en fin d'année", en: "at the year's end")
            }
        }
    }

    public let donor: Int64
    public let occasion: Occasion
    /// Any day of the tax year; absent: today.
    public let day: Day?

    public init(donor: Int64, occasion: Occasion, day: Day? = nil) {
        self.donor = donor
        self.occasion = occasion
        self.day = day
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
        let circumstances = issuing.circumstances
        try issuing.require(.ukRgaLetter)
        let giver = try Donor.require(donor, in: db, circumstances)
        let letters = try GiftAidLetters(giver, day ?? circumstances.today, in: db, circumstances)
        let number = try issuing.charityNumber()
        let signatory = try issuing.signatory()
        let net = issuing.money(letters.net)
        return try issuing.issue(
            .ukRgaLetter,
            of: DocumentStore.Subject(
                donor: giver.number,
                covers: .init(from: letters.year.first, to: letters.year.last)
            ),
            amount: net,
            in: db
        ) {
            RetailGiftAidLetter(
                issue: $0,
                issuer: issuing.issuer,
                charityNumber: number,
                donor: giver.onPaper,
                donorNumber: GiftAidLetters.number(of: giver.number),
                declaredOn: letters.declaration.declaredOn,
                occasion: occasion == .sale ? .sale : .yearEnd,
                from: letters.year.first,
                to: letters.year.last,
                sales: letters.lines(issuing),
                limit: letters.declaration.method.limitPence.map(issuing.money),
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }
}

/// What a letter of Retail Gift Aid is about: a donor's declaration and what was sold in a tax year.
struct GiftAidLetters {
    let declaration: GiftAidStore.Declaration
    let year: DayRange
    let sales: [GiftAidStore.Sale]

    /// By which the donor is known in letters and claims.
    static func number(of donor: Int64) -> String { "RGA-\(donor)" }

    /// - Throws: `gift_aid_missing`, `nothing_to_state`.
    init(
        _ giver: Donor,
        _ day: Day,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        let speaker = circumstances.speaker
        guard let year = GiftAidRules.taxYear(of: day) else { throw .needed("day") }
        let (declaration, sales) = try Failure.running { () throws(PostgresError) in
            (
                try GiftAidStore.declaration(of: giver.number, speaker, in: db),
                try GiftAidStore.sales(
                    of: giver.number,
                    from: year.first,
                    to: year.last,
                    speaker,
                    in: db
                )
            )
        }
        guard let declaration else {
            throw .refused(
                Refusal(
                    .giftAidMissing,
                    ["donor": .text(giver.name)],
                    next: [DeclareGiftAid.name]
                )
            )
        }
        guard !sales.isEmpty else {
            throw .refused(Refusal(.nothingToState, ["subject": .text(giver.name)]))
        }
        self.declaration = declaration
        self.year = year
        self.sales = sales
    }

    var net: Int64 {
        sales.reduce(0) {
            $0 + GiftAidRules.net(ofPence: $1.cents, commissionPermille: $1.commissionPermille)
        }
    }

    func lines(_ issuing: DocumentIssuing) -> [RetailGiftAidLetter.Sale] {
        sales.map { sale in
            let net = GiftAidRules.net(
                ofPence: sale.cents,
                commissionPermille: sale.commissionPermille
            )
            let words = [sale.kind.label(in: .en), sale.description].filter { !$0.isEmpty }
            return RetailGiftAidLetter.Sale(
                soldOn: sale.soldOn,
                description: words.joined(separator: " "),
                proceeds: issuing.money(sale.cents),
                commission: issuing.money(sale.cents - net)
            )
        }
    }
}
