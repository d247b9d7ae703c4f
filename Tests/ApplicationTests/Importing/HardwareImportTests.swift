import Application
import Cluster
import Domain
import FoundationEssentials
import Glibc
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

@Suite struct HardwareImportTests {
    static func dmidecode(
        serial: String = "7MOULIN",
        uuid: String = "4c4c4544-004d-4f10-8055-b7c04f4c494e",
        model: String = "Latitude E7240"
    ) -> String {
        """
        # dmidecode 3.4
        SMBIOS 2.7 present.

        Handle 0x0100, DMI type 1, 27 bytes
        System Information
        \tManufacturer: Dell Inc.
        \tProduct Name: \(model)
        \tSerial Number: \(serial)
        \tUUID: \(uuid)

        Handle 0x0300, DMI type 3, 22 bytes
        Chassis Information
        \tType: Laptop

        Handle 0x1100, DMI type 17, 34 bytes
        Memory Device
        \tSize: 8192 MB
        \tLocator: DIMM A
        \tManufacturer: Kingston
        \tSerial Number: CAECB3ED
        """
    }

    static let lshw = """
        {"id": "bench", "class": "system", "description": "Laptop", "product": "Latitude E7240", "vendor": "Dell Inc.",
         "serial": "7MOULIN", "configuration": {"uuid": "44454c4c-4d00-104f-8055-b7c04f4c494e"},
         "children": [{"id": "disk", "class": "disk", "logicalname": "/dev/sda", "product": "Samsung SSD 850",
           "serial": "S33HNX", "size": 500107862016, "units": "bytes"},
          {"id": "memory", "class": "memory", "children": [{"id": "bank:0", "class": "memory", "size": 8589934592,
            "vendor": "Kingston", "serial": "CAECB3ED", "slot": "DIMM A"}]}]}
        """

    static let smartctl = """
        {"device": {"protocol": "ATA"}, "model_name": "Samsung SSD 850 EVO", "serial_number": "S33HNX", "rotation_rate": 0,
         "smart_status": {"passed": true}, "power_on_time": {"hours": 12034}}
        """

    @Test func `two reports of one machine in two formats are one device`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let outcome = try await town.importing(
                ["a.json": Self.lshw, "b.txt": Self.dmidecode(), "c.json": Self.smartctl],
                HardwareImport(donation: donation)
            )

