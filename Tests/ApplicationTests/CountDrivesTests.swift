import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

/// What a count of drives is held against.
@Suite struct CountDrivesTests {
    @Test(arguments: [
        "N/A", "Unknown", "-", "0000000000", "123456789012", "0123456789ABCDE", "0123456789ABCDEF",
        "no ata pass thru",
    ])
    func `what every drive may carry is no serial number`(junk: String) async throws {
        try await Town.with { town in
            let devices = try await town.arrived(2)
            for device in devices {
                try await town.step(device, "triage")
                _ = try await town.application.perform(
                    CountDrives(device: device, drives: [.init(serial: junk, kind: .hdd)]),
                    as: town.ana
                )
            }

            let log = NwipeText(drives: [.init(name: "sda", serial: junk)]).text
            let lines = try await town.recording(log)

            #expect(lines.map(\.verdict) == [.beside])
            #expect(try await town.count("drive WHERE serial IS NULL") == 2)
        }
    }

    @Test(arguments: ["WD-WCC6Y0AB", "0000WXYZ", "5VEM1234", "S1234567890"])
    func `a genuine number is one`(serial: String) async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: serial, kind: .hdd))

            #expect(try await town.column("SELECT serial FROM core.drive") == [serial])
        }
    }

    @Test func `a mistyped number is corrected while nothing was tried under it`() async throws {
        try await Town.with { town in
            let device = try await town.atWiping(
                CountedDrive(serial: "W-1", kind: .hdd),
                CountedDrive(serial: "W-2", kind: .hdd)
            )
            let count = try await town.application.perform(
                CountDrives(
                    device: device,
                    drives: [.init(serial: "W-1", kind: .hdd), .init(serial: "W-3", kind: .hdd)]
                ),
                as: town.ana
            )
            _ = try await town.recording(
                NwipeText(drives: [.init(name: "sda", serial: "W-3")]).text
            )
            let tried = await town.refusal(
                CountDrives(
                    device: device,
                    drives: [.init(serial: "W-1", kind: .hdd), .init(serial: "W-4", kind: .hdd)]
                )
            )
            let page = try await town.application.ask(ShowDevice(device: device), as: town.ana)

            #expect(count.drives == 2)
            #expect(page.drives.map(\.serial) == ["W-1", "W-3"])
            #expect(page.drives.map(\.clearedBy) == [nil, "wiped"])
            #expect(tried?.code == .countedDriveLeftOut)
            #expect(tried?.facts["drive"] == "W-3")
        }
    }

    @Test func `a person's word corrects the kind, and a report of flash is not corrected`()
        async throws
    {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            func count(_ kind: MediaKind) async throws -> String? {
                _ = try await town.application.perform(
                    CountDrives(device: device, drives: [.init(serial: "W-1", kind: kind)]),
                    as: town.ana
                )
                return try await town.column("SELECT media_kind FROM core.drive").first
            }

            #expect(try await count(.ssd) == "ssd")
            #expect(try await count(.hdd) == "hdd")
            try await town.reported(.hdd)
            #expect(try await count(.ssd) == "ssd", "lsblk says rotational behind bridges")
            try await town.reported(.ssd)
            #expect(try await count(.hdd) == "ssd")
        }
    }

    @Test func `a kind under which a drive was proven is not corrected in passing`() async throws {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            _ = try await town.recording(
                NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text
            )

            let refusal = await town.refusal(
                CountDrives(device: device, drives: [.init(serial: "W-1", kind: .ssd)])
            )

            #expect(refusal?.code == .provenAsOtherKind)
        }
    }

    @Test func `a drive in another machine is told with that machine's label`() async throws {
        try await Town.with { town in
            let first = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let second = try await town.arrived()[0]

            let refusal = await town.refusal(
                CountDrives(device: second, drives: [.init(serial: "W-1", kind: .hdd)])
            )

            #expect(refusal?.code == .driveOfOtherDevice)
            #expect(refusal?.facts["other"] == first.text)
            #expect(refusal?.facts["device"] == second.text)
        }
    }

    @Test func `drives that a report found are counted, or said to be missing`() async throws {
        try await Town.with { town in
            let run = HardwareImport(donation: try await town.receivedDonation())
            let made = try await town.importing(["a.json": HardwareImportTests.lshw], run)
            let device = DeviceReference(try #require(made.machines[0].device))

            let page = try await town.application.ask(ShowDevice(device: device), as: town.ana)
            let without = await town.refusal(CountDrives(device: device, drives: []))
            let other = await town.refusal(
                CountDrives(device: device, drives: [.init(serial: "W-1", kind: .ssd)])
            )
            let unknown = await town.refusal(
                CountDrives(device: device, drives: [], missing: ["W-9"])
            )
            let missing = try await town.application.perform(
                CountDrives(device: device, drives: [], missing: ["s33hnx"]),
                as: town.ana
            )

            #expect(page.uncounted == ["S33HNX"])
            #expect(without?.code == .expectedDrivesLeftOut)
            #expect(without?.facts["uncounted"] == "S33HNX")
            #expect(other?.facts["uncounted"] == "S33HNX")
            #expect(unknown?.code == .unknownDrive)
            #expect(missing.drives == 0)
        }
    }

    @Test func `a report of a drive that nobody counted holds the machine back`() async throws {
        try await Town.with { town in
            let run = HardwareImport(donation: try await town.receivedDonation())
            let made = try await town.importing(["a.txt": HardwareImportTests.dmidecode()], run)
            let device = DeviceReference(try #require(made.machines[0].device))
            _ = try await town.application.perform(
                CountDrives(device: device, drives: []),
                as: town.ana
            )
            try await town.step(device, "triage", "start_test")

            _ = try await town.importing(["b.json": HardwareImportTests.lshw], run)
            let step = await town.refusal(TakeStep(device: device, step: "repair"))
            let lift = await town.refusal(
                LiftFlag(device: device, flag: .uncountedDrive, reason: "je crois")
            )
            let counted = try await town.application.perform(
                CountDrives(device: device, drives: [.init(serial: "S33HNX", kind: .ssd)]),
                as: town.ana
            )
            let page = try await town.application.ask(ShowDevice(device: device), as: town.ana)

            #expect(step?.code == .driveUncounted)
            #expect(lift?.code == .driveUncounted)
            #expect(counted.state == "wipe_pending")
            #expect(!page.flags.map(\.lifted).contains(nil))
            #expect(page.uncounted == [])
        }
    }
}

extension Town {
    /// As a report of hardware would have said it.
    fileprivate func reported(_ kind: MediaKind) async throws {
        _ = try await column(
            "UPDATE core.drive SET reported_kind = '\(kind.rawValue)' RETURNING media_kind"
        )
    }
}
