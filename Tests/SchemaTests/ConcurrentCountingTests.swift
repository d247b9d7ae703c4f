import Cluster
import Postgres
import Synchronization
import TestSupport
import Testing
import TownSupport

/// Whoever counts a table from outside finds none of the rows that an import has not committed yet.
///
/// A plan that believes it reads a whole index for every key that it checks. Without the counting that the door does
/// itself, 20,000 machines take more than two minutes instead of four seconds; a statement here has sixty.
@Suite(.serialized) struct ConcurrentCountingTests {
    /// Machines of one import.
    private static let count = 20_000
    /// A busy machine may slow one run down, the trap slows all of them.
    private static let tries = 3

    @Test func `an import does not mind being counted from outside`() async throws {
        var ratios: [Double] = []
        repeat {
            let alone = try await Self.importing(counted: false)
            let counted = try await Self.importing(counted: true)
            #expect(counted.counts > 0)
            ratios.append(counted.duration / alone.duration)
        } while ratios.last ?? 0 >= 4 && ratios.count < Self.tries

        #expect(ratios.contains { $0 < 4 }, "\(ratios)")
    }

    /// How long an import into an empty house took, and how often it was counted meanwhile.
    private static func importing(
        counted: Bool
    ) async throws -> (duration: Duration, counts: Int) {
        try await Town.with { town in
            let database = town.database
            let importer = try await database.connect(as: .superuser)
            let outsider = try await database.connect(as: .superuser)
            let isOver = Mutex(!counted)
            async let counts = outsider.countAgain { isOver.withLock { $0 } }
            // Whatever happens to the import, the counting has to end.
            defer { isOver.withLock { $0 = true } }
            let duration = try await importer.timedImport(of: count)
            isOver.withLock { $0 = true }
            return (duration, try await counts)
        }
    }
}

extension Connection {
    /// Counts the tables of an import again and again; how often.
    fileprivate func countAgain(until isOver: @Sendable () -> Bool) throws -> Int {
        var times = 0
        while !isOver() {
            try script("ANALYZE core.device, core.stay, core.device_step")
            times += 1
        }
        return times
    }

    /// One import through the doors, as the program does it: staged, planned, run, in one transaction.
    fileprivate func timedImport(of count: Int) throws -> Duration {
        try script("BEGIN; SET LOCAL statement_timeout = '60s'; \(World.claims())")
        try script(
            """
            INSERT INTO core.donor (org_id, donor_id, kind, name) VALUES (1, 9000, 'individual', 'Anna');
            INSERT INTO core.donation (org_id, donation_id, donor_id, donor_kind, origin_regime, origin_class, status, received_on)
            VALUES (1, 9000, 9000, 'individual', 'private', 'individual', 'received', '2026-10-05');
            INSERT INTO core.import_batch (org_id, batch_id, kind, file_sha256, donation_id, target, person_id)
            VALUES (1, 9000, 'devices', sha256('list'), 9000, '9000', 1);
            SELECT core.open_device_staging();
            INSERT INTO pg_temp.device_staging (line, kind, maker, model, serial, serial_key, drive_serial)
            SELECT n, 'laptop', 'Dell', 'Latitude 5490', 'C' || n, 'C' || n, 'D' || n
              FROM generate_series(1, \(count)) AS n
            """
        )
        let duration = try ContinuousClock().measure {
            try script("SELECT core.plan_device_import(9000, NULL)")
            try script("SELECT core.import_devices(9000, 9000, 'receive')")
            try script("COMMIT")
        }
        let kept = try script("SELECT count(*) FROM core.stay WHERE import_id = 9000")
        #expect(try kept.map { try $0.decode(at: 0, as: Int.self) } == [count])
        return duration
    }
}
