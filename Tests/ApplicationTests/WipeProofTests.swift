import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

/// What a wipe proves when its drive moves, fails later, or is not what was counted.
@Suite struct WipeProofTests {
    @Test func `a log from before a drive moved proves nothing where it is now`() async throws {
        try await Town.with { town in
            let first = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let second = try await town.arrived()[0]
            try await town.step(second, "triage")
            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text
            let proven = try await town.recording(log)
            _ = try await town.application.perform(
                CountDrives(device: second, drives: [.init(serial: "W-1", kind: .hdd)]),
                as: town.ana
            )

            let again = try await town.recording(log)
            let byHand = try await town.application.perform(
                RecordWipe(
                    device: second,
                    method: .overwrite1,
                    result: .success,
                    verification: .all
                ),
                as: town.ana
            )

            #expect(proven.map(\.device) == [first.text])
            #expect(proven.map(\.verdict) == [.accepted])
            #expect(again.map(\.device) == [second.text])
            #expect(again.map(\.verdict) == [.beside])
            #expect(again[0].reasons.map(\.code) == ["ended_before_count"])
            #expect(byHand.state == "wiped")
        }
    }

    @Test func `a drive that was wiped on the bench may be counted afterwards`() async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]
            try await town.step(device, "triage")
            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text
            _ = try await town.application.perform(
                CountDrives(device: device, drives: [.init(serial: "W-1", kind: .hdd)]),
                as: town.ana
            )

            #expect(try await town.recording(log).map(\.verdict) == [.accepted])
        }
    }

    @Test func `a machine arrived on the day of hand-over, whenever it was typed in`() async throws
    {
        try await Town.with { town in
            let donation = try await town.donation()
            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1")], secondsAgo: 60).text
            let added = try await town.application.perform(
                AddDevices(donation: donation, kind: .laptop, count: 1),
                as: town.ana
            ).devices
            let device = DeviceReference(added[0])
            try await town.handedOverYesterday(donation)
            try await town.step(device, "triage")
            _ = try await town.application.perform(
                CountDrives(device: device, drives: [.init(serial: "W-1", kind: .hdd)]),
                as: town.ana
            )
            let old = NwipeText(drives: [.init(name: "sda", serial: "W-1")], secondsAgo: 400_000)

            let early = try await town.recording(old.text)
            let proven = try await town.recording(log)

            #expect(early[0].reasons.map(\.code) == ["ended_before_arrival"])
            #expect(early[0].reasons[0].en.contains("(expected: > "))
            #expect(proven.map(\.verdict) == [.accepted])
        }
    }

    @Test func `a tool that fails on a drive after its proof voids the proof`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let proof = NwipeText(drives: [.init(name: "sda", serial: "W-1")], secondsAgo: 600)
            let failed = NwipeText(
                drives: [.init(name: "sda", serial: "W-1", isErased: false)],
                secondsAgo: 60
            ).text
            let before = NwipeText(
                drives: [.init(name: "sda", serial: "W-1", isErased: false)],
                secondsAgo: 900
            )
            _ = try await town.recording(proof.text)

            let earlier = try await town.recording(before.text)
            let later = try await town.recording(failed)
            let again = try await town.recording(failed)

            #expect(earlier.map(\.verdict) == [.beside], "it was wiped after that")
            #expect(later.map(\.verdict) == [.refused])
            #expect(later.map(\.state) == ["wipe_pending"])
            #expect(again.map(\.verdict) == [.beside])
            #expect(
                try await town.column("SELECT is_late::text FROM core.wipe ORDER BY wipe_id") == [
                    "false", "true",
                ]
            )
        }
    }

    @Test func `overwriting flash once more takes no proof away`() async throws {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "W-1", kind: .ssd))
            _ = try await town.application.perform(
                RecordWipe(device: device, method: .ataSanitize, result: .success),
                as: town.ana
            )

            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1")], secondsAgo: 0).text

            #expect(try await town.recording(log).map(\.verdict) == [.beside])
            #expect(
                try await town.application.ask(ShowDevice(device: device), as: town.ana).state.word
                    == "wiped"
            )
        }
    }

    @Test(arguments: ["ATA-SSD", "NVME"])
    func `a log of flash does not prove a hard disk`(bus: String) async throws {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1", bus: bus)]).text

            let lines = try await town.recording(log)
            _ = try await town.application.perform(
                CountDrives(device: device, drives: [.init(serial: "W-1", kind: .ssd)]),
                as: town.ana
            )
            let counted = try await town.recording(log)

            #expect(lines[0].reasons.map(\.code) == ["other_medium"])
            #expect(counted[0].reasons.map(\.code) == ["method_not_accepted"])
            #expect(counted.map(\.verdict) == [.refused])
        }
    }

    @Test func `what failed too often, or went, is counted in no other machine`() async throws {
        try await Town.with { town in
            let first = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let second = try await town.atWiping(CountedDrive(serial: "W-2", kind: .hdd))
            let third = try await town.arrived()[0]
            try await town.step(third, "triage")
            for (device, destination) in [
                (first, RemoveDrive.Destination.destruction), (second, .donor),
            ] {
                _ = try await town.application.perform(
                    RemoveDrive(device: device, destination: destination),
                    as: town.ana
                )
            }

            let waiting = await town.refusal(
                CountDrives(device: third, drives: [.init(serial: "W-1", kind: .hdd)])
            )
            let returned = await town.refusal(
                CountDrives(device: third, drives: [.init(serial: "W-2", kind: .hdd)])
            )
            let brought = try await town.arrived()[0]
            try await town.arrivedNow(brought)
            let again = try await town.application.perform(
                CountDrives(device: brought, drives: [.init(serial: "W-2", kind: .hdd)]),
                as: town.ana
            )

            #expect(waiting?.code == .driveAwaitsDestruction)
            #expect(waiting?.facts["device"] == third.text)
            #expect(returned?.code == .driveWasReturned)
            #expect(again.drives == 1)
        }
    }

    @Test func `attempts count for as long as the drive is in the house`() async throws {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            for seconds in [900, 600] {
                let failed = NwipeText(
                    drives: [.init(name: "sda", serial: "W-1", isErased: false)],
                    secondsAgo: Int64(seconds)
                )
                _ = try await town.recording(failed.text)
            }
            try await town.step(device, "report_missing", reason: "égaré")
            _ = try await town.application.perform(
                FindDevice(device: device, note: "retrouvé"),
                as: town.ana
            )
            _ = try await town.application.perform(
                CountDrives(device: device, drives: [.init(serial: "W-1", kind: .hdd)]),
                as: town.ana
            )
            let failed = try await town.application.perform(
                RecordWipe(device: device, method: .overwrite1, result: .failed),
                as: town.ana
            )
            let fourth = await town.refusal(
                RecordWipe(device: device, method: .overwrite1, result: .failed)
            )

            #expect(failed.next == ["remove_and_destroy", "return_to_donor"])
            #expect(fourth?.code == .wipeAttemptsUsedUp)
        }
    }
}

extension Town {
    /// What became of each drive of a log.
    func recording(_ log: String) async throws -> [RecordWipeReport.Line] {
        try await application.perform(RecordWipeReport(report: log), as: ana).drives
    }

    fileprivate func handedOverYesterday(_ donation: Int64) async throws {
        _ = try await column(
            "UPDATE core.donation SET received_on = current_date - 1 WHERE donation_id = \(donation) RETURNING donor_kind"
        )
    }

    fileprivate func arrivedNow(_ device: DeviceReference) async throws {
        let number = try await application.ask(ShowDevice(device: device), as: ana).number
        _ = try await column(
            "UPDATE core.stay SET opened_at = clock_timestamp() WHERE device_id = \(number) RETURNING opened_by"
        )
    }
}
