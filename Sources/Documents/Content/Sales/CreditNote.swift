/// The credit note of a refund (AVO): it names the sale that it undoes, which is never edited.
public struct CreditNote: DocumentContent {
    public let language: DocumentLanguage
    public let issue: Issue
    public let seller: Issuer
    public let buyer: Person?
    /// The slip or invoice refunded.
    public let original: Replacement
    public let reason: String
    public let items: [SoldItem]
    /// Cents, tax included.
    public let total: Int64
    public let refunds: [Payment]
    public let vatRegime: VATRegime
    public let vatLines: [VATLine]

    public init(
        language: DocumentLanguage = .french,
        issue: Issue,
        seller: Issuer,
        buyer: Person? = nil,
        original: Replacement,
        reason: String,
        items: [SoldItem],
        total: Int64,
        refunds: [Payment],
        vatRegime: VATRegime,
        vatLines: [VATLine] = []
    ) {
        self.language = language
        self.issue = issue
        self.seller = seller
        self.buyer = buyer
        self.original = original
        self.reason = reason
        self.items = items
        self.total = total
        self.refunds = refunds
        self.vatRegime = vatRegime
        self.vatLines = vatLines
    }

    public var type: DocumentType { .creditNote }

    private var title: String { language("Avoir", "Credit note") }
    private var origin: String {
        let day = Printed.day(original.day, language)
        return language(
            "Avoir sur la facture n° \(original.number) du \(day)",
            "Credit on invoice no. \(original.number) of \(day)"
        )
    }

    public var mandatoryMentions: [String] {
        [
            title, origin, reason, issue.number, Printed.day(issue.day, language), seller.name,
            seller.legalForm, seller.registration, vatRegime.mention,
            Printed.money(total, language),
        ] + seller.address.printed + (buyer?.envelope ?? [])
            + refunds.flatMap { [$0.printed(language), Printed.money($0.amount, language)] }
            + vatLines.map { $0.printed(language) } + items.flatMap { $0.mentions(language) }
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        let reference = [
            Fact(label: language("Numéro", "Number"), value: issue.number),
            Fact(label: language("Date", "Date"), value: Printed.day(issue.day, language)),
        ]
        paper.letterhead(seller, to: buyer?.envelope ?? [], reference)
        paper.title("\(title) \(issue.number)")
        paper.paragraph(Printed.day(issue.day, language), .label)
        paper.paragraph(origin, .strong)
        paper.facts([Fact(label: language("Motif", "Reason"), value: reason)])
        try paper.items(items, total: total, language)
        let vat = vatLines.map { $0.printed(language) } + [vatRegime.mention]
        paper.paragraph(vat.joined(separator: "\n"), .label)
        paper.heading(language("Remboursement", "Refund"), following: mm(15))
        paper.settlement(refunds, change: 0, language)
    }
}