            #expect(outcome.ending == .imported)
            #expect(outcome.machines.map(\.verdict) == [.created, .updated, .updated])
            #expect(Set(outcome.machines.map(\.device)).count == 1)
            #expect(try await town.count("device") == 1)
            #expect(try await town.count("drive") == 1)
            #expect(try await town.count("component") == 1)
            #expect(try await town.count("drive_reading") == 1)
        }
    }

    @Test func `the same report again changes nothing`() async throws {
        try await Town.with { town in
            let run = HardwareImport(donation: try await town.receivedDonation())

            let first = try await town.importing(["a.txt": Self.dmidecode()], run)
            let second = try await town.importing(["a.txt": Self.dmidecode()], run)

            #expect(first.machines.map(\.verdict) == [.created])
            #expect(second.machines.map(\.verdict) == [.same])
            #expect(second.machines.map(\.device) == first.machines.map(\.device))
            #expect(try await town.count("hardware_report") == 1)
        }
    }

    @Test func `many machines in one run are as many devices`() async throws {
        try await Town.with { town in
            var files: [String: String] = [:]
            for number in 100..<140 {
                files["\(number).txt"] = Self.dmidecode(
                    serial: "MANY\(number)",
                    uuid: "4c4c4544-0\(number)-4f10-8055-b7c04f4c494e"
                )
            }

            let outcome = try await town.importing(
                files,
                HardwareImport(donation: try await town.receivedDonation())
            )

            #expect(outcome.count(.created) == 40)
            #expect(try await town.count("device") == 40)
        }
    }

    @Test func `two clones full of placeholders are two devices`() async throws {
        try await Town.with { town in
            let junk = "To Be Filled By O.E.M."
            let clone = Self.dmidecode(serial: junk, uuid: "03000200-0400-0500-0006-000700080009")

            let outcome = try await town.importing(
                ["a.txt": clone, "b.txt": clone + "\n"],
                HardwareImport(donation: try await town.receivedDonation())
            )

            #expect(outcome.machines.map(\.verdict) == [.created, .created])
            #expect(try await town.count("device") == 2)
        }
    }

    @Test func `a near twin is a doubt for a person`() async throws {
        try await Town.with { town in
            let twin = Self.dmidecode(uuid: "4c4c4544-0052-4f10-8055-b7c04f4c494e")

            let outcome = try await town.importing(
                ["a.txt": Self.dmidecode(), "b.txt": twin],
                HardwareImport(donation: try await town.receivedDonation())
            )

            #expect(outcome.machines.map(\.verdict) == [.created, .doubtful])
            #expect(outcome.machines[1].reason?.code == "may_be_known")
            #expect(try await town.count("doubt") == 1)
        }
    }

    @Test func `a machine of a donor's list is found again by its report`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            _ = try await town.importing(
                "Type;Marque;N° de série\nPortable;Dell;7MOULIN\n",
                into: donation
            )

            let outcome = try await town.importing(["a.txt": Self.dmidecode()], HardwareImport())

            #expect(outcome.machines.map(\.verdict) == [.updated])
            #expect(try await town.count("device") == 1)
        }
    }

    @Test func `an unknown machine without a donation refuses the run, or is left when asked`()
        async throws
    {
        try await Town.with { town in
            let files = ["a.txt": Self.dmidecode(), "b.pdf": "%PDF-1.4"]

            let strict = try await town.importing(files, HardwareImport())
            let lenient = try await town.importing(
                files,
                HardwareImport(donation: try await town.receivedDonation(), keepsGoing: true)
            )

            #expect(strict.ending == .refused)
            #expect(strict.machines.map(\.reason?.code) == ["donation_missing", "file_is_pdf"])
            #expect(lenient.ending == .imported)
            #expect(lenient.machines.map(\.verdict) == [.created, .refused])
            #expect(try await town.count("device") == 1)
        }
    }

    @Test func `a donation that is not there is refused by its number`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.importing(["a.txt": Self.dmidecode()], HardwareImport(donation: 99))
            }

            #expect(failure?.sentence(in: .en).contains("\"99\"") == true)
        }
    }

    @Test func `a rehearsal tells what a run does, and leaves nothing`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let outcome = try await town.importing(
                ["a.txt": Self.dmidecode()],
                HardwareImport(donation: donation, isRehearsal: true)
            )

            #expect(outcome.ending == .rehearsed)
            #expect(outcome.machines.map(\.verdict) == [.created])
            #expect(try await town.count("device") == 0)
        }
    }

    @Test func `a label that a person scanned wins over what the machine says`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let device = try await town.application.perform(
                AddDevices(donation: donation, kind: .laptop, count: 1),
                as: town.ana
            ).devices[0]

            let outcome = try await town.application.perform(
                RecordHardwareReport(report: Self.dmidecode(), device: DeviceReference(device)),
                as: town.ana
            )

            #expect(outcome.machines.map(\.device) == [device])
            #expect(outcome.machines.map(\.verdict) == [.updated])
        }
    }

    @Test func `the machine that a file left over is taken by a later run of its own`() async throws
    {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let inventory = """
                {"content": {"bios": {"smanufacturer": "Dell", "ssn": "ONE"}, "hardware": {"chassis_type": "Laptop"}}}
                {"content": {"bios": {"smanufacturer": "Dell", "ssn": "TWO"}, "hardware": {"chassis_type": "Other"}}}
                """

            let first = try await town.importing(
                ["a.json": inventory],
                HardwareImport(donation: donation, keepsGoing: true)
            )
            let second = try await town.importing(
                ["a.json": inventory],
                HardwareImport(donation: donation, kind: .desktopTower)
            )

            #expect(first.machines.map(\.verdict) == [.created, .refused])
            #expect(first.machines[1].reason?.code == "kind_missing")
            #expect(second.machines.map(\.verdict) == [.same, .created])
            #expect(try await town.count("import_batch") == 2)
        }
    }

    @Test func `a file and a folder with names in Latin-1 are read too`() async throws {
        try await Town.with { town in
            let folder = FileManager.default.temporaryDirectory
                .appendingPathComponent("moulin-\(UInt64.random(in: 0 ... .max))").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            mkdir(folder, 0o700)
            mkdir(Latin1.path("\(folder)/d\u{E9}p\u{F4}t"), 0o700)
            for (name, text) in [
                "re\u{E7}u.json": Self.lshw, "d\u{E9}p\u{F4}t/a.txt": Self.dmidecode(),
            ] {
                let file = open(Latin1.path("\(folder)/\(name)"), O_WRONLY | O_CREAT, 0o600)
                #expect(write(file, text, text.utf8.count) == text.utf8.count)
                close(file)
            }
            let run = HardwareImport(donation: try await town.receivedDonation())

            let outcome = try await town.application.importHardware(
                run,
                from: [folder],
                as: town.ana
            )
            removeLatin1(folder)

            #expect(outcome.machines.map(\.file) == ["a.txt", "re\u{FFFD}u.json"])
            #expect(outcome.machines.map(\.verdict) == [.created, .updated])
        }
    }

    /// What a program of texts alone would not find again.
    private func removeLatin1(_ folder: String) {
        unlink(Latin1.path("\(folder)/re\u{E7}u.json"))
        unlink(Latin1.path("\(folder)/d\u{E9}p\u{F4}t/a.txt"))
        rmdir(Latin1.path("\(folder)/d\u{E9}p\u{F4}t"))
    }

    @Test func `a number that many drives share hides no holder of another`() async throws {
        try await Town.with { town in
            let rows = (1...120).map { "Portable;S-\($0)\n" }
            _ = try await town.importing(
                "Type;N° de série\n" + rows.joined(),
                into: try await town.receivedDonation()
            )
            let db = try await town.database.connect(as: .superuser)
            _ = try await db.script(
                """
                INSERT INTO core.drive (org_id, media_kind, serial, serial_key)
                SELECT 1, 'ssd', disk, disk FROM unnest(ARRAY['DISK-A', 'DISK-B']) AS disk;
                INSERT INTO core.expected_drive (org_id, device_id, stay, drive_id)
                SELECT 1, d.device_id, 1, k.drive_id FROM core.device AS d
                  JOIN core.drive AS k ON (k.serial = 'DISK-A') = (right(d.serial, -2)::integer <= 60)
                """
            )

            let held = try await HardwareStore.holders(
                ofDrives: ["DISK-A", "DISK-B"],
                town.ana,
                in: db
            )
            await db.close()

            #expect(held.count { $0.serialKey == "DISK-A" } == 50)
            #expect(held.count { $0.serialKey == "DISK-B" } == 50)
        }
    }

    @Test func `NUL in a report is no reason to stop`() async throws {
        try await Town.with { town in
            let json = Self.lshw.replacing("Samsung SSD 850", with: "Samsung\\u0000SSD 850")
            let text = Self.dmidecode().replacing("Kingston", with: "Kingston\0\0")
            let run = HardwareImport(donation: try await town.receivedDonation())

            let outcome = try await town.importing(["a.json": json, "b.txt": text], run)

            #expect(outcome.ending == .imported)
            #expect(outcome.machines.map(\.verdict) == [.created, .updated])
        }
    }

    @Test func `a drive that a person counted without is told`() async throws {
        try await Town.with { town in
            let run = HardwareImport(donation: try await town.receivedDonation())
            let made = try await town.importing(["a.txt": Self.dmidecode()], run)
            let device = DeviceReference(try #require(made.machines[0].device))
            _ = try await town.application.perform(
                CountDrives(device: device, drives: []),
                as: town.ana
            )

            let outcome = try await town.importing(["b.json": Self.lshw], run)

            #expect(outcome.machines[0].notes.map(\.code) == ["drive_not_counted"])
        }
    }
}

extension Town {
    /// Reads reports from a folder of their own, in the order of their names.
    func importing(
        _ files: [String: String],
        _ run: HardwareImport
    ) async throws -> HardwareImport.Outcome {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("moulin-\(UInt64.random(in: 0 ... .max))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        return try await application.importHardware(run, from: [folder], as: ana)
    }
}
