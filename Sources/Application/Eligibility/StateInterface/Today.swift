import Domain
import Postgres

/// The day it is where the organisation is; never listed, because every answer tells it.
struct Today: Question {
    static let name = "today"
    static let summary = Phrase(fr: "dit quel jour il est", en: "says which day it is")
    static let side = Side.social
    static let permission = Permission(.socialAgent, .socialApprover)

    func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Day {
        circumstances.today
    }
}
