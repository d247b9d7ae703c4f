public import Domain
public import Postgres
import Store

/// An adult joins a household, from another one or from nowhere; what each of them had counts against the quota.
public struct AddAdult: Command {
    public static let name = "add-adult"
    public static let summary = Phrase(
        fr: "ajoute un adulte à un foyer",
        en: "adds an adult to a household"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let household: Int64
    public let familyName: String
    public let givenName: String
    public let bornOn: Day

    public init(household: Int64, adult: EnterApplication.Adult) {
        self.household = household
        familyName = adult.familyName
        givenName = adult.givenName
        bornOn = adult.bornOn
    }

    fileprivate enum CodingKeys: String, CodingKey {
        case household
        case familyName = "family_name"
        case givenName = "given_name"
        case bornOn = "born_on"
    }

    /// - Throws: `unknown_household`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> HouseholdOutcome {
        let adult = EnterApplication.Adult(
            familyName: familyName,
            givenName: givenName,
            bornOn: bornOn
        )
        return try HouseholdStore.changing(household, in: db, circumstances) {
            (db) throws(PostgresError) in
            let keyed = adult.keyed(under: circumstances.secrets.household)
            try HouseholdStore.settle(keyed, in: household, circumstances.speaker, in: db)
        }
    }
}

/// An adult leaves a household; another one must stay.
public struct RemoveAdult: Command {
    public static let name = "remove-adult"
    public static let summary = Phrase(
        fr: "retire un adulte d'un foyer",
        en: "takes an adult out of a household"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let household: Int64
    public let familyName: String
    public let givenName: String
    public let bornOn: Day

    public init(household: Int64, adult: EnterApplication.Adult) {
        self.household = household
        familyName = adult.familyName
        givenName = adult.givenName
        bornOn = adult.bornOn
    }

    private enum CodingKeys: String, CodingKey {
        case household
        case familyName = "family_name"
        case givenName = "given_name"
        case bornOn = "born_on"
    }

    /// - Throws: `unknown_household`, `adult_not_in_household`, `household_needs_adult`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> HouseholdOutcome {
        let adult = EnterApplication.Adult(
            familyName: familyName,
            givenName: givenName,
            bornOn: bornOn
        )
        return try HouseholdStore.changing(household, in: db, circumstances) {
            (db) throws(PostgresError) in
            let key = adult.keyed(under: circumstances.secrets.household).key
            try HouseholdStore.end(adult: key, in: household, in: db)
        }
    }
}

extension HouseholdStore {
    /// Changes who lives in a household, which then has at least as many persons as adults.
    fileprivate static func changing(
        _ number: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances,
        _ change: (isolated Connection) throws(PostgresError) -> Void
    ) throws(Failure) -> HouseholdOutcome {
        let before = try require(number, in: db)
        return try Failure.running { () throws(PostgresError) in
            try change(db)
            let adults = try adults(of: number, in: db).count
            let after = Household(
                persons: max(before.persons, adults),
                childrenInEducation: before.childrenInEducation
            )
            try update(after, number: number, on: circumstances.today, in: db)
            return HouseholdOutcome(household: number, persons: after.persons, adults: adults)
        }
    }
}
