/// The legal guarantee of conformity of one delivery.
///
/// Code de la consommation, L.217-3 and following. Every last day counts as a whole day.
public struct Warranty: Hashable, Codable, Sendable {
    public enum Condition: String, Codable, Hashable, Sendable {
        case new, used
    }

    /// What the guarantee says of a defect shown on a day.
    public enum Cover: String, Codable, Hashable, Sendable {
        /// Presumed older than the delivery: the seller must prove otherwise.
        case sellerMustRebut = "seller_must_rebut"
        case buyerProves = "buyer_proves"
        case ended
    }

    public let deliveredOn: Day
    public let condition: Condition
    /// Repairs under the guarantee, each of which moved its end by six months.
    public let extensions: Int

    public init(deliveredOn: Day, condition: Condition = .used, extensions: Int = 0) {
        precondition(extensions >= 0, "extensions are counted from 0")
        self.deliveredOn = deliveredOn
        self.condition = condition
        self.extensions = extensions
    }

    public var lastDay: Day {
        deliveredOn.adding(months: 24 + 6 * extensions)
    }

    public var lastDayOfPresumption: Day {
        deliveredOn.adding(months: condition == .used ? 12 : 24)
    }

    /// What holds for a defect shown on this day; one shown before delivery was there at delivery.
    public func cover(of defectShownOn: Day) -> Cover {
        if defectShownOn > lastDay { return .ended }
        return defectShownOn <= lastDayOfPresumption ? .sellerMustRebut : .buyerProves
    }

    /// The guarantee after a repair, which extends it by six months (L.217-13).
    ///
    /// - Throws: `warranty_ended` when the defect was shown after its end.
    public func repaired(defectShownOn day: Day, device: String) throws(Refusal) -> Warranty {
        guard cover(of: day) != .ended else {
            throw Refusal(.warrantyEnded, ["device": .text(device), "last_day": .day(lastDay)])
        }
        return Warranty(deliveredOn: deliveredOn, condition: condition, extensions: extensions + 1)
    }
}

/// The fourteen days in which a buyer may bring a device back and the quota is free again.
public struct ReturnPeriod: Hashable, Codable, Sendable {
    public let days: DayRange

    public init(deliveredOn day: Day, lasting count: Int = 14) {
        days = DayRange(from: day, andDaysAfter: count)
    }

    public func requireOpen(on day: Day, device: String) throws(Refusal) {
        guard !days.contains(day) else { return }
        throw Refusal(.returnTooLate, ["device": .text(device), "last_day": .day(days.last)])
    }
}
