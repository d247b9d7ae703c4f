import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

/// What may hold data never goes from one machine into another as a part, and is never said to be absent.
@Suite struct DrivesAreNoPartsTests {
    static let storage = [
        "ssd", "HDD", "disque dur", "Disque  dur 500 Go", "storage", "drive", "nvme", "eMMC",
        "sshd",
        "hard_drive", "Hard-Disk", "lecteur SSD", "SSD256", "clé USB", "carte micro-SD", "DD",
        "support de stockage", "storage_medium", "mobile_storage", "Festplatte", "disco duro",
        "HD 500 Go", "carte mère avec SSD", "SSD + câble",
    ]

    static let parts = [
        "memory", "battery", "câble SSD", "SSD cable", "vis SSD M.2", "caddy HDD", "drive bay",
        "hard drive caddy", "nappe disque dur", "support SSD", "lecteur DVD", "optical drive",
        "motherboard", "webcam HD", "écran Full HD", "lecteur de carte SD", "chargeur 65 W",
    ]

    @Test func `a drive is no part, told apart or counted, whatever it is called`() async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]
            for word in Self.storage {
                let told = await town.refusal(AddComponent(device: device, kind: word))
                let counted = await town.refusal(CountPart(part: word, onHand: 2))

                #expect(told?.code == .storageIsNoPart, "\(word)")
                #expect(counted?.code == .storageIsNoPart, "\(word)")
                #expect(told?.sentence(in: .en).contains("count-drives") == true)
            }
        }
    }

    @Test func `what belongs to drives, and what sounds like them, is a part`() async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]
            for word in Self.parts {
                let told = await town.refusal(AddComponent(device: device, kind: word))
                let counted = await town.refusal(CountPart(part: word, onHand: 2))

                #expect(told == nil, "\(word)")
                #expect(counted == nil, "\(word)")
            }
        }
    }

    @Test func `a part with the serial number of a drive of ours is that drive`() async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]
            let early = try await town.application.perform(
                AddComponent(device: device, kind: "board", serial: "WD-77"),
                as: town.ana
            )
            try await town.step(device, "triage")
            _ = try await town.application.perform(
                CountDrives(device: device, drives: [CountedDrive(serial: "WD 78", kind: .hdd)]),
                as: town.ana
            )

            let refusal = await town.refusal(
                AddComponent(device: device, kind: "metal box", serial: "wd78")
            )
            let other = await town.refusal(
                AddComponent(device: device, kind: "metal box", serial: "wd79")
            )

            #expect(early.component > 0)
            #expect(refusal?.code == .storageIsNoPart)
            #expect(refusal?.facts["part"] == "metal box, wd78")
            #expect(other == nil)
        }
    }

    @Test(arguments: [DeviceType.tablet, .smartphone, .storageMedium])
    func `what is storage itself is never without a drive`(kind: DeviceType) async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]
            try await town.describe(device, as: kind)

            let none = await town.refusal(CountDrives(device: device, drives: []))
            let one = try await town.application.perform(
                CountDrives(device: device, drives: [CountedDrive(serial: "X1")]),
                as: town.ana
            )

            #expect(none?.code == .storageHoldsADrive)
            #expect(none?.facts["device"] == device.text)
            #expect(one.drives == 1)
        }
    }

    @Test func `a machine without drives does not become a tablet`() async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]
            _ = try await town.application.perform(
                CountDrives(device: device, drives: []),
                as: town.ana
            )
            var asTablet = DescribeDevice(device: device)
            asTablet.kind = .tablet

            #expect(await town.refusal(asTablet)?.code == .storageHoldsADrive)
        }
    }

    @Test(arguments: [DeviceType.laptop, .server, .monitor, .mfp, .miniPc])
    func `other kinds may hold none`(kind: DeviceType) async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]
            try await town.describe(device, as: kind)

            #expect(await town.refusal(CountDrives(device: device, drives: [])) == nil)
        }
    }
}

extension Town {
    fileprivate func describe(_ device: DeviceReference, as kind: DeviceType) async throws {
        var told = DescribeDevice(device: device)
        told.kind = kind
        _ = try await application.perform(told, as: ana)
    }
}
