import Domain
import Postgres
import Store

extension Circumstances {
    /// Signs a question of the main side that asks a door of the social services, such as for a price.
    ///
    /// Questions of the main side speak with the plain setting alone, which those doors do not trust.
    func sign(in db: isolated Connection) throws(Failure) {
        let prologue = speaker.prologue(
            key: secrets.signing,
            now: instant.microseconds / 1_000_000
        )
        try Failure.running { () throws(PostgresError) in
            for query in prologue { try db.execute(query) }
        }
    }
}
