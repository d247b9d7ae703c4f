public import Domain
public import Postgres
import Store

/// Enters the application of a household, which is recognised by any of its adults.
public struct EnterApplication: Command {
    public static let name = "enter-application"
    public static let summary = Phrase(
        fr: "saisit la demande d'un foyer",
        en: "enters the application of a household"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public struct Adult: Codable, Sendable, Hashable {
        public let familyName: String
        public let givenName: String
        public let bornOn: Day

        public init(familyName: String, givenName: String, bornOn: Day) {
            self.familyName = familyName
            self.givenName = givenName
            self.bornOn = bornOn
        }

        private enum CodingKeys: String, CodingKey {
            case familyName = "family_name"
            case givenName = "given_name"
            case bornOn = "born_on"
        }
    }

    /// How many live in the home, adults included.
    public let persons: Int
    public let childrenInEducation: Int
    /// The first of them is named on the voucher.
    public let adults: [Adult]
    /// What the household wishes for.
    public let kinds: [DeviceType]

    public init(persons: Int, childrenInEducation: Int = 0, adults: [Adult], kinds: [DeviceType]) {
        self.persons = persons
        self.childrenInEducation = childrenInEducation
        self.adults = adults
        self.kinds = kinds
    }

    private enum CodingKeys: String, CodingKey {
        case persons, adults, kinds
        case childrenInEducation = "children_in_education"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        public let household: Int64
        /// True when one of the adults was known already.
        public let householdWasKnown: Bool

        private enum CodingKeys: String, CodingKey {
            case application, household
            case householdWasKnown = "household_was_known"
        }
    }

    /// - Throws: `duplicate_application` while another one of the same household is open.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try requireWhole()
        let secret = circumstances.secrets.household
        let adults = adults.map { $0.keyed(under: secret) }
        let household = Household(persons: persons, childrenInEducation: childrenInEducation)
        let known = try Failure.running { () throws(PostgresError) in
            try HouseholdStore.households(of: adults.map(\.key), in: db)
        }
        for number in known { try refuseIfOpen(number, in: db) }
        let speaker = circumstances.speaker
        return try Failure.running { () throws(PostgresError) in
            let number: Int64
            if let first = known.first {
                number = first
                let today = circumstances.today
                try HouseholdStore.update(household, number: number, on: today, in: db)
            } else {
                number = try HouseholdStore.add(household, speaker, in: db)
            }
            for adult in adults {
                try HouseholdStore.settle(adult, in: number, speaker, in: db)
            }
            let application = try ApplicationStore.add(
                household: number,
                kinds: kinds,
                speaker,
                in: db
            )
            try ApplicationStore.tell(Self.name, of: application, in: db)
            return Outcome(
                application: application,
                household: number,
                householdWasKnown: !known.isEmpty
            )
        }
    }

    private func refuseIfOpen(
        _ household: Int64,
        in db: isolated Connection
    ) throws(Failure) {
        let open = try Failure.running { () throws(PostgresError) in
            try ApplicationStore.open(of: household, in: db)
        }
        guard let open else { return }
        throw .refused(
            Refusal(.duplicateApplication, ["application": .number(Int(open))], next: ["decide"])
        )
    }

    private func requireWhole() throws(Failure) {
        guard !adults.isEmpty, adults.count <= persons,
            (0...persons).contains(childrenInEducation)
        else {
            let figures = "\(persons), \(childrenInEducation), \(adults.count)"
            throw .unreadable(
                Unreadable(
                    figures,
                    expected: Phrase(
                        fr:
                            "au moins un adulte, et pas plus d'enfants ou d'adultes que de personnes",
                        en: "at least one adult, and no more children or adults than persons"
                    )
                )
            )
        }
        guard !kinds.isEmpty, kinds.allSatisfy({ $0.priceFormula != .none }) else {
            let sold = DeviceType.allCases.filter { $0.priceFormula != .none }.map(\.rawValue)
            let list = sold.joined(separator: ", ")
            throw .unreadable(
                Unreadable(
                    kinds.map(\.rawValue).joined(separator: ", "),
                    expected: Phrase(fr: "des genres parmi \(list)", en: "kinds among \(list)")
                )
            )
        }
    }
}

extension EnterApplication.Adult {
    /// The key is over the normalised identity, under a secret that the database never sees (rulebook 2.6).
    func keyed(under secret: [UInt8]) -> HouseholdStore.Adult {
        let identity = HouseholdIdentity(
            familyName: familyName,
            givenName: givenName,
            birth: bornOn
        )
        return HouseholdStore.Adult(
            key: Digest.hmac(Array(identity.text.utf8), key: secret),
            familyName: familyName,
            givenName: givenName,
            bornOn: bornOn
        )
    }
}
