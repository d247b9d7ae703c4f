public import Domain

/// The credit note of a refund (AVO): it names the sale that it undoes, which is never edited.
public struct CreditNote: DocumentContent {
    public let language: Language
    public let issue: Issue
    public let seller: Issuer
    public let buyer: Person?
    /// The slip or invoice refunded.
    public let original: Replacement
    public let reason: String
    public let items: [SoldItem]
    /// Tax included.
    public let total: Money
    public let refunds: [PaymentLine]
    public let vatRegime: VATRegime
    public let vatLines: [VATLine]

    public init(
        language: Language = .fr,
        issue: Issue,
        seller: Issuer,
        buyer: Person? = nil,
        original: Replacement,
        reason: String,
        items: [SoldItem],
        total: Money,
        refunds: [PaymentLine],
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

    public var type: DocumentType { .avo }

    private var title: String { language("Avoir", "Credit note") }
    private var origin: String {
        let day = original.day.formatted(in: language)
        return language(
            "Avoir sur la facture n° \(original.number) du \(day)",
            "Credit on invoice no. \(original.number) of \(day)"
        )
    }

    public var mandatoryMentions: [String] {
        [
            title, origin, reason, issue.number, issue.day.formatted(in: language), seller.name,
            seller.legalForm, seller.registration, vatRegime.mention ?? seller.registration,
            total.formatted(in: language),
        ] + seller.address.printed + (buyer?.envelope ?? [])
            + refunds.flatMap { [$0.printed(language), $0.amount.formatted(in: language)] }
            + vatLines.map { $0.printed(language) } + items.flatMap { $0.mentions(language) }
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        let reference = [
            Fact(label: language("Numéro", "Number"), value: issue.number),
            Fact(label: language("Date", "Date"), value: issue.day.formatted(in: language)),
        ]
        paper.letterhead(seller, to: buyer?.envelope ?? [], reference)
        paper.title("\(title) \(issue.number)")
        if buyer == nil { paper.paragraph(issue.day.formatted(in: language), .label) }
        paper.paragraph(origin, .strong)
        paper.facts([Fact(label: language("Motif", "Reason"), value: reason)])
        try paper.items(items, total: total, language)
        let vat = vatLines.map { $0.printed(language) } + [vatRegime.mention].compactMap(\.self)
        paper.paragraph(vat.joined(separator: "\n"), .label)
        paper.heading(language("Remboursement", "Refund"), following: mm(15))
        paper.settlement(refunds, change: .zero(), language)
    }
}
