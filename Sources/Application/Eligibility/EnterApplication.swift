public import Domain
public import Postgres
import Store

/// Enters the application of a household, which is recognised by any of its adults.
///
/// The papers that the household brought and what they say may come with it: all is entered, or nothing.
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

    /// A paper that was seen; the paper itself is not kept.
    public struct SeenPaper: Codable, Sendable, Hashable {
        public let proof: ProofKind
        public let datedOn: Day
        /// The year of the income on a tax notice.
        public let incomeYear: Int16?

        public init(_ proof: ProofKind, datedOn: Day, incomeYear: Int16? = nil) {
            self.proof = proof
            self.datedOn = datedOn
            self.incomeYear = incomeYear
        }

        private enum CodingKeys: String, CodingKey {
            case proof
            case datedOn = "dated_on"
            case incomeYear = "income_year"
        }
    }

    /// How many live in the home, adults included.
    public let persons: Int
    public let childrenInEducation: Int
    /// The first of them is named on the voucher.
    public let adults: [Adult]
    /// What the household wishes for.
    public let kinds: [DeviceType]
    public let proofs: [SeenPaper]?
    public let means: HouseholdMeans?

    public init(
        persons: Int,
        childrenInEducation: Int = 0,
        adults: [Adult],
        kinds: [DeviceType],
        proofs: [SeenPaper]? = nil,
        means: HouseholdMeans? = nil
    ) {
        self.persons = persons
        self.childrenInEducation = childrenInEducation
        self.adults = adults
        self.kinds = kinds
        self.proofs = proofs
        self.means = means
    }

    private enum CodingKeys: String, CodingKey {
        case persons, adults, kinds, proofs, means
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

    /// - Throws: `duplicate_application` while another one of the same household is open, `proof_expired`, `back_dated`,
    ///   `household_miscounted`, `several_quotients`; `.unreadable` for adults and figures that cannot be.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try requireWhole()
        for adult in adults { try adult.requirePossible(on: circumstances.today) }
        let entered = try enter(in: db, circumstances)
        for paper in proofs ?? [] {
            let noting = NoteProof(
                application: entered.application,
                proof: paper.proof,
                datedOn: paper.datedOn,
                incomeYear: paper.incomeYear
            )
            _ = try noting.run(in: db, circumstances)
        }
        if let means {
            let setting = SetEvidence(application: entered.application, means: means)
            _ = try setting.run(in: db, circumstances)
        }
        return entered
    }

    private func enter(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let secret = circumstances.secrets.household
        let adults = adults.map { $0.keyed(under: secret) }
        let known = try Failure.running { () throws(PostgresError) in
            try HouseholdStore.households(of: adults.map(\.key), in: db)
        }
        for number in known { try refuseIfOpen(number, in: db) }
        let speaker = circumstances.speaker
        return try Failure.running { () throws(PostgresError) in
            let number = try household(known.first, in: db, circumstances)
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

    /// The number of the household as it is now, known or new.
    private func household(
        _ known: Int64?,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(PostgresError) -> Int64 {
        let household = Household(persons: persons, childrenInEducation: childrenInEducation)
        guard let known else {
            return try HouseholdStore.add(household, circumstances.speaker, in: db)
        }
        try HouseholdStore.update(household, number: known, on: circumstances.today, in: db)
        return known
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

    /// The kinds that a family may wish for.
    private static func sold(in language: Language) -> String {
        DeviceType.allCases.filter { $0.priceFormula != .none }
            .map { "\($0.label(in: language)) (\($0.rawValue))" }.joined(separator: ", ")
    }

    private func requireWhole() throws(Failure) {
        guard !adults.isEmpty, adults.count <= persons,
            (0...persons).contains(childrenInEducation)
        else {
            throw .refused(
                .householdMiscounted(persons, adults: adults.count, children: childrenInEducation)
            )
        }
        guard !kinds.isEmpty, kinds.allSatisfy({ $0.priceFormula != .none }) else {
            throw .unreadable(
                Unreadable(
                    kinds.map(\.rawValue).joined(separator: ", "),
                    expected: Phrase(
                        fr: "types d'appareils, parmi \(Self.sold(in: .fr))",
                        en: "kinds of machines, among \(Self.sold(in: .en))"
                    )
                )
            )
        }
    }
}

extension EnterApplication.Adult {
    /// - Throws: `.unreadable` for a name without a letter, and for a birth that no adult has.
    func requirePossible(on today: Day) throws(Failure) {
        do throws(Unreadable) {
            try AdultRules.require(
                familyName: familyName,
                givenName: givenName,
                birth: bornOn,
                on: today
            )
        } catch {
            throw .unreadable(error)
        }
    }

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

extension Refusal {
    /// More adults or children than persons, or no adult at all.
    static func householdMiscounted(_ persons: Int, adults: Int, children: Int) -> Refusal {
        Refusal(
            .householdMiscounted,
            [
                "persons": .number(persons), "adults": .number(adults),
                "children": .number(children),
            ]
        )
    }
}
