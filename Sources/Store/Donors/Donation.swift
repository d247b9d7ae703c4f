public import Domain

/// How far a gift is.
public enum DonationStatus: String, Vocabulary {
    case announced
    case received
    /// Counted line by line: what came, what was taken, what was not.
    case reconciled
    case cancelled

    public var label: Phrase {
        switch self {
        case .announced: Phrase(fr: "annoncé", en: "announced")
        case .received: Phrase(fr: "reçu", en: "received")
        case .reconciled: Phrase(fr: "rapproché", en: "reconciled")
        case .cancelled: Phrase(fr: "annulé", en: "cancelled")
        }
    }
}

/// A gift as kept.
public struct Donation: Hashable, Sendable {
    public let number: Int64
    /// Who gave it, by the number it was given under.
    public let donor: Int64
    public let donorKind: DonorKind
    public let donorName: String
    public let regime: OriginRegime
    public let dataOrigin: DataOriginClass
    public let status: DonationStatus
    public let announcedOn: Day?
    public let receivedOn: Day?
    public let handedOverBy: String?
    public let reference: String?
    public let deedReference: String?
    public let deedDate: Day?
    public let counterpartCents: Int64
    public let valuation: DonationValuation?
}

/// What a gift is worth, as the donor's letter or the reviewed grid says.
public struct DonationValuation: Hashable, Sendable, Codable {
    public var basis: ValuationBasis
    /// Of every item; nil where lines or a total say it.
    public var unitCents: Int64?
    /// Of all that was accepted.
    public var totalCents: Int64?
    /// The letter's file name, or the grid.
    public var letter: String?
    public var on: Day?
    public var signer: String?

    public init(
        basis: ValuationBasis,
        unitCents: Int64? = nil,
        totalCents: Int64? = nil,
        letter: String? = nil,
        on: Day? = nil,
        signer: String? = nil
    ) {
        self.basis = basis
        self.unitCents = unitCents
        self.totalCents = totalCents
        self.letter = letter
        self.on = on
        self.signer = signer
    }

    enum CodingKeys: String, CodingKey {
        case basis, letter, on, signer
        case unitCents = "unit_cents"
        case totalCents = "total_cents"
    }
}

/// A line of a gift: what was announced and what became of it at the door.
public struct DonationLine: Hashable, Sendable, Codable {
    /// From 1.
    public var line: Int32
    public var kind: DeviceType?
    public var maker: String?
    public var model: String?
    /// The year of make, where the donor knows it.
    public var madeIn: Int16?
    public var description: String
    /// Announced; 0 for what nobody announced.
    public var quantity: Int32
    public var received: Int32
    public var accepted: Int32
    public var refused: Int32
    public var refusalReason: DeviceRefusalReason?
    /// What the donor declares one to be worth.
    public var declaredUnitCents: Int64?
    /// What the review by the grid keeps.
    public var reviewedUnitCents: Int64?
    public var reviewReason: String?
    public var wasteStatus: WasteStatus

    public init(
        line: Int32,
        kind: DeviceType?,
        maker: String? = nil,
        model: String? = nil,
        madeIn: Int16? = nil,
        description: String,
        quantity: Int32,
        declaredUnitCents: Int64? = nil
    ) {
        self.line = line
        self.kind = kind
        self.maker = maker
        self.model = model
        self.madeIn = madeIn
        self.description = description
        self.quantity = quantity
        received = 0
        accepted = 0
        refused = 0
        self.declaredUnitCents = declaredUnitCents
        wasteStatus = .product
    }

    enum CodingKeys: String, CodingKey {
        case line, kind, maker, model, description, quantity, received, accepted, refused
        case madeIn = "made_in"
        case refusalReason = "refusal_reason"
        case declaredUnitCents = "declared_unit_cents"
        case reviewedUnitCents = "reviewed_unit_cents"
        case reviewReason = "review_reason"
        case wasteStatus = "waste_status"
    }

    public var missing: Int32 { max(0, quantity - received) }
    public var extra: Int32 { max(0, received - quantity) }
    /// Taken as goods: what was waste on arrival is on no receipt.
    public var goods: Int32 { wasteStatus == .product ? accepted : 0 }
}
