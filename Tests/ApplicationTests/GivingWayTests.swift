import Application
import Domain
import Glibc
import Postgres
import Store
import Synchronization
import Testing
import TownSupport

/// What becomes of a command that PostgreSQL undid so that another could go on.
@Suite struct GivingWayTests {
    @Test func `two that wait for each other are both done in the end`() async throws {
        try await Town.with { town in
            let crowd = try town.crowded(2)

            let outcomes = try await withThrowingTaskGroup(of: Int64.self) { group in
                for (own, other) in [(Int64(1), Int64(2)), (2, 1)] {
                    group.addTask {
                        try await crowd.perform(Crossing(own: own, other: other), as: town.ana)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(outcomes.sorted() == [1, 2])
            // Of the three runs one was undone.
            #expect(Crossing.runs.load(ordering: .sequentiallyConsistent) == 3)
        }
    }
}

/// Takes its own lock, waits until another command has its own too, and takes that one's.
private struct Crossing: Command {
    static let name = "cross"
    static let summary = Phrase(fr: "croise", en: "crosses")
    static let permission = Permission(.technician)
    static let runs = Atomic<Int>(0)

    let own: Int64
    let other: Int64

    func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Int64 {
        do throws(PostgresError) {
            try db.execute("SELECT pg_advisory_xact_lock(\(7_399_000 + own))")
            Self.runs.add(1, ordering: .sequentiallyConsistent)
            while Self.runs.load(ordering: .sequentiallyConsistent) < 2 { usleep(1_000) }
            try db.execute("SELECT pg_advisory_xact_lock(\(7_399_000 + other))")
        } catch {
            throw .postgres(error)
        }
        return own
    }
}
