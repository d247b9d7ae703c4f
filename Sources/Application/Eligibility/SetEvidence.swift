public import Domain
public import Postgres
import Store

/// Sets what was verified of a household's means, in the place of what was set before.
///
/// At most one quotient: the family funds' own, one computed from papers, or one from a tax notice. Absent is never zero.
public struct SetEvidence: Command {
    public static let name = "set-evidence"
    public static let summary = Phrase(
        fr: "saisit les ressources vérifiées d'un foyer",
        en: "sets the verified means of a household"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64
    /// Its members stand beside `application` in the JSON form.
    public let means: HouseholdMeans

    public init(application: Int64, means: HouseholdMeans) {
        self.application = application
        self.means = means
    }

    private enum CodingKeys: String, CodingKey {
        case application
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        application = try values.decode(Int64.self, forKey: .application)
        means = try HouseholdMeans(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(application, forKey: .application)
        try means.encode(to: encoder)
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        /// The quotient that counts; nil when none was given.
        public let quotient: Int?
    }

    /// - Throws: `unknown_application`, `application_closed`, `.unreadable` for figures that cannot be.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let standing = try ApplicationStore.open(application, in: db)
        let evidence = try means.evidence(
            setBy: circumstances.speaker.person,
            persons: standing.persons
        )
        try Failure.running { () throws(PostgresError) in
            let speaker = circumstances.speaker
            try EvidenceStore.keep(evidence, application: application, speaker, in: db)
            try ApplicationStore.tell(Self.name, of: application, in: db)
        }
        return Outcome(application: application, quotient: evidence.quotient)
    }
}

extension SetEvidence {
    /// The same with its means told one by one.
    public init(
        application: Int64,
        official: HouseholdMeans.Official? = nil,
        computed: HouseholdMeans.Computed? = nil,
        fiscal: HouseholdMeans.Fiscal? = nil,
        householdIncomeCents: Int64? = nil,
        status: SocialStatus? = nil
    ) {
        self.init(
            application: application,
            means: HouseholdMeans(
                official: official,
                computed: computed,
                fiscal: fiscal,
                householdIncomeCents: householdIncomeCents,
                status: status
            )
        )
    }
}
