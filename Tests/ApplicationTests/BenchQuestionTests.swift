import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

@Suite struct BenchQuestionTests {
    @Test func `a machine's page tells its proofs, its grade and its next steps`() async throws {
        try await Town.with { town in
            let device = try await town.shelved("NV-7")

            let page = try await town.application.ask(ShowDevice(device: device), as: town.ana)

            #expect(page.device == device.text)
            #expect(page.sheet.state == "in_stock")
            #expect(page.sheet.donor == "Minoterie SAS")
            #expect(page.drives.map(\.serial) == ["NV-7"])
            #expect(page.drives[0].clearedBy == "wiped")
            #expect(page.drives[0].wipes.map(\.accepted) == [true])
            #expect(page.grade?.grade == "A")
            #expect(page.grade?.explanation?.ruleVersion == GradeTable.moulin2026.version)
            #expect(page.tests.count == InspectionTest.catalogue(for: .laptop).count)
            #expect(page.history.first?.step == "shelve")
            #expect(page.next.map(\.step).contains("sell"))
            #expect(
                page.blocked.contains {
                    $0.step == "triage" && $0.reason.en.contains("To get there")
                }
            )
        }
    }

    @Test(arguments: ["PF-0abc", "pf-0ABC", "1"])
    func `what stands on a machine finds its line`(name: String) async throws {
        try await Town.with { town in
            let device = try await town.shelved("NV-7")
            _ = try await town.arrived(1)
            var description = DescribeDevice(device: device)
            description.serial = "pf-0ABC"
            _ = try await town.application.perform(description, as: town.ana)

            let line = try await town.application.ask(
                LookUpDevice(device: DeviceReference(name)),
                as: town.ana
            )
            let listed = try await town.application.ask(ListDevices(), as: town.ana)

            #expect(line.device == device.text)
            #expect(line.state == "in_stock")
            #expect(line.grade == "A")
            #expect(listed.rows.first == line)
        }
    }

    @Test(arguments: ["77", "PF-UNKNOWN"])
    func `what stands on no machine is refused by its name`(name: String) async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                _ = try await town.application.ask(
                    LookUpDevice(device: DeviceReference(name)),
                    as: town.ana
                )
            }

            #expect(failure?.refusal?.code == .unknownDevice)
        }
    }

    @Test func `a page that nobody knows is refused by its name`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                _ = try await town.application.ask(
                    ShowDevice(device: DeviceReference(number: 77)),
                    as: town.ana
                )
            }

            guard case .refused(let refusal) = failure else {
                Issue.record("not refused")
                return
            }
            #expect(refusal.code == .unknownDevice)
        }
    }

    @Test func `lists go on where they stopped, without a gap or a double`() async throws {
        try await Town.with { town in
            let devices = try await town.arrived(5)
            var question = ListDevices()
            question.state = "received"
            question.limit = 2
            var seen: [String] = []

            repeat {
                let page = try await town.application.ask(question, as: town.ana)
                seen += page.rows.map(\.device)
                question.after = page.next
            } while question.after != nil

            #expect(seen == devices.map(\.text))
        }
    }

    @Test func `a search finds any part of what is written on a machine`() async throws {
        try await Town.with { town in
            let devices = try await town.arrived(2)
            var description = DescribeDevice(device: devices[1], version: 1)
            description.maker = "Lenovo"
            description.model = "ThinkPad T480_s"
            description.serial = "pf-0ABC"
            let described = try await town.application.perform(description, as: town.ana)
            let stale = await town.refusal(description)
            var question = ListDevices()
            question.text = "pad t480_"

            let found = try await town.application.ask(question, as: town.ana)
            let bySerial = try await town.application.ask(
                ShowDevice(device: DeviceReference("PF-0abc")),
                as: town.ana
            )

            #expect(described.version == 2)
            #expect(stale?.code == .changedMeanwhile)
            #expect(found.rows.map(\.device) == [devices[1].text])
            #expect(bySerial.device == devices[1].text)
        }
    }

    @Test func `the board, the stock and the figures count what is there`() async throws {
        try await Town.with { town in
            _ = try await town.shelved("A")
            _ = try await town.atWiping(CountedDrive(serial: "B", kind: .ssd))

            let board = try await town.application.ask(Board(), as: town.ana)
            let stock = try await town.application.ask(Stock(), as: town.ana)
            let ageing = try await town.application.ask(Ageing(), as: town.ana)
            let flow = try await town.application.ask(Flow(), as: town.ana)
            let queue = try await town.application.ask(WipeQueue(), as: town.ana)
            let stuck = try await town.application.ask(StuckDevices(days: 0), as: town.ana)

            #expect(
                board.rows.filter { $0.devices > 0 }.map(\.state) == ["wipe_pending", "in_stock"]
            )
            #expect(stock.rows.map(\.free) == [1])
            #expect(ageing.rows.map(\.under7) == [1, 1])
            #expect(flow.rows.first { $0.step == "receive" }?.devices == 2)
            #expect(queue.rows.map(\.uncleared) == [["B"]])
            #expect(stuck.rows.map(\.reasons) == [["drive_not_cleared"]])
        }
    }

    @Test func `a drive is followed through its machines`() async throws {
        try await Town.with { town in
            let device = try await town.tested("NV-1")

            let drive = try await town.application.ask(
                ShowDrive(drive: DriveReference("nv-1")),
                as: town.ana
            )

            #expect(drive.drive.state == "sanitized")
            #expect(drive.devices == [device.text])
            #expect(drive.custody.map(\.act) == ["wipe_end", "counted"])
            #expect(drive.wipes.map(\.method) == ["nvme_sanitize"])
        }
    }
}
