import Application
import Domain
import Testing
import TownSupport

/// Reports that are taken together count for one another as if each had been written before the next was read.
@Suite struct HardwareChunkTests {
    private static func machine(_ number: Int, _ program: String) -> String {
        let text = program == "lshw" ? HardwareImportTests.lshw : HardwareImportTests.dmidecode()
        return text.replacing("7MOULIN", with: "MANY\(number)")
            .replacing("S33HNX", with: "DRIVE\(number)")
            .replacing("4c4c4544-004d", with: "4c4c4544-\(number)")
            .replacing(
                "44454c4c-4d00",
                with: "44454c4c-\("\(number)".suffix(2) + "\(number)".prefix(2))"
            )
    }

    @Test func `many machines, each in the words of three programs, are as many devices`()
        async throws
    {
        try await Town.with { town in
            var files: [String: String] = [:]
            for number in 1000..<1060 {
                files["\(number)-a.json"] = Self.machine(number, "lshw")
                files["\(number)-b.txt"] = Self.machine(number, "dmidecode")
                files["\(number)-c.json"] = HardwareImportTests.smartctl
                    .replacing("S33HNX", with: "DRIVE\(number)")
            }

            let outcome = try await town.importing(
                files,
                HardwareImport(donation: try await town.receivedDonation())
            )

            #expect(outcome.count(.created) == 60)
            #expect(outcome.count(.updated) == 120)
            let counts = try await [
                town.count("device"), town.count("hardware_report"), town.count("drive"),
                town.count("expected_drive"), town.count("drive_reading"), town.count("component"),
                town.count("import_batch"),
            ]
            #expect(counts == [60, 180, 60, 60, 60, 60, 1])
        }
    }

    @Test func `the same report twice in one run is recorded once`() async throws {
        try await Town.with { town in
            let text = HardwareImportTests.dmidecode()

            let outcome = try await town.importing(
                ["a.txt": text, "b.txt": text],
                HardwareImport(donation: try await town.receivedDonation())
            )

            #expect(outcome.machines.map(\.verdict) == [.created, .same])
            #expect(outcome.machines[1].device == outcome.machines[0].device)
            #expect(try await town.count("hardware_report") == 1)
        }
    }

    @Test func `a doubt names the machine that the same run made`() async throws {
        try await Town.with { town in
            let twin = HardwareImportTests.dmidecode(uuid: "4c4c4544-0052-4f10-8055-b7c04f4c494e")

            let outcome = try await town.importing(
                ["a.txt": HardwareImportTests.dmidecode(), "b.txt": twin],
                HardwareImport(donation: try await town.receivedDonation())
            )

            let first = try #require(outcome.machines[0].device)
            #expect(outcome.machines[1].reason?.en.contains(first) == true)
        }
    }

    @Test func `two machines of one run that name one drive both expect it`() async throws {
        try await Town.with { town in
            let other = HardwareImportTests.lshw.replacing("7MOULIN", with: "OTHER")
                .replacing("44454c4c-4d00", with: "44454c4c-4e00")

            let outcome = try await town.importing(
                ["a.json": HardwareImportTests.lshw, "b.json": other],
                HardwareImport(donation: try await town.receivedDonation())
            )

            #expect(outcome.machines.map(\.verdict) == [.created, .created])
            #expect(try await town.count("drive") == 1)
            #expect(try await town.count("expected_drive") == 2)
        }
    }

    @Test func `what a report does not say is kept, and a report without news changes nothing`()
        async throws
    {
        try await Town.with { town in
            let run = HardwareImport(donation: try await town.receivedDonation())
            _ = try await town.importing(["a.json": HardwareImportTests.lshw], run)
            let before = try await town.count(
                "device WHERE version = 1 AND storage_gb = 500 AND ram_mb = 8192"
            )

            _ = try await town.importing(["b.txt": HardwareImportTests.dmidecode()], run)

            let after = try await town.count(
                "device WHERE version = 1 AND storage_gb = 500 AND ram_mb = 8192"
            )
            #expect([before, after] == [1, 1])
        }
    }

    @Test func `one file of many machines is kept once`() async throws {
        try await Town.with { town in
            let lines = (0..<50).map {
                """
                {"content": {"bios": {"smanufacturer": "Dell", "ssn": "LINE\($0)"}, "hardware": {"chassis_type": "Laptop"}}}
                """
            }

            let outcome = try await town.importing(
                ["all.json": lines.joined(separator: "\n")],
                HardwareImport(donation: try await town.receivedDonation())
            )

            #expect(outcome.machines.map(\.part) == Array(1...50))
            #expect(outcome.count(.created) == 50)
            #expect(try await town.count("evidence_file") == 1)
        }
    }
}
