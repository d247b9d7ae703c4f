/// What a gift is worth and who says so.
public struct GiftValuation: Hashable, Codable, Sendable {
    public let basis: ValuationBasis
    public let unitValue: Money
    /// The letter, for a company; the reviewed grid, for a person.
    public let writtenProof: String?

    public init(basis: ValuationBasis, unitValue: Money, writtenProof: String?) {
        self.basis = basis
        self.unitValue = unitValue
        self.writtenProof = writtenProof
    }
}

/// The value of an individual's device, which the operator checks (rulebook 1.2, V6).
public struct ReviewedValuation: Hashable, Codable, Sendable {
    /// The lower of the donor's estimate and the grid.
    public let proposed: Money
    public let kept: Money
    /// Why it was raised; nil when it was not.
    public let reason: String?
    public let gridVersion: String

    /// - Parameters:
    ///   - estimate: What the donor says; nil when nothing was said.
    ///   - gridValue: What the grid says of this type, age and condition.
    ///   - gridVersion: Which grid.
    ///   - kept: What the reviewer keeps; nil for the proposal.
    ///   - reason: Needed to raise the proposal; lowering needs none.
    /// - Throws: `valuation_raised_without_reason`.
    public init(
        estimate: Money?,
        gridValue: Money,
        gridVersion: String,
        kept: Money? = nil,
        reason: String? = nil
    ) throws(Refusal) {
        proposed = estimate.map { min($0, gridValue) } ?? gridValue
        self.kept = kept ?? proposed
        let isExplained = reason.map { !$0.allSatisfy(\.isWhitespace) } ?? false
        guard self.kept <= proposed || isExplained else {
            throw Refusal(
                .valuationRaisedWithoutReason,
                ["value": .money(self.kept), "proposed": .money(proposed)]
            )
        }
        self.reason = self.kept > proposed ? reason : nil
        self.gridVersion = gridVersion
    }
}
