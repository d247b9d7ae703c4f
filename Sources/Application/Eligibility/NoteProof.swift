public import Domain
public import Postgres
import Store

/// Notes a paper that was seen; the paper itself is not kept.
public struct NoteProof: Command {
    public static let name = "note-proof"
    public static let summary = Phrase(
        fr: "note un justificatif vu",
        en: "notes a proof that was seen"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let application: Int64
    public let proof: ProofKind
    public let datedOn: Day
    /// The year of the income on a tax notice.
    public let incomeYear: Int16?

    public init(application: Int64, proof: ProofKind, datedOn: Day, incomeYear: Int16? = nil) {
        self.application = application
        self.proof = proof
        self.datedOn = datedOn
        self.incomeYear = incomeYear
    }

    private enum CodingKeys: String, CodingKey {
        case application, proof
        case datedOn = "dated_on"
        case incomeYear = "income_year"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        public let nth: Int32
        /// The last day on which it proves anything; nil when it does not age.
        public let lastDay: Day?

        private enum CodingKeys: String, CodingKey {
            case application, nth
            case lastDay = "last_day"
        }
    }

    /// - Throws: `unknown_application`, `application_closed`, `proof_expired`, `back_dated`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        _ = try ApplicationStore.open(application, in: db)
        let seen = Proof(proof, issuedOn: datedOn, incomeYear: incomeYear)
        let today = circumstances.today
        let months = try EligibilityPack.inForce(on: today, in: db, circumstances).proofMonths
        do throws(Refusal) {
            try seen.requireFresh(on: today, months: months)
        } catch {
            throw .refused(error)
        }
        let nth = try Failure.running { () throws(PostgresError) in
            let nth = try EvidenceStore.note(
                seen,
                application: application,
                on: circumstances.today,
                circumstances.speaker,
                in: db
            )
            try ApplicationStore.tell(Self.name, of: application, in: db)
            return nth
        }
        return Outcome(application: application, nth: nth, lastDay: seen.lastDay(months: months))
    }
}
