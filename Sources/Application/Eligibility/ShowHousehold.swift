public import Domain
public import Postgres
import Store

/// A household as the social services see it: who lives there, what it may still have, without any income.
public struct ShowHousehold: Question {
    public static let name = "show-household"
    public static let summary = Phrase(
        fr: "montre un foyer, et pour quoi son quota laisse de la place",
        en: "shows a household, and for what its quota leaves room"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover, .dpo)

    public let household: Int64

    public init(household: Int64) {
        self.household = household
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let household: Int64
        public let persons: Int
        public let childrenInEducation: Int
        public let lastContactOn: Day
        public let adults: [ShowApplication.Adult]
        /// Whether one more of each kind is possible: yes or no, and no more.
        public let hasRoom: [QuotaKind: Bool]

        private enum CodingKeys: String, CodingKey {
            case household, persons, adults
            case childrenInEducation = "children_in_education"
            case lastContactOn = "last_contact_on"
            case hasRoom = "has_room"
        }
    }

    /// - Throws: `unknown_household`.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let found = try Failure.running { () throws(PostgresError) in
            try HouseholdStore.show(household, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownHousehold, ["household": .number(Int(household))]))
        }
        let quotas = QuotaRules().limits(for: found.household)
        return try Failure.running { () throws(PostgresError) in
            Answer(
                household: household,
                persons: found.household.persons,
                childrenInEducation: found.household.childrenInEducation,
                lastContactOn: found.lastContactOn,
                adults: try HouseholdStore.adults(of: household, in: db).map {
                    .init(familyName: $0.familyName, givenName: $0.givenName, bornOn: $0.bornOn)
                },
                hasRoom: try HouseholdStore.room(in: household, under: quotas, in: db)
            )
        }
    }
}
