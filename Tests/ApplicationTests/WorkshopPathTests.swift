import Application
import Domain
import Store
import Testing
import TownSupport

@Suite struct WorkshopPathTests {
    @Test func `a laptop goes from arrival to the shelf`() async throws {
        try await Town.with { town in
            let device = try await town.atWiping(
                CountedDrive(serial: "WD-1", kind: .hdd, capacityGB: 500),
                CountedDrive(serial: "NV-2", kind: .nvme)
            )
            let first = try await town.application.perform(
                RecordWipe(
                    device: device,
                    drive: "wd-1",
                    method: .overwrite1,
                    result: .success,
                    verification: .last
                ),
                as: town.ana
            )
            let second = try await town.application.perform(
                RecordWipe(device: device, drive: "#2", method: .nvmeSanitize, result: .success),
                as: town.ana
            )
            try await town.step(device, "start_test")
            let tests = try await town.application.perform(
                RecordTests(device: device, results: [.init("webcam", .fail)], othersPass: true),
                as: town.ana
            )
            let graded = try await town.application.perform(
                GradeDevice(device: device, cosmetic: .lightMarks, batteryPercent: 85),
                as: town.ana
            )
            let shelved = try await town.application.perform(
                ShelveDevice(device: device),
                as: town.ana
            )

            #expect(first.state == "wipe_pending")
            #expect(second.state == "wiped")
            #expect(tests.missing.isEmpty)
            #expect(graded.grade == .c)
            #expect(graded.label == .used)
            #expect(graded.explanation.declaredDefects == [.webcam])
            #expect(shelved.grade == .c)
            #expect(shelved.state == "in_stock")
        }
    }

    @Test func `a machine without drives is tested once somebody counted none`() async throws {
        try await Town.with { town in
            let monitor = try await town.arrived(1, .monitor)[0]
            try await town.step(monitor, "triage")

            let refusal = await town.refusal(TakeStep(device: monitor, step: "start_test"))
            _ = try await town.application.perform(
                CountDrives(device: monitor, drives: []),
                as: town.ana
            )

            #expect(refusal?.code == .drivesNotCounted)
            #expect(refusal?.next == ["count-drives"])
            #expect(refusal?.facts["device"] == monitor.text)
            #expect(try await town.step(monitor, "start_test") == "testing")
        }
    }

    @Test func `a drive that is not clean is named with its machine`() async throws {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "WD-1", kind: .hdd))

            let refusal = await town.refusal(TakeStep(device: device, step: "record_wiped"))

            #expect(refusal?.code == .driveNotCleared)
            #expect(
                refusal?.sentence(in: .en)
                    == "\(device) still has a drive without proof: 1 (WD-1). Wipe it or remove it for destruction."
            )
            #expect(refusal?.next.contains("record_wipe_failed") == true)
        }
    }

    @Test func `a drive found late takes a graded machine back to wiping`() async throws {
        try await Town.with { town in
            let device = try await town.tested("S-1")
            _ = try await town.application.perform(
                GradeDevice(device: device, cosmetic: .visibleMarks, batteryPercent: 90),
                as: town.ana
            )

            let found = try await town.application.perform(
                CountDrives(
                    device: device,
                    drives: [.init(serial: "S-1"), .init(serial: "LATE-9", kind: .ssd)]
                ),
                as: town.ana
            )
            let refusal = await town.refusal(TakeStep(device: device, step: "record_wiped"))

            #expect(found.drives == 2)
            #expect(found.state == "wipe_pending")
            #expect(found.returned)
            #expect(refusal?.code == .driveNotCleared)
            #expect(refusal?.facts["drive"] == "2 (LATE-9)")
        }
    }

    @Test func `a machine on the shelf leaves it when a drive is found`() async throws {
        try await Town.with { town in
            let device = try await town.shelved()

            let found = try await town.application.perform(
                CountDrives(device: device, drives: [.init(serial: "S-1"), .init(kind: .ssd)]),
                as: town.ana
            )

            #expect(found.state == "wipe_pending")
        }
    }

    @Test func `a count never shrinks`() async throws {
        try await Town.with { town in
            let device = try await town.atWiping(
                CountedDrive(serial: "A", kind: .ssd),
                CountedDrive(serial: "B", kind: .ssd)
            )

            let refusal = await town.refusal(
                CountDrives(device: device, drives: [.init(serial: "A")])
            )

            #expect(refusal?.code == .countCannotShrink)
            #expect(refusal?.facts["counted"] == "2")
        }
    }

    @Test func `counting the same drives again changes nothing`() async throws {
        try await Town.with { town in
            let drives = [CountedDrive(kind: .ssd), CountedDrive(serial: "B", kind: .ssd)]
            let device = try await town.arrived()[0]

            for _ in 1...2 {
                let counted = try await town.application.perform(
                    CountDrives(device: device, drives: drives),
                    as: town.ana
                )
                #expect(counted.drives == 2)
            }
        }
    }

    @Test func `a drive counted in two machines is refused with the other's label`() async throws {
        try await Town.with { town in
            let devices = try await town.arrived(2)
            _ = try await town.application.perform(
                CountDrives(device: devices[0], drives: [.init(serial: "A", kind: .ssd)]),
                as: town.ana
            )

            let refusal = await town.refusal(
                CountDrives(device: devices[1], drives: [.init(serial: "a")])
            )

            #expect(refusal?.code == .driveOfOtherDevice)
            #expect(refusal?.facts["device"] == devices[1].text)
        }
    }

    @Test func `grade D does not reach the shelf`() async throws {
        try await Town.with { town in
            let device = try await town.tested()
            _ = try await town.application.perform(
                GradeDevice(device: device, cosmetic: .broken, batteryPercent: 90),
                as: town.ana
            )

            let refusal = await town.refusal(ShelveDevice(device: device))

            #expect(refusal?.code == .gradeNotSellable)
            #expect(refusal?.facts["grade"] == "D")
        }
    }

    @Test func `a machine is not graded before its tests are done`() async throws {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "S", kind: .nvme))
            _ = try await town.application.perform(
                RecordWipe(device: device, method: .nvmeSanitize, result: .success),
                as: town.ana
            )
            try await town.step(device, "start_test")

            let refusal = await town.refusal(GradeDevice(device: device, cosmetic: .lightMarks))

            #expect(refusal?.code == .inspectionIncomplete)
            #expect(refusal?.facts["device"] == device.text)
            #expect(refusal?.next == ["record-tests"])
        }
    }

    @Test func `a test of another kind is refused with the nearest`() async throws {
        try await Town.with { town in
            let device = try await town.tested()

            let refusal = await town.refusal(
                RecordTests(device: device, results: [.init("keybord", .pass)])
            )

            #expect(refusal?.code == .unknownTest)
            #expect(refusal?.next.first == "keyboard")
        }
    }
}
