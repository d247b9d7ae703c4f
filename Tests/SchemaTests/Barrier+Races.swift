import Application
import Cluster
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

extension Barrier {
    /// Runs three rounds of thirty-two on one world, and recounts everything after them.
    static func races(_ round: (Barrier) async throws -> Void) async throws {
        try await World.with { database in
            try await Barrier.with(32, on: database) { barrier in
                for _ in 0..<3 { try await round(barrier) }
            }
            let outcome = try await World.application(database)
                .perform(Audit(Town.schema()), as: World.dan)

            #expect(outcome.findings == [])
        }
    }
}

extension [Barrier.Finish] {
    /// The names under which racers were refused; a deadlock would be 40P01.
    var refusals: Set<String> {
        Set(
            compactMap { finish in
                if case .refused(let name) = finish { name } else { nil }
            }
        )
    }
}

extension Barrier {
    /// Sets a stage, as the owner, and answers the one number of the last statement.
    func prepare(_ sql: String) async throws -> Int64 {
        let owner = try await database.connect(as: .owner)
        let claims = try World.claims()
        let number = try await owner.number(sql, claims: claims)
        await owner.close()
        return number
    }
}

extension Connection {
    fileprivate func number(_ sql: String, claims: String) throws -> Int64 {
        try script("BEGIN; \(claims)")
        let rows = try script(sql)
        let number = try rows.first?.decode(at: 0, as: String?.self) ?? "0"
        try script("COMMIT")
        return Int64(number) ?? 0
    }
}
