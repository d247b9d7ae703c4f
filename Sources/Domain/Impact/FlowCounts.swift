/// What became of the devices of a donor or a period.
public struct FlowCounts: Hashable, Codable, Sendable {
    public var received: Int
    public var returnedToDonor: Int
    public var sold: Int
    public var given: Int
    public var forParts: Int
    public var recycled: Int

    public init(
        received: Int,
        returnedToDonor: Int = 0,
        sold: Int = 0,
        given: Int = 0,
        forParts: Int = 0,
        recycled: Int = 0
    ) {
        self.received = received
        self.returnedToDonor = returnedToDonor
        self.sold = sold
        self.given = given
        self.forParts = forParts
        self.recycled = recycled
    }

    public var taken: Int { received - returnedToDonor }
    public var reused: Int { sold + given }
    /// Still on its way through the workshop.
    public var pending: Int { taken - reused - forParts - recycled }

    public var reuseRate: Share? { Share(reused, of: taken) }
    public var partsRate: Share? { Share(forParts, of: taken) }
    public var recyclingRate: Share? { Share(recycled, of: taken) }
}

/// A part of a whole, exact to a tenth of a per cent.
public struct Share: Hashable, Codable, Sendable {
    /// Tenths of a per cent, rounded half up.
    public let perMille: Int

    /// Nil when there is no whole.
    public init?(_ part: Int, of whole: Int) {
        guard whole > 0 else { return nil }
        perMille = (2_000 * part + whole) / (2 * whole)
    }

    /// `75,0 %`, `75.0 %`; the space is a no-break space in French and absent in English.
    public func formatted(in language: Language) -> String {
        let (whole, tenth) = perMille.quotientAndRemainder(dividingBy: 10)
        return language == .fr ? "\(whole),\(tenth)\u{A0}%" : "\(whole).\(tenth)%"
    }
}
