public import Domain
public import Postgres
import Store

/// Notes that a household grew or shrank; what was decided stays as it was decided.
public struct ChangeHousehold: Command {
    public static let name = "change-household"
    public static let summary = Phrase(
        fr: "note combien de personnes vivent au foyer",
        en: "notes how many persons live in the household"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let household: Int64
    public let persons: Int
    public let childrenInEducation: Int

    public init(household: Int64, persons: Int, childrenInEducation: Int = 0) {
        self.household = household
        self.persons = persons
        self.childrenInEducation = childrenInEducation
    }

    private enum CodingKeys: String, CodingKey {
        case household, persons
        case childrenInEducation = "children_in_education"
    }

    /// - Throws: `unknown_household`, `household_miscounted` for fewer persons than adults and children.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> HouseholdOutcome {
        _ = try HouseholdStore.require(household, in: db)
        let adults = try Failure.running { () throws(PostgresError) in
            try HouseholdStore.adults(of: household, in: db).count
        }
        guard persons >= 1, childrenInEducation >= 0, persons >= max(adults, childrenInEducation)
        else {
            throw .refused(
                .householdMiscounted(persons, adults: adults, children: childrenInEducation)
            )
        }
        let changed = Household(persons: persons, childrenInEducation: childrenInEducation)
        try Failure.running { () throws(PostgresError) in
            let today = circumstances.today
            try HouseholdStore.update(
                changed,
                number: household,
                on: today,
                as: Self.name,
                in: db
            )
        }
        return HouseholdOutcome(household: household, persons: persons, adults: adults)
    }
}

/// A household after a change.
public struct HouseholdOutcome: Codable, Sendable, Hashable {
    public let household: Int64
    public let persons: Int
    /// Adults who live there now.
    public let adults: Int
}
