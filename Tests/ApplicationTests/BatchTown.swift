import Application
import Cluster
import Domain
import FoundationEssentials
import Postgres
import Store
import Synchronization
import TestSupport
import TownSupport

extension Town {
    /// Devices that were received, by their numbers.
    func receivedDevices(_ count: Int32) async throws -> [Int64] {
        let donation = try await receivedDonation()
        let db = try await database.connect(as: .main)
        let numbers = try await db.speaking(as: self) {
            @Sendable (db: isolated Connection) throws(PostgresError) -> [Int64] in
            var numbers: [Int64] = []
            let rows = try db.rows(
                """
                SELECT d FROM core.add_devices(\(donation), 'laptop', \(count), 'receive', 'Dell', 'Latitude', NULL) AS d
                """
            )
            for row in rows { numbers.append(try row.decode("d")) }
            return numbers
        }
        await db.close()
        return numbers
    }

    func batch(
        _ lines: [String],
        _ batch: Batch = Batch(),
        as speaker: Speaker? = nil,
        told: ToldFailures = ToldFailures()
    ) async throws -> Batch.Outcome {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("moulin-\(UInt64.random(in: 0 ... .max)).jsonl").path
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await application.perform(
            batch,
            from: path,
            as: speaker ?? ana,
            failed: { told.append($0) }
        )
    }

    /// The state of each device and how many steps it took, in the order of their numbers.
    func standings() async throws -> [String] {
        try await texts(
            "SELECT state || ' ' || step_nth AS text FROM core.device ORDER BY device_id"
        )
    }

    func auditFaults() async throws -> [String] {
        try await texts("SELECT fault AS text FROM audit.faults()")
    }

    func texts(_ sql: String) async throws -> [String] {
        let db = try await database.connect(as: .superuser)
        _ = try await db.script("SELECT set_config('moulin.org', '1', false)")
        let rows = try await db.script(sql)
        let texts = try rows.map { try $0.decode("text", as: String.self) }
        await db.close()
        return texts
    }
}

/// Lines that a batch told as failed, in the order in which it did.
final class ToldFailures: Sendable {
    private let failures = Mutex<[Batch.LineFailure]>([])
    var all: [Batch.LineFailure] { failures.withLock { $0 } }
    func append(_ failure: Batch.LineFailure) { failures.withLock { $0.append(failure) } }
}

/// A line that takes a step, as anybody would write it.
func step(_ step: String, _ device: Int64, key: String? = nil, reason: String? = nil) -> String {
    let device = DeviceReference(number: device).text
    let key = key.map { #""key":"\#($0)","# } ?? ""
    let reason = reason.map { #","reason":"\#($0)""# } ?? ""
    return #"{"command":"take-step",\#(key)"device":"\#(device)","step":"\#(step)"\#(reason)}"#
}
