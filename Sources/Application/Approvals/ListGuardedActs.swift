public import Domain
public import Postgres
import Store

/// The acts that ask more than a role, and what the house decided about them.
public struct ListGuardedActs: Question {
    public static let name = "list-guarded-acts"
    public static let summary = Phrase(
        fr: "liste les actes qui demandent plus qu'un rôle",
        en: "lists the acts that ask more than a role"
    )
    public static let permission = Permission(.admin, .auditor, .dpo)

    public init() {}

    public struct Line: Codable, Sendable, Hashable {
        public let act: String
        public let label: Phrase
        /// How old the last password or code may be; 0 when any will do.
        public let proofMinutes: Int
        public let mayTakeTwo: Bool
        public let takesTwo: Bool

        private enum CodingKeys: String, CodingKey {
            case act, label
            case proofMinutes = "proof_minutes"
            case mayTakeTwo = "may_take_two"
            case takesTwo = "takes_two"
        }
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let rows: [Line]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let taking = try Failure.running { () throws(PostgresError) in
            try ProposalStore.actsOfTwo(circumstances.speaker, in: db)
        }
        return Answer(
            rows: GuardedAct.all.map { act in
                Line(
                    act: act.name,
                    label: act.label,
                    proofMinutes: act.proofMinutes,
                    mayTakeTwo: act.mayNeedTwo,
                    takesTwo: taking.contains(act.name)
                )
            }
        )
    }
}
