public import Domain
import Store

/// A line of goods as a donor announces it.
public struct GivenLine: Codable, Sendable, Hashable {
    public let kind: DeviceType
    public let maker: String?
    public let model: String?
    public let madeIn: Int16?
    /// Absent: the kind, the maker and the model say it.
    public let description: String?
    public let quantity: Int32
    /// What the donor declares one to be worth, in cents; a public body must.
    public let declaredUnitCents: Int64?

    enum CodingKeys: String, CodingKey {
        case kind, maker, model, description, quantity
        case madeIn = "made_in"
        case declaredUnitCents = "declared_unit_cents"
    }

    public init(
        kind: DeviceType,
        maker: String? = nil,
        model: String? = nil,
        madeIn: Int16? = nil,
        description: String? = nil,
        quantity: Int32,
        declaredUnitCents: Int64? = nil
    ) {
        self.kind = kind
        self.maker = maker
        self.model = model
        self.madeIn = madeIn
        self.description = description
        self.quantity = quantity
        self.declaredUnitCents = declaredUnitCents
    }

    func line(_ number: Int32) throws(Failure) -> DonationLine {
        guard quantity > 0 else {
            throw .unreadable(
                Unreadable(
                    String(quantity),
                    expected: Phrase(
                        fr: "une quantité d'au moins 1",
                        en: "a quantity of at least 1"
                    )
                )
            )
        }
        return DonationLine(
            line: number,
            kind: kind,
            maker: maker,
            model: model,
            madeIn: madeIn,
            description: description ?? Self.description(kind, maker, model),
            quantity: quantity,
            declaredUnitCents: declaredUnitCents
        )
    }

    static func description(_ kind: DeviceType, _ maker: String?, _ model: String?) -> String {
        ([kind.label.fr, maker, model] as [String?]).compactMap { $0 }.joined(separator: " ")
    }
}

/// A line as every door shows it, with the rule that keeps it out, if one does.
public struct LineAnswer: Codable, Sendable, Hashable {
    public let line: Int32
    public let kind: DeviceType?
    public let maker: String?
    public let model: String?
    public let madeIn: Int16?
    public let description: String
    public let announced: Int32
    public let received: Int32
    public let accepted: Int32
    public let refused: Int32
    public let missing: Int32
    public let extra: Int32
    public let refusalReason: DeviceRefusalReason?
    public let wasteStatus: WasteStatus
    public let declaredUnitCents: Int64?
    public let reviewedUnitCents: Int64?
    /// Why none of the line may be accepted as it stands.
    public let refusal: Refusal?

    enum CodingKeys: String, CodingKey {
        case line, kind, maker, model, description, announced, received, accepted, refused, missing
        case extra, refusal
        case madeIn = "made_in"
        case refusalReason = "refusal_reason"
        case wasteStatus = "waste_status"
        case declaredUnitCents = "declared_unit_cents"
        case reviewedUnitCents = "reviewed_unit_cents"
    }

    init(_ line: DonationLine, _ refusal: Refusal?) {
        self.line = line.line
        kind = line.kind
        maker = line.maker
        model = line.model
        madeIn = line.madeIn
        description = line.description
        announced = line.quantity
        received = line.received
        accepted = line.accepted
        refused = line.refused
        missing = line.missing
        extra = line.extra
        refusalReason = line.refusalReason
        wasteStatus = line.wasteStatus
        declaredUnitCents = line.declaredUnitCents
        reviewedUnitCents = line.reviewedUnitCents
        self.refusal = refusal
    }
}

/// Whether what a donor offers may be taken in (rulebook 1.6).
struct OfferedGoods {
    let donorKind: DonorKind
    let dataOrigin: DataOriginClass

    /// The rule that keeps the line out; nil when nothing does.
    func refusal(of line: DonationLine) -> Refusal? {
        guard let kind = line.kind else { return nil }
        let offer = DeviceOffer(
            name: line.description,
            type: kind,
            donorKind: donorKind,
            dataOrigin: dataOrigin,
            declaredUnitValue: line.declaredUnitCents.map { Money(cents: $0) }
        )
        do throws(Refusal) {
            _ = try IntakeRules().regime(of: offer)
            return nil
        } catch {
            return error
        }
    }
}
