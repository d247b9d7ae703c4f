/// One device that a donor offers, as far as the law asks about it before taking it in.
public struct DeviceOffer: Hashable, Codable, Sendable {
    /// What to call it in a refusal: a label, a serial number, a line of a list.
    public let name: String
    public let type: DeviceType
    public let donorKind: DonorKind
    public let dataOrigin: DataOriginClass
    /// What a public body declares the whole configuration to be worth; nil when it has not said.
    public let declaredUnitValue: Money?

    public init(
        name: String,
        type: DeviceType,
        donorKind: DonorKind,
        dataOrigin: DataOriginClass,
        declaredUnitValue: Money? = nil
    ) {
        self.name = name
        self.type = type
        self.donorKind = donorKind
        self.dataOrigin = dataOrigin
        self.declaredUnitValue = declaredUnitValue
    }
}

/// What may be taken in, and under which regime.
public struct IntakeRules: Hashable, Codable, Sendable {
    public let acceptedTypes: Set<DeviceType>
    /// The most a device of a public body may be worth (CG3P D.3212-3, decree 2022-791).
    public let publicUnitValueLimit: Money
    /// True for the bodies that may resell to people in precarity (rulebook 1.6, P3).
    public let mayResellPublicGifts: Bool

    public init(
        acceptedTypes: Set<DeviceType> = Set(DeviceType.allCases).subtracting([.crt]),
        publicUnitValueLimit: Money = .eur(300),
        mayResellPublicGifts: Bool = true
    ) {
        self.acceptedTypes = acceptedTypes
        self.publicUnitValueLimit = publicUnitValueLimit
        self.mayResellPublicGifts = mayResellPublicGifts
    }

    /// The regime under which the device comes.
    ///
    /// - Throws: `classified_media`, `not_accepted_type`, `declared_value_missing` or
    ///   `unit_value_over_300`, in this order.
    public func regime(of offer: DeviceOffer) throws(Refusal) -> OriginRegime {
        if offer.dataOrigin == .classified {
            throw Refusal(
                .classifiedMedia,
                ["device": .text(offer.name), "origin": .word(offer.dataOrigin)],
                next: ["return_to_donor"]
            )
        }
        guard acceptedTypes.contains(offer.type) else {
            throw Refusal(.notAcceptedType, ["type": .word(offer.type)], next: ["return_to_donor"])
        }
        guard offer.donorKind == .publicBody else { return .private }
        try requireUnitValue(of: offer)
        return mayResellPublicGifts ? .publicResale : .publicNoResale
    }

    private func requireUnitValue(of offer: DeviceOffer) throws(Refusal) {
        guard let value = offer.declaredUnitValue else {
            throw Refusal(
                .declaredValueMissing,
                ["goods": .text(offer.name)],
                next: ["correct-donation"]
            )
        }
        guard value <= publicUnitValueLimit else {
            throw Refusal(
                .unitValueOver300,
                [
                    "device": .text(offer.name), "value": .money(value),
                    "limit": .money(publicUnitValueLimit),
                ],
                next: ["return_to_donor"]
            )
        }
    }
}
