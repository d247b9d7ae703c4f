/// The shares by which a household's income is divided, exact to the quarter.
public struct HouseholdParts: Hashable, Codable, Sendable {
    /// One share in quarters, less than which no household has.
    public static let oneShare = 4

    public let quarters: Int

    public init(quarters: Int) {
        precondition(quarters > 0, "a household has at least a share")
        self.quarters = quarters
    }

    /// The shares of the family funds (CAF, MSA): two for the adults, however many.
    ///
    /// Half for each of two children, one for the third, half for each further; half more for each
    /// disabled child (rulebook 2.1).
    public static func family(children: Int, disabledChildren: Int = 0) -> HouseholdParts {
        let third = children >= 3 ? 2 : 0
        return HouseholdParts(quarters: 8 + 2 * children + third + 2 * disabledChildren)
    }

    /// The shares of the income tax.
    ///
    /// - Parameters:
    ///   - isCouple: Married or bound by a PACS and taxed together.
    ///   - dependants: Children and others in full charge, who come first in the count.
    ///   - sharedDependants: Children in alternating custody, who count half.
    ///   - isLoneParent: Case T of the tax return.
    ///   - disabilities: Persons with a disability card or pension.
    /// - Returns: The shares, exact to the quarter.
    public static func tax(
        isCouple: Bool,
        dependants: Int = 0,
        sharedDependants: Int = 0,
        isLoneParent: Bool = false,
        disabilities: Int = 0
    ) -> HouseholdParts {
        var quarters = isCouple ? 8 : 4
        for rank in 0..<dependants { quarters += rank < 2 ? 2 : 4 }
        for rank in 0..<sharedDependants { quarters += dependants + rank < 2 ? 1 : 2 }
        quarters += isLoneParent ? 2 : 0
        return HouseholdParts(quarters: quarters + 2 * disabilities)
    }
}
