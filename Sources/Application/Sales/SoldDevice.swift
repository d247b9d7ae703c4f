public import Domain
import Store

/// Everything that the slip of a sale says, and what became of it since.
public struct SoldDevice: Codable, Sendable, Hashable {
    public struct Seller: Codable, Sendable, Hashable {
        public let name: String
        public let legalForm: String?
        public let siren: String?
        public let rna: String?
        public let address: [String]
        public let phone: String?
        public let email: String?
        /// `exempt_nonprofit`, `franchise`, `margin_scheme` or `normal`.
        public let vatRegime: String

        private enum CodingKeys: String, CodingKey {
            case name, siren, rna, address, phone, email
            case legalForm = "legal_form"
            case vatRegime = "vat_regime"
        }
    }

    public struct Payment: Codable, Sendable, Hashable {
        public let method: String
        public let cents: Int64
        /// What was put down in cash.
        public let tendered: Int64?
    }

    public struct Case: Codable, Sendable, Hashable {
        public let number: Int64
        public let fault: String
        /// The day on which the defect showed.
        public let shownOn: Day
        public let isPresumed: Bool
        public let closedOn: Day?
        public let outcome: String?

        private enum CodingKeys: String, CodingKey {
            case fault, outcome
            case number = "case"
            case shownOn = "shown_on"
            case isPresumed = "is_presumed"
            case closedOn = "closed_on"
        }
    }

    public let sale: Int64
    /// `active`, `returned` or `ended`.
    public let status: String
    public let seller: Seller
    public let device: String
    public let kind: String
    public let maker: String?
    public let model: String?
    public let serial: String?
    public let processor: String?
    public let memoryMB: Int32?
    public let storageGB: Int32?
    public let system: String?
    public let grade: String
    /// `refurbished` or `used`.
    public let label: String
    public let defects: [String]
    public let soldOn: Day
    public let soldBy: String
    public let voucher: String
    public let firstName: String
    public let initial: String
    public let originRegime: String
    public let grid: String
    public let gridCents: Int64
    public let caps: String?
    public let capCents: Int64?
    public let priceCents: Int64
    public let isGift: Bool
    public let adjustmentReason: String?
    /// The price and its reason in one sentence, without the bracket.
    public let explanation: Phrase?
    public let payments: [Payment]
    public let paidCents: Int64
    public let dueCents: Int64
    public let instalments: Int16?
    /// The last day of the legal guarantee, repairs counted.
    public let warrantyUntil: Day
    /// The last day on which a defect is presumed older than the sale.
    public let presumptionUntil: Day
    public let cases: [Case]
    /// Why it came back; nil when it did not.
    public let returnCause: String?
    public let refundCents: Int64?

    private enum CodingKeys: String, CodingKey {
        case sale, status, seller, device, kind, maker, model, serial, processor, system, grade,
            label, defects, voucher, initial, grid, caps, explanation, payments, instalments, cases
        case memoryMB = "memory_mb"
        case storageGB = "storage_gb"
        case soldOn = "sold_on"
        case soldBy = "sold_by"
        case firstName = "first_name"
        case originRegime = "origin_regime"
        case gridCents = "grid_cents"
        case capCents = "cap_cents"
        case priceCents = "price_cents"
        case isGift = "is_gift"
        case adjustmentReason = "adjustment_reason"
        case paidCents = "paid_cents"
        case dueCents = "due_cents"
        case warrantyUntil = "warranty_until"
        case presumptionUntil = "presumption_until"
        case returnCause = "return_cause"
        case refundCents = "refund_cents"
    }
}

extension SoldDevice {
    init(
        _ record: SaleRecordStore.Record,
        seller: SaleRecordStore.Seller,
        payments: [MoneyStore.Payment],
        cases: [WarrantyStore.Case]
    ) {
        let paid = payments.reduce(0) { $0 + $1.cents }
        self.init(
            sale: record.sale,
            status: record.status,
            seller: Seller(seller),
            device: DeviceReference(number: record.device).text,
            kind: record.kind,
            maker: record.maker,
            model: record.model,
            serial: record.serial,
            processor: record.processor,
            memoryMB: record.memoryMB,
            storageGB: record.storageGB,
            system: record.system,
            grade: record.grade,
            label: record.label,
            defects: record.defects,
            soldOn: record.soldOn,
            soldBy: record.soldBy,
            voucher: record.voucher,
            firstName: record.firstName,
            initial: record.initial,
            originRegime: record.originRegime,
            grid: record.grid,
            gridCents: record.gridCents,
            caps: record.caps,
            capCents: record.capCents,
            priceCents: record.priceCents,
            isGift: record.priceCents == 0,
            adjustmentReason: record.adjustmentReason,
            explanation: record.explanation,
            payments: payments.map {
                Payment(method: $0.method, cents: $0.cents, tendered: $0.tenderedCents)
            },
            paidCents: paid,
            dueCents: record.priceCents - paid,
            instalments: record.instalments,
            warrantyUntil: record.warrantyUntil,
            presumptionUntil: record.presumptionUntil,
            cases: cases.map(Case.init),
            returnCause: record.returnCause,
            refundCents: record.refundCents
        )
    }
}

extension SoldDevice.Seller {
    init(_ seller: SaleRecordStore.Seller) {
        self.init(
            name: seller.name,
            legalForm: seller.legalForm,
            siren: seller.siren,
            rna: seller.rna,
            address: seller.address,
            phone: seller.phone,
            email: seller.email,
            vatRegime: seller.vatRegime
        )
    }
}

extension SoldDevice.Case {
    init(_ found: WarrantyStore.Case) {
        self.init(
            number: found.number,
            fault: found.fault,
            shownOn: found.openedOn,
            isPresumed: found.isPresumed,
            closedOn: found.closedOn,
            outcome: found.outcome
        )
    }
}

extension SaleRecordStore.Record {
    /// Why the price before any adjustment was what it was.
    fileprivate var explanation: Phrase? {
        guard let kind = DeviceType(rawValue: kind),
            let grade = Grade(rawValue: grade.lowercased()),
            let regime = OriginRegime(rawValue: originRegime)
        else { return nil }
        let cap = capCents.map { Money(cents: $0) }
        let bounded = min(gridCents, capCents ?? gridCents)
        let quote = PriceQuote(
            type: kind,
            grade: grade,
            regime: regime,
            gridPrice: Money(cents: gridCents),
            cap: cap,
            price: Money(cents: regime == .publicNoResale ? 0 : bounded),
            gridVersion: grid
        )
        return Phrase(fr: quote.sentence(in: .fr), en: quote.sentence(in: .en))
    }
}
