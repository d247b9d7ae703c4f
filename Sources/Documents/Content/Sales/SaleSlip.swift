public import Domain

/// The slip or invoice of a sale (FAC).
///
/// A slip names no buyer; with one it is an invoice.
public struct SaleSlip: DocumentContent {
    public let language: Language
    public let issue: Issue
    public let seller: Issuer
    public let buyer: Person?
    public let items: [SoldItem]
    /// Tax included.
    public let total: Money
    public let payments: [PaymentLine]
    /// Cents of cash handed back.
    public let change: Money
    public let vatRegime: VATRegime
    /// Only under the normal regime.
    public let vatLines: [VATLine]
    /// Days: handed over, end of the legal guarantee, end of the presumption.
    public let deliveredOn: Day
    public let warrantyUntil: Day
    public let presumptionUntil: Day
    /// A guarantee beyond the law's, in one sentence.
    public let commercialWarranty: String?
    /// Why it costs what it costs, in one sentence; nil on slips of before it was printed.
    public let priceReason: String?

    public init(
        language: Language = .fr,
        issue: Issue,
        seller: Issuer,
        buyer: Person? = nil,
        items: [SoldItem],
        total: Money,
        payments: [PaymentLine],
        change: Money = .zero(),
        vatRegime: VATRegime,
        vatLines: [VATLine] = [],
        deliveredOn: Day,
        warrantyUntil: Day,
        presumptionUntil: Day,
        commercialWarranty: String? = nil,
        priceReason: String? = nil
    ) {
        self.language = language
        self.issue = issue
        self.seller = seller
        self.buyer = buyer
        self.items = items
        self.total = total
        self.payments = payments
        self.change = change
        self.vatRegime = vatRegime
        self.vatLines = vatLines
        self.deliveredOn = deliveredOn
        self.warrantyUntil = warrantyUntil
        self.presumptionUntil = presumptionUntil
        self.commercialWarranty = commercialWarranty
        self.priceReason = priceReason
    }

    public var type: DocumentType { .fac }

    private var title: String {
        buyer == nil ? language("Ticket de vente", "Sale slip") : language("Facture", "Invoice")
    }

    private var guarantee: String {
        language(
            "Ce produit bénéficie de la garantie légale de conformité de 2 ans à compter de sa remise.",
            "This product carries the legal guarantee of conformity of 2 years from its hand-over."
        )
    }

    public var mandatoryMentions: [String] {
        let common = [
            title, issue.number, issue.day.formatted(in: language), seller.name, seller.legalForm,
            seller.registration, vatRegime.mention ?? seller.registration, guarantee,
            total.formatted(in: language),
            deliveredOn.formatted(in: language), warrantyUntil.formatted(in: language),
            presumptionUntil.formatted(in: language),
        ]
        let paid = payments.flatMap { [$0.printed(language), $0.amount.formatted(in: language)] }
        return common + seller.address.printed + (buyer?.envelope ?? []) + paid
            + (!change.isZero ? [change.formatted(in: language)] : [])
            + vatLines.map { $0.printed(language) } + items.flatMap { $0.mentions(language) }
            + [commercialWarranty, priceReason].compactMap(\.self)
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        let reference = [
            Fact(label: language("Numéro", "Number"), value: issue.number),
            Fact(label: language("Date", "Date"), value: issue.day.formatted(in: language)),
        ]
        paper.letterhead(seller, to: buyer?.envelope ?? [], reference)
        paper.title("\(title) \(issue.number)")
        if buyer == nil { paper.paragraph(issue.day.formatted(in: language), .label) }
        paper.space(mm(2))
        try paper.items(items, total: total, language)
        if let priceReason { paper.paragraph(priceReason, .label) }
        let vat = vatLines.map { $0.printed(language) } + [vatRegime.mention].compactMap(\.self)
        paper.paragraph(vat.joined(separator: "\n"), .label)
        paper.heading(language("Règlement", "Payment"), following: mm(20))
        paper.settlement(payments, change: change, language)
        paper.heading(language("Garantie", "Guarantee"), following: mm(30))
        paper.paragraph(guarantee, .strong)
        paper.facts([
            Fact(
                label: language("Remis le", "Handed over on"),
                value: deliveredOn.formatted(in: language)
            ),
            Fact(
                label: language("Garantie légale jusqu'au", "Legal guarantee until"),
                value: warrantyUntil.formatted(in: language)
            ),
            Fact(
                label: language("Défaut présumé jusqu'au", "Defect presumed until"),
                value: presumptionUntil.formatted(in: language)
            ),
            Fact(
                label: language("Garantie commerciale", "Commercial warranty"),
                value: commercialWarranty ?? ""
            ),
        ])
    }
}

extension Composition {
    /// Amounts under one another, right-aligned: what was paid, how, and what was given back.
    func settlement(_ payments: [PaymentLine], change: Money, _ language: Language) {
        var lines = payments.map { ($0.printed(language), $0.amount) }
        if !change.isZero { lines.append((language("Monnaie rendue", "Change"), change)) }
        for (name, amount) in lines {
            let name = block(name, .body, width: mm(120))
            let amount = block(amount.formatted(in: language), .body.aligned(.end), width: mm(46))
            keep(name.height)
            tagged(.paragraph) {
                put(.text(name, x: Self.left, y: y))
                put(.text(amount, x: Self.right - mm(46), y: y))
            }
            y += max(name.height, amount.height) + mm(0.8)
        }
        space(mm(1))
    }
}
