import Application
import Cluster
import Domain
import Postgres
import TestSupport
import Testing
import TownSupport

@Suite struct BatchTests {
    @Test func `steps of many devices are taken, each device in the order of its lines`()
        async throws
    {
        try await Town.with { town in
            let devices = try await town.receivedDevices(30)
            let lines = devices.flatMap { [step("triage", $0), step("send_to_wipe", $0)] }

            let outcome = try await town.batch(lines)

            #expect(outcome.ending == .performed)
            #expect(outcome.count.done == 60)
            #expect(try await town.standings() == Array(repeating: "wipe_pending 3", count: 30))
            #expect(try await town.auditFaults() == [])
        }
    }

    @Test func `a line that cannot be done refuses all, and is named`() async throws {
        try await Town.with { town in
            let devices = try await town.receivedDevices(6)
            var lines = devices.map { step("triage", $0) }
            lines.insert(step("repair", devices[3]), at: 2)
            lines.insert("", at: 0)

            let outcome = try await town.batch(lines)

            #expect(outcome.ending == .refused)
            #expect(outcome.failure?.code == "step_not_on_map")
            #expect(outcome.failure?.line == 4)
            #expect(outcome.count == Batch.Count())
            #expect(try await town.standings() == Array(repeating: "received 1", count: 6))
        }
    }

    @Test func `a batch that keeps going does the rest and tells the others in their order`()
        async throws
    {
        try await Town.with { town in
            let devices = try await town.receivedDevices(4)
            let told = ToldFailures()
            let lines = [
                step("triage", devices[0]), step("retest", devices[1]),
                step("nonsense", devices[1]),
                step("triage", devices[2]), #"{"command":"take-step","device":"M-0000-1"#,
                step("triage", 999_999), step("triage", devices[3]),
            ]

            let outcome = try await town.batch(lines, Batch(keepsGoing: true), told: told)

            #expect(outcome.ending == .performed)
            #expect(outcome.count.done == 3)
            #expect(outcome.count.failed == 4)
            #expect(told.all.map(\.line) == [2, 3, 5, 6])
            #expect(
                told.all.map(\.code) == [
                    "step_not_on_map", "unknown_step", "unreadable", "unknown_device",
                ]
            )
            let standings = try await town.standings()
            #expect(standings == ["triaged 2", "received 1", "triaged 2", "triaged 2"])
        }
    }

    @Test func `a wall that speaks for a whole statement is told for the line that met it`()
        async throws
    {
        try await Town.with { town in
            let devices = try await town.receivedDevices(9)
            let told = ToldFailures()
            var lines = devices.map { step("quarantine", $0, reason: "écran cassé") }
            lines[4] = step("quarantine", devices[4])

            let outcome = try await town.batch(lines, Batch(keepsGoing: true), told: told)

            #expect(outcome.count.done == 8)
            #expect(told.all.map(\.line) == [5])
            #expect(told.all.map(\.code) == ["reason_missing"])
        }
    }

    @Test func `a wall that waits for the commit is told for its line`() async throws {
        try await Town.with { town in
            let devices = try await town.receivedDevices(3)
            let ready = devices.flatMap { [step("triage", $0), step("send_to_wipe", $0)] }
            _ = try await town.batch(ready)
            try await town.countDrives(
                of: devices[1],
                "[{\"serial\":\"A1\",\"serial_key\":\"A1\"}]"
            )
            for device in [devices[0], devices[2]] {
                try await town.countDrives(of: device, "[]")
            }

            let outcome = try await town.batch(devices.map { step("record_wiped", $0) })

            #expect(outcome.failure?.line == 2)
            #expect(outcome.failure?.code == "drive_not_cleared")
        }
    }

    @Test(arguments: [false, true])
    func `a rehearsal counts what a run does and leaves nothing`(keepsGoing: Bool) async throws {
        try await Town.with { town in
            let devices = try await town.receivedDevices(5)
            let lines = devices.map { step("triage", $0) }

            let rehearsed = try await town.batch(
                lines,
                Batch(keepsGoing: keepsGoing, isRehearsal: true, key: "monday")
            )
            let before = try await town.standings()
            let real = try await town.batch(lines, Batch(keepsGoing: keepsGoing, key: "monday"))

            #expect(rehearsed.ending == .rehearsed)
            #expect(rehearsed.count == real.count)
            #expect(before == Array(repeating: "received 1", count: 5))
        }
    }

    @Test func `lines of both logins meet only in a batch that keeps going`() async throws {
        try await Town.with { town in
            let devices = try await town.receivedDevices(1)
            guard let social = Catalogue.commands.first(where: { $0.side == .social }) else {
                return
            }
            let lines = [step("triage", devices[0]), #"{"command":"\#(social.name)"}"#]

            let outcome = try await town.batch(lines)

            #expect(outcome.ending == .refused)
            #expect(outcome.failure?.line == 2)
        }
    }

    @Test func `somebody without the role is refused by the line`() async throws {
        try await Town.with { town in
            let devices = try await town.receivedDevices(2)

            let outcome = try await town.batch(devices.map { step("triage", $0) }, as: town.dan)

            #expect(outcome.failure?.line == 1)
            #expect(outcome.failure?.code == "not_permitted")
        }
    }

    @Test func `an act that takes two people takes them in a batch too`() async throws {
        try await Town.with { town in
            _ = try await town.application.perform(
                RequireTwoPeople(act: "grant-role"),
                as: town.dan
            )
            let line = #"{"command":"grant-role","login":"bea","role":"admin"}"#

            let outcome = try await town.batch([line], as: town.dan)

            #expect(outcome.ending == .refused)
            #expect(outcome.failure?.code == "approval_needed")
        }
    }

    @Test func `no command has a field that a line uses for itself`() {
        let names = Catalogue.commands.flatMap { $0.fields.map(\.name) }

        #expect(!names.contains("command"))
        #expect(!names.contains("key"))
    }
}

extension Town {
    func countDrives(of device: Int64, _ drives: String) async throws {
        let db = try await database.connect(as: .main)
        _ = try await db.speaking(as: self) {
            @Sendable (db: isolated Connection) throws(PostgresError) in
            try db.execute("SELECT core.count_drives(\(device), \(drives)::jsonb)")
        }
        await db.close()
    }
}
