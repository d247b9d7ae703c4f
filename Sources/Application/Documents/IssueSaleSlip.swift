import Documents
public import Domain
public import Postgres
import Store

/// Issues the slip of a sale (FAC), or the note of a gift to a family (BDO); with a buyer's name the slip is an invoice.
public struct IssueSaleSlip: Command {
    public static let name = "issue-sale-slip"
    public static let summary = Phrase(
        fr: "émet le ticket ou la facture d'une vente",
        en: "issues the slip or invoice of a sale"
    )
    public static let permission = Permission(.shop, .accountant)

    public let sale: Int64
    public let buyerName: String?
    public let buyerStreet: String?
    public let buyerPostalCode: String?
    public let buyerTown: String?
    public let language: Language?

    enum CodingKeys: String, CodingKey {
        case sale, language
        case buyerName = "buyer_name"
        case buyerStreet = "buyer_street"
        case buyerPostalCode = "buyer_postal_code"
        case buyerTown = "buyer_town"
    }

    public init(
        sale: Int64,
        buyerName: String? = nil,
        buyerStreet: String? = nil,
        buyerPostalCode: String? = nil,
        buyerTown: String? = nil,
        language: Language? = nil
    ) {
        self.sale = sale
        self.buyerName = buyerName
        self.buyerStreet = buyerStreet
        self.buyerPostalCode = buyerPostalCode
        self.buyerTown = buyerTown
        self.language = language
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
        let found = try Failure.running { () throws(PostgresError) in
            try SoldPaperStore.sale(sale, of: issuing.circumstances.speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownSale, ["sale": .text(String(sale))]))
        }
        try issuing.requireSeller()
        let subject = DocumentStore.Subject(device: found.device, sale: sale)
        guard found.priceCents > 0 else {
            return try issuing.issue(.bdo, of: subject, in: db) { note(found, issuing, $0) }
        }
        let amount = Money(cents: found.priceCents)
        return try issuing.issue(.fac, of: subject, amount: amount, in: db) {
            slip(found, issuing, $0)
        }
    }

    private var tongue: Language { language ?? .fr }

    private var buyer: Documents.Person? {
        guard let buyerName, !buyerName.isEmpty else { return nil }
        let lines = EnvelopeAddress.lines(
            street: buyerStreet,
            postalCode: buyerPostalCode,
            town: buyerTown
        )
        return Documents.Person(name: buyerName, address: PaperAddress.address(lines))
    }

    private func item(_ sale: SoldPaperStore.Sale, priced: Bool) -> SoldItem {
        sale.item(in: tongue, price: priced ? Money(cents: sale.priceCents) : nil)
    }

    private func note(
        _ sale: SoldPaperStore.Sale,
        _ issuing: DocumentIssuing,
        _ issue: Issue
    ) -> GiftNote {
        GiftNote(
            language: tongue,
            issue: issue,
            giver: issuing.issuer,
            recipient: buyer,
            items: [item(sale, priced: false)],
            deliveredOn: sale.deliveredOn
        )
    }

    private func slip(
        _ sale: SoldPaperStore.Sale,
        _ issuing: DocumentIssuing,
        _ issue: Issue
    ) -> SaleSlip {
        let regime = issuing.vatRegime
        let change = sale.payments.reduce(Int64(0)) {
            $0 + ($1.tenderedCents ?? $1.cents) - $1.cents
        }
        return SaleSlip(
            language: tongue,
            issue: issue,
            seller: issuing.issuer,
            buyer: buyer,
            items: [item(sale, priced: true)],
            total: Money(cents: sale.priceCents),
            payments: payments(of: sale),
            change: Money(cents: change),
            vatRegime: regime,
            vatLines: regime == .normal ? [Self.tax(within: sale.priceCents)] : [],
            deliveredOn: sale.deliveredOn,
            warrantyUntil: sale.warrantyUntil,
            presumptionUntil: sale.presumptionUntil,
            priceReason: reason(of: sale)
        )
    }

    /// Why it costs what it costs, as the quote told it.
    private func reason(of sale: SoldPaperStore.Sale) -> String? {
        guard let grade = Grade(rawValue: sale.grade.lowercased()) else { return nil }
        let listed = min(sale.gridCents, sale.capCents ?? sale.gridCents)
        let quote = PriceQuote(
            type: sale.kind,
            grade: grade,
            regime: sale.regime,
            gridPrice: Money(cents: sale.gridCents),
            cap: sale.capCents.map { Money(cents: $0) },
            price: Money(cents: listed),
            gridVersion: sale.grid
        )
        return quote.sentence(in: tongue, charged: Money(cents: sale.priceCents))
    }

    /// What was paid, and what instalments will still bring.
    private func payments(of sale: SoldPaperStore.Sale) -> [PaymentLine] {
        let paid = sale.payments.map {
            PaymentLine(method: $0.method, amount: Money(cents: $0.cents))
        }
        let due = sale.priceCents - sale.payments.reduce(0) { $0 + $1.cents }
        guard due > 0 else { return paid }
        let note = Phrase(fr: "reste dû", en: "still due").text(in: tongue)
        return paid + [PaymentLine(method: .instalments, amount: Money(cents: due), note: note)]
    }

    /// The 20 % that a price with tax holds: the net is price ÷ 1.2, rounded half up to the cent.
    static func tax(within cents: Int64) -> VATLine {
        let net = (cents * 10 + 6) / 12
        return VATLine(rate: 2_000, net: Money(cents: net), tax: Money(cents: cents - net))
    }
}
