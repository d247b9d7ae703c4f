public import Domain
public import Postgres
import Store

/// Notes what a household objects to, or no longer.
public struct RecordObjection: Command {
    public static let name = "record-objection"
    public static let summary = Phrase(
        fr: "note l'opposition d'un foyer, ou sa levée",
        en: "notes what a household objects to, or no longer"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover, .dpo)

    public enum Purpose: String, Vocabulary {
        case contact
        case statistics

        public var label: Phrase {
            switch self {
            case .contact: Phrase(fr: "être recontacté", en: "being contacted again")
            case .statistics: Phrase(fr: "compter dans les statistiques", en: "being counted")
            }
        }
    }

    public let household: Int64
    public let purpose: Purpose
    public let objects: Bool

    public init(household: Int64, purpose: Purpose, objects: Bool) {
        self.household = household
        self.purpose = purpose
        self.objects = objects
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let household: Int64
        public let purpose: Purpose
        public let objects: Bool
    }

    /// - Throws: `unknown_household`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        _ = try HouseholdStore.require(household, in: db)
        try Failure.running { () throws(PostgresError) in
            try SubjectStore.note(
                objection: objects,
                to: purpose.rawValue,
                of: household,
                circumstances.speaker,
                in: db
            )
        }
        return Outcome(household: household, purpose: purpose, objects: objects)
    }
}
