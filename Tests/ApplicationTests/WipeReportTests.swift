import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

@Suite struct WipeReportTests {
    @Test func `one log proves every drive that it names and we counted`() async throws {
        try await Town.with { town in
            let first = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let second = try await town.atWiping(CountedDrive(serial: "W-2", kind: .hdd))
            let log = NwipeText(drives: [
                .init(name: "sda", serial: "W-2"), .init(name: "sdb", serial: "W-1"),
                .init(name: "sdc", serial: "STRANGER"),
            ]).text

            let outcome = try await town.application.perform(
                RecordWipeReport(report: log),
                as: town.ana
            )
            let again = try await town.application.perform(
                RecordWipeReport(report: log),
                as: town.ana
            )

            #expect(outcome.changed)
            #expect(outcome.drives.map(\.verdict) == [.accepted, .accepted, .beside])
            #expect(outcome.drives.map(\.device) == [second.text, first.text, nil])
            #expect(outcome.drives.map(\.state) == ["wiped", "wiped", nil])
            #expect(outcome.drives[2].reasons.map(\.code) == ["unknown_drive"])
            #expect(!again.changed)
            #expect(again.drives.map(\.verdict) == [.same, .same, .beside])
            #expect(again.sha256 == outcome.sha256)
        }
    }

    @Test func `one log that many hand in at once uses one attempt, and refuses nobody`()
        async throws
    {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let failed = NwipeText(drives: [.init(name: "sda", serial: "W-1", isErased: false)])
            let log = failed.text

            let verdicts = try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await town.application.perform(
                            RecordWipeReport(report: log),
                            as: town.ana
                        )
                    }
                }
                return try await group.reduce(into: []) { $0 += $1.drives.map(\.verdict) }
            }

            #expect(verdicts.count { $0 == .same } == 7)
            #expect(verdicts.count { $0 == .refused } == 1)
            #expect(try await town.column("SELECT attempt::text FROM core.wipe") == ["1"])
        }
    }

    @Test func `a log that stops half-way uses up no attempt`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            var log = NwipeText(drives: [.init(name: "sda", serial: "W-1")])
            log.hasSummary = false
            let text = log.text + "\n[2026/01/01 00:00:00] notice: serial number = W-1 on /dev/sda"

            let outcome = try await town.application.perform(
                RecordWipeReport(report: text),
                as: town.ana
            )

            #expect(!outcome.changed)
            #expect(outcome.drives.map(\.verdict) == [.beside])
            #expect(outcome.drives[0].reasons.map(\.code).contains("summary_missing"))
        }
    }

    @Test func `a wipe before the machine arrived proves nothing and uses nothing up`() async throws
    {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let log = NwipeText(
                drives: [.init(name: "sda", serial: "W-1")],
                secondsAgo: 3 * 86_400
            ).text

            let outcome = try await town.application.perform(
                RecordWipeReport(report: log),
                as: town.ana
            )

            #expect(outcome.drives[0].reasons.map(\.code) == ["ended_before_arrival"])
            #expect(outcome.drives[0].device == device.text)
            #expect(outcome.drives[0].state == "wipe_pending")
        }
    }

    @Test func `overwriting flash is written down and is not enough`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .ssd))
            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text

            let outcome = try await town.application.perform(
                RecordWipeReport(report: log),
                as: town.ana
            )

            #expect(outcome.drives.map(\.verdict) == [.refused])
            #expect(outcome.drives[0].reasons.map(\.code) == ["method_not_accepted"])
            #expect(outcome.drives[0].state == "wipe_failed")
        }
    }

    @Test(arguments: [
        (true, true, [RecordWipeReport.Line.Verdict.accepted, .same], "wiped"),
        (true, false, [.beside, .refused], "wipe_failed"),
        (false, true, [.refused, .beside], "wipe_failed"),
        (false, false, [.refused, .same], "wipe_failed"),
    ])
    func `a drive that a log names twice has one attempt, and what failed decides`(
        first: Bool,
        second: Bool,
        verdicts: [RecordWipeReport.Line.Verdict],
        state: String
    ) async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let log = NwipeText(drives: [
                .init(name: "sda", serial: "W-1", isErased: first),
                .init(name: "sdb", serial: "W-1", isErased: second),
            ]).text

            let outcome = try await town.application.perform(
                RecordWipeReport(report: log),
                as: town.ana
            )

            #expect(outcome.drives.map(\.verdict) == verdicts)
            #expect(outcome.drives.map(\.state) == [state, state])
            #expect(try await town.count("wipe") == 1)
        }
    }

    @Test(arguments: [-4321, 4321, .min, .max])
    func `a clock that is more than three days off shows no time`(minutes: Int) async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text

            await #expect(throws: Failure.self) {
                try await town.application.perform(
                    RecordWipeReport(report: log, clockOffsetMinutes: minutes),
                    as: town.ana
                )
            }
            await #expect(throws: Failure.self) {
                try await town.application.importWipes(
                    WipeImport(clockOffsetMinutes: minutes),
                    from: [],
                    as: town.ana
                )
            }

            #expect(try await town.count("wipe") == 0)
        }
    }

    @Test func `what is no log of nwipe is refused as such`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    RecordWipeReport(report: "serial;model\nA;B"),
                    as: town.ana
                )
            }

            guard case .unreadable = failure else {
                Issue.record("not unreadable: \(String(describing: failure))")
                return
            }
        }
    }
}
