import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

@Suite struct BenchCommandTests {
    @Test func `a place is found by its name, and an unknown one by the nearest`() async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]
            _ = try await town.application.perform(AddSite(site: "Moulin"), as: town.ana)
            _ = try await town.application.perform(
                AddPlace(place: "Atelier", site: "moulin"),
                as: town.ana
            )
            _ = try await town.application.perform(
                AddPlace(place: "Coffre", within: "Atelier", locked: true),
                as: town.ana
            )

            let moved = try await town.application.perform(
                MoveDevice(device: device, place: "coffre"),
                as: town.ana
            )
            let unknown = await town.refusal(MoveDevice(device: device, place: "Cofre"))
            let twice = await town.refusal(AddPlace(place: "Atelier", site: "Moulin"))
            let noSite = await town.refusal(AddPlace(place: "X", site: "Mulin"))

            #expect(moved.place == "Moulin / Atelier / Coffre")
            #expect(unknown?.code == .placeUnknown)
            #expect(unknown?.facts["nearest"]?.hasPrefix("Moulin / Atelier / Coffre") == true)
            #expect(twice?.code == .nameTaken)
            #expect(noSite?.facts["nearest"] == "Moulin")
        }
    }

    @Test func `a flag takes a machine off the shelf and keeps it off`() async throws {
        try await Town.with { town in
            let device = try await town.shelved()

            let raised = try await town.application.perform(
                RaiseFlag(device: device, flag: .recall, note: "batterie"),
                as: town.ana
            )
            try await town.step(device, "retest")
            _ = try await town.application.perform(
                GradeDevice(device: device, cosmetic: .lightMarks, batteryPercent: 90),
                as: town.ana
            )
            let refusal = await town.refusal(ShelveDevice(device: device))
            _ = try await town.application.perform(
                LiftFlag(device: device, flag: .recall, reason: "changée"),
                as: town.ana
            )
            let again = await town.refusal(
                LiftFlag(device: device, flag: .recall, reason: "changée")
            )
            let shelved = try await town.application.perform(
                ShelveDevice(device: device),
                as: town.ana
            )

            #expect(raised.state == "refurbishing")
            #expect(raised.withdrawn)
            #expect(refusal?.code == .blockedByFlag)
            #expect(refusal?.sentence(in: .en).contains("maker's recall") == true)
            #expect(again?.code == .flagNotUp)
            #expect(shelved.state == "in_stock")
        }
    }

    @Test func `a machine found again starts over without any proof`() async throws {
        try await Town.with { town in
            let device = try await town.shelved()
            let early = await town.refusal(FindDevice(device: device))
            try await town.step(device, "report_missing", reason: "vol")

            let found = try await town.application.perform(
                FindDevice(device: device, note: "gendarmerie"),
                as: town.ana
            )
            let refusal = await town.refusal(TakeStep(device: device, step: "start_test"))

            #expect(early?.code == .notMissing)
            #expect(found.state == "triaged")
            #expect(refusal?.code == .drivesNotCounted)
        }
    }

    @Test func `two machines with one serial number raise a doubt that is decided once`()
        async throws
    {
        try await Town.with { town in
            let devices = try await town.arrived(2)
            for device in devices {
                var description = DescribeDevice(device: device)
                description.serial = "SN-1"
                _ = try await town.application.perform(description, as: town.ana)
            }
            let doubts = try await town.application.ask(ListDoubts(), as: town.ana).rows
            let doubt = try #require(doubts.first?.doubt)

            let same = try await town.application.perform(
                DecideDoubt(doubt: doubt, decision: .same),
                as: town.ana
            )
            let twice = await town.refusal(DecideDoubt(doubt: doubt, decision: .different))
            let gone = try await town.application.ask(ShowDevice(device: devices[1]), as: town.ana)

            #expect(doubts.map(\.other) == [devices[0].text])
            #expect(same.device == devices[0].text)
            #expect(gone.state.word == "merged")
            #expect(gone.merges.map(\.into) == [devices[0].text])
            #expect(twice?.code == .doubtAlreadyDecided)
        }
    }

    @Test func `a part goes from one machine to another in one command`() async throws {
        try await Town.with { town in
            let giver = try await town.tested("A")
            let taker = try await town.tested("B")
            let part = try await town.application.perform(
                AddComponent(device: giver, kind: "memory", condition: .working),
                as: town.ana
            ).component

            let early = await town.refusal(TransplantComponent(component: part, device: taker))
            try await town.step(taker, "repair")
            let moved = try await town.application.perform(
                TransplantComponent(component: part, device: taker),
                as: town.ana
            )

            #expect(early?.code == .notBeingRefurbished)
            #expect(early?.facts["device"] == taker.text)
            #expect(moved.from == giver.text)
            #expect(moved.to == taker.text)
        }
    }

    @Test func `counted parts never go below nothing`() async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]
            _ = try await town.application.perform(
                CountPart(part: "chargeur 65 W", onHand: 2),
                as: town.ana
            )

            let left = try await town.application.perform(
                UsePart(part: "chargeur 65 W", device: device),
                as: town.ana
            )
            let tooMany = await town.refusal(
                UsePart(part: "chargeur 65 W", device: device, quantity: 2)
            )
            let unknown = await town.refusal(UsePart(part: "chargeur 56 W", device: device))

            #expect(left.onHand == 1)
            #expect(tooMany?.code == .partsCannotBeNegative)
            #expect(tooMany?.facts["on_hand"] == "1")
            #expect(unknown?.facts["nearest"] == "chargeur 65 W")
        }
    }

    @Test func `a machine is recycled with a shipment that left, never before`() async throws {
        try await Town.with { town in
            let device = try await town.tested()
            try await town.step(device, "set_for_disposal", reason: "carte mère morte")
            let shipment = try await town.application.perform(
                PrepareShipment(
                    route: .recycler,
                    stream: "PAM",
                    carrier: "Vélo Cargo",
                    destination: "Recycleur"
                ),
                as: town.ana
            ).shipment

            let early = await town.refusal(DisposeDevices(devices: [device], shipment: shipment))
            _ = try await town.application.perform(
                Ship(shipment: shipment, slip: "BSD-1"),
                as: town.ana
            )
            let disposed = try await town.application.perform(
                DisposeDevices(devices: [device], shipment: shipment),
                as: town.ana
            )
            let twice = await town.refusal(DisposeDevices(devices: [device], shipment: shipment))
            let again = await town.refusal(Ship(shipment: shipment, slip: "BSD-2"))

            #expect(early?.code == .shipmentNotShipped)
            #expect(disposed.disposed == 1)
            #expect(twice?.code == .stepNotOnMap)
            #expect(twice?.facts["device"] == device.text)
            #expect(again?.facts["slip"] == "BSD-1")
        }
    }

    @Test func `drives to be destroyed leave with a shipment, under seal until then`() async throws
    {
        try await Town.with { town in
            let device = try await town.atWiping(CountedDrive(serial: "D-1", kind: .hdd))
            _ = try await town.application.perform(AddSite(site: "Moulin"), as: town.ana)
            _ = try await town.application.perform(
                AddPlace(place: "Couloir", site: "Moulin"),
                as: town.ana
            )
            let drive = DriveReference("D-1")
            let shipment = try await town.application.perform(
                PrepareShipment(
                    route: .mediaDestruction,
                    stream: "supports",
                    carrier: "Vélo Cargo",
                    destination: "Broyeur"
                ),
                as: town.ana
            ).shipment

            let early = await town.refusal(HandOverDrives(drives: [drive], shipment: shipment))
            let removed = try await town.application.perform(
                RemoveDrive(device: device, destination: .destruction),
                as: town.ana
            )
            let open = await town.refusal(
                NoteCustody(drive: drive, act: .moved, place: "Couloir")
            )
            let sealed = try await town.application.perform(
                NoteCustody(drive: drive, act: .sealed, seal: "S-9"),
                as: town.ana
            )
            let handed = try await town.application.perform(
                HandOverDrives(drives: [drive], shipment: shipment),
                as: town.ana
            )

            #expect(early?.code == .driveNotAwaitingDestruction)
            #expect(early?.facts["drive"] == "D-1")
            #expect(removed.state == "wiped")
            #expect(open?.code == .placeNotLocked)
            #expect(sealed.nth == 3)
            #expect(handed.drives == 1)
        }
    }
}
