import Domain
import Postgres
import Store

extension HouseholdStore {
    /// A household, locked until the transaction ends.
    ///
    /// - Throws: `unknown_household`.
    static func require(
        _ number: Int64,
        in db: isolated Connection
    ) throws(Failure) -> Household {
        let found = try Failure.running { () throws(PostgresError) in
            try locked(number, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownHousehold, ["household": .number(Int(number))]))
        }
        return found
    }
}
