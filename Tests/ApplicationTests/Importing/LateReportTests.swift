import Application
import Domain
import Testing
import TownSupport

/// Reports of machines that have left us: papers that come late, and machines that come again.
@Suite struct LateReportTests {
    /// A machine of the house that is known by a report, and lent out since.
    private static func lent(_ town: Town) async throws -> (label: String, donation: Int64) {
        let device = try await town.shelved("NV-1")
        _ = try await town.application.perform(
            RecordHardwareReport(report: HardwareImportTests.dmidecode(), device: device),
            as: town.ana
        )
        _ = try await town.application.perform(
            PlaceDevice(
                device: device,
                kind: .loan,
                taker: "Salon de thé des aînés",
                agreement: "convention 2026-4"
            ),
            as: town.ana
        )
        let donation = try await town.column("SELECT donation_id::text FROM core.stay")
        return (device.text, try #require(donation.first.flatMap { Int64($0) }))
    }

    private static func report(at time: String?) -> String {
        let words = HardwareImportTests.dmidecode().replacing("\n", with: "\\n")
            .replacing("\t", with: "\\t")
        let at = time.map { "\"at\": \"\($0)\", " } ?? ""
        return #"{"moulin_report": 1, \#(at)"dmidecode": "\#(words)"}"#
    }

    @Test func `a report from before a machine left brings no machine back`() async throws {
        try await Town.with { town in
            let (label, _) = try await Self.lent(town)
            let late = Self.report(at: "2020-03-02T09:30:00Z")

            let outcome = try await town.importing(
                ["a.json": late],
                HardwareImport(donation: try await town.receivedDonation())
            )
            let alone = try await town.importing(["b.json": late + "\n"], HardwareImport())

            for line in (outcome.machines + alone.machines) {
                #expect(line.verdict == .updated)
                #expect(line.device == label)
                #expect(line.notes.map(\.code) == ["report_from_before"])
            }
            #expect(try await town.count("device WHERE state = 'placed'") == 1)
            #expect(try await town.count("stay") == 1)
            #expect(try await town.count("hardware_report") == 3)
        }
    }

    @Test(arguments: ["2099-03-02T09:30:00Z", nil])
    func `under another donation a machine comes again`(time: String?) async throws {
        try await Town.with { town in
            let (label, _) = try await Self.lent(town)

            let outcome = try await town.importing(
                ["a.json": Self.report(at: time)],
                HardwareImport(donation: try await town.receivedDonation())
            )

            #expect(outcome.machines.map(\.verdict) == [.again])
            #expect(outcome.machines.map(\.device) == [label])
        }
    }

    @Test(arguments: ["2099-03-02T09:30:00Z", nil])
    func `under the donation that brought it once already, a person decides`(time: String?)
        async throws
    {
        try await Town.with { town in
            let (label, donation) = try await Self.lent(town)

            let outcome = try await town.importing(
                ["a.json": Self.report(at: time)],
                HardwareImport(donation: donation)
            )

            #expect(outcome.machines.map(\.verdict) == [.doubtful])
            #expect(outcome.machines[0].reason?.en.contains(label) == true)
            #expect(try await town.count("device WHERE state = 'placed'") == 1)
            #expect(try await town.count("doubt") == 1)
        }
    }
}

/// A label that a person read wrongly must not put one machine's identity on another without a word.
@Suite struct WrongLabelTests {
    private static func two(_ town: Town) async throws -> (first: String, second: String) {
        let donation = try await town.receivedDonation()
        let made = try await town.importing(
            ["a.txt": HardwareImportTests.dmidecode()],
            HardwareImport(donation: donation)
        )
        let other = try await town.application.perform(
            AddDevices(donation: donation, kind: .laptop, count: 1),
            as: town.ana
        )
        return (try #require(made.machines[0].device), other.devices[0])
    }

    @Test func `a report that says it is another of our machines is remarked and doubted`()
        async throws
    {
        try await Town.with { town in
            let (first, second) = try await Self.two(town)

            for (name, run) in [("a", 1), ("b", 2)] {
                let outcome = try await town.importing(
                    [
                        "\(name).txt": HardwareImportTests.dmidecode()
                            + String(repeating: "\n", count: run)
                    ],
                    HardwareImport(device: DeviceReference(second))
                )
                #expect(outcome.machines.map(\.device) == [second])
                #expect(outcome.machines.map(\.verdict) == [.updated])
                #expect(outcome.machines[0].notes.map(\.code) == ["identity_of_other"])
                #expect(outcome.machines[0].notes[0].en.contains(first))
            }

            let doubts = try await town.application.ask(ListDoubts(), as: town.ana).rows
            #expect(doubts.map(\.device) == [second])
            #expect(doubts.map(\.other) == [first])
        }
    }

    @Test func `a report that differs from what the machine was known by is remarked`()
        async throws
    {
        try await Town.with { town in
            let (first, _) = try await Self.two(town)

            let outcome = try await town.importing(
                ["b.txt": HardwareImportTests.dmidecode(serial: "8MOULIN", uuid: "Not Present")],
                HardwareImport(device: DeviceReference(first))
            )

            #expect(outcome.machines[0].notes.map(\.code) == ["identity_differs"])
            #expect(try await town.count("doubt") == 0)
        }
    }

    @Test func `the right label is no news, nor is a placeholder that two machines share`()
        async throws
    {
        try await Town.with { town in
            let (first, second) = try await Self.two(town)
            let junk = HardwareImportTests.dmidecode(
                serial: "To Be Filled By O.E.M.",
                uuid: "03000200-0400-0500-0006-000700080009"
            )

            let right = try await town.importing(
                ["b.txt": HardwareImportTests.dmidecode() + "\n"],
                HardwareImport(device: DeviceReference(first))
            )
            for name in [first, second] {
                let clone = try await town.importing(
                    ["\(name).txt": junk + name],
                    HardwareImport(device: DeviceReference(name))
                )
                #expect(clone.machines[0].notes == [])
            }

            #expect(right.machines[0].notes == [])
            #expect(try await town.count("doubt") == 0)
        }
    }
}

@Suite struct EmptyMachineTests {
    @Test func `a report without a name or a number of its machine makes none`() async throws {
        try await Town.with { town in
            let card =
                #"[{"id": "network", "class": "network", "businfo": "pci@0", "serial": "f0:1f:af:00:00:18"}]"#
            let bare = """
                # dmidecode 3.4
                Handle 0x0100, DMI type 1, 27 bytes
                System Information
                \tVersion: 1.0
                \tUUID: FEFEFEFE-FEFE-FEFE-FEFE-FEFEFEFEFEFE

                Handle 0x0300, DMI type 3, 22 bytes
                Chassis Information
                \tType: Laptop
                """

            let outcome = try await town.importing(
                ["a.json": card, "b.txt": bare],
                HardwareImport(donation: try await town.receivedDonation(), kind: .laptop)
            )

            #expect(
                outcome.machines.map(\.reason?.code) == ["names_no_machine", "names_no_machine"]
            )
            #expect(try await town.count("device") == 0)
        }
    }

    @Test func `a kind that nobody knows is told with those there are`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    named: "record-hardware-report",
                    Array(#"{"report": "x", "kind": "zzz"}"#.utf8),
                    as: town.ana
                )
            }

            #expect(failure?.sentence(in: .en).contains("one of the words laptop") == true)
        }
    }
}
