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

    private let move: AdultMove

    public init(household: Int64, adult: EnterApplication.Adult) {
        move = AdultMove(household: household, adult: adult)
    }

    public init(from decoder: any Decoder) throws { move = try AdultMove(from: decoder) }

    public func encode(to encoder: any Encoder) throws { try move.encode(to: encoder) }

    /// - Throws: `unknown_household`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> HouseholdOutcome {
        try move.adult.requireGrown(on: circumstances.today)
        return try HouseholdStore.changing(move.household, as: Self.name, in: db, circumstances) {
            (db) throws(PostgresError) in
            let keyed = move.adult.keyed(under: circumstances.secrets.household)
            try HouseholdStore.settle(keyed, in: move.household, circumstances.speaker, in: db)
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

    private let move: AdultMove

    public init(household: Int64, adult: EnterApplication.Adult) {
        move = AdultMove(household: household, adult: adult)
    }

    public init(from decoder: any Decoder) throws { move = try AdultMove(from: decoder) }

    public func encode(to encoder: any Encoder) throws { try move.encode(to: encoder) }

    /// - Throws: `unknown_household`, `adult_not_in_household`, `household_needs_adult`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> HouseholdOutcome {
        try HouseholdStore.changing(move.household, as: Self.name, in: db, circumstances) {
            (db) throws(PostgresError) in
            let key = move.adult.keyed(under: circumstances.secrets.household).key
            try HouseholdStore.end(adult: key, in: move.household, in: db)
        }
    }
}

/// Which adult comes to or leaves which household: one flat object.
private struct AdultMove: Codable {
    let household: Int64
    let adult: EnterApplication.Adult

    init(household: Int64, adult: EnterApplication.Adult) {
        self.household = household
        self.adult = adult
    }

    private enum CodingKeys: CodingKey {
        case household
    }

    init(from decoder: any Decoder) throws {
        household = try decoder.container(keyedBy: CodingKeys.self)
            .decode(Int64.self, forKey: .household)
        adult = try EnterApplication.Adult(from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
        try adult.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(household, forKey: .household)
    }
}

extension HouseholdStore {
    /// Changes who lives in a household, which then has at least as many persons as adults.
    fileprivate static func changing(
        _ number: Int64,
        as event: String,
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
            try update(after, number: number, on: circumstances.today, as: event, in: db)
            return HouseholdOutcome(household: number, persons: after.persons, adults: adults)
        }
    }
}
