import Application
import Cluster
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

/// What is asked all day reads what it tells of, and not what the house has besides.
///
/// The tables of a test are small enough to be read whole. So reading whole is made dearer than anything else, and the machines
/// that were read all the same are counted.
@Suite struct IndexTests {
    struct Asked: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let ask: @Sendable (isolated Connection, Speaker) throws(PostgresError) -> Int

        init<Found>(
            _ name: String,
            _ reading: @escaping @Sendable (Speaker) -> Reading<Found>,
            _ count: @escaping @Sendable (Found) -> Int
        ) {
            testDescription = name
            ask = { (db, speaker) throws(PostgresError) in
                count(try db.answer(reading(speaker)))
            }
        }

        static func list(
            _ name: String,
            _ narrow: @escaping @Sendable (inout DeviceFilter) -> Void
        ) -> Asked {
            Asked(name) { speaker in
                var filter = DeviceFilter()
                narrow(&filter)
                return ReportStore.devices(filter, after: 0, limit: 5, speaker)
            } _: {
                $0.count
            }
        }
    }

    static let asked: [Asked] = [
        Asked("one by its label", { ReportStore.device(1, $0) }, { $0 == nil ? 0 : 1 }),
        Asked("its whole card", { DeviceCard.reading(of: 1, $0) }, { $0 == nil ? 0 : 1 }),
        .list("a page of all") { _ in },
        .list("a page of a donation") { $0.donation = 1 },
    ]

    @Test(arguments: asked)
    func `no machine is read that is not told of`(asked: Asked) async throws {
        try await Town.with { town in
            _ = try await town.shelved("NV-7")
            _ = try await town.arrived(300)
            let owner = try await town.database.connect(as: .owner)
            try await owner.execute("ANALYZE")
            await owner.close()
            let db = try await town.database.connect(as: .main)

            let (found, read) = try await Self.machines(readFor: asked, as: town.ana, in: db)
            await db.close()

            #expect(found > 0)
            // To be chosen, and for each statement of the card.
            #expect(read <= 12 * found)
        }
    }

    /// How many machines were found, and how many rows of machines were read for it.
    private static func machines(
        readFor asked: Asked,
        as speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> (found: Int, read: Int) {
        try db.transaction(.snapshot, prologue: speaker.prologue(key: nil, now: 0)) {
            (db) throws(PostgresError) -> (Int, Int) in
            try db.execute("SET LOCAL enable_seqscan = off")
            let found = try asked.ask(db, speaker)
            let row = try db.row(
                """
                SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS read FROM pg_stat_xact_user_tables
                 WHERE schemaname = 'core' AND relname = 'device'
                """
            )
            return (found, Int(try row.decode("read", as: Int64.self)))
        }
    }
}
