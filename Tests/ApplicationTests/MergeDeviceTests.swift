import Application
import Domain
import Store
import Testing
import TownSupport

@Suite struct MergeDeviceTests {
    @Test func `a record goes into another with its identifiers, and its label finds that other`()
        async throws
    {
        try await Town.with { town in
            let (newcomer, elder) = try await town.twins()

            let merged = try await town.merge(newcomer, into: elder)
            try await town.step(newcomer, "triage")
            let gone = try await town.show(newcomer)
            let stays = try await town.show(elder)

            #expect(merged.into == elder.text)
            #expect(gone.state.word == "merged")
            #expect(try await town.look(newcomer).device == elder.text)
            #expect(gone.stays.count == 1)
            #expect(stays.state.word == "triaged")
            #expect(stays.sheet.model == "Latitude 7490")
            #expect(Set(stays.identifiers.map(\.value)) == ["OLD-1", "NEW-1"])
            #expect(stays.merges.map(\.device) == [newcomer.text])
            #expect(try await town.audit().findings == [])
        }
    }

    @Test func `a split gives back what the merge had brought`() async throws {
        try await Town.with { town in
            let (newcomer, elder) = try await town.twins()
            _ = try await town.merge(newcomer, into: elder)

            let split = try await town.application.perform(
                SplitDevice(device: newcomer, reason: "deux machines"),
                as: town.ana
            )
            let parted = try await town.show(newcomer)
            let stays = try await town.show(elder)
            let twice = await town.refusal(SplitDevice(device: newcomer, reason: "encore"))

            #expect(split.from == elder.text)
            #expect(split.state == "received")
            #expect(try await town.look(newcomer).device == newcomer.text)
            #expect(parted.identifiers.map(\.value) == ["NEW-1"])
            #expect(stays.identifiers.map(\.value) == ["OLD-1"])
            #expect(stays.sheet.model == nil)
            #expect(stays.merges.map { $0.split == nil } == [false])
            #expect(twice?.code == .notMerged)
            #expect(try await town.audit().findings == [])
        }
    }

    @Test func `a machine with a history goes into no other`() async throws {
        try await Town.with { town in
            let shelved = try await town.shelved("A")
            let tested = try await town.tested("B")

            let refusal = await town.refusal(
                MergeDevice(device: shelved, into: tested, reason: "?")
            )

            #expect(refusal?.code == .mergeNeedsANewcomer)
            #expect(refusal?.facts["state"] == "in_stock")
        }
    }

    @Test func `a drive that was never counted in the one that stays keeps the two apart`()
        async throws
    {
        try await Town.with { town in
            let shelved = try await town.shelved("A")
            let newcomer = try await town.arrived(1)[0]
            try await town.step(newcomer, "triage")
            _ = try await town.application.perform(
                CountDrives(device: newcomer, drives: [CountedDrive(serial: "HIDDEN", kind: .ssd)]),
                as: town.ana
            )

            let refusal = await town.refusal(
                MergeDevice(device: newcomer, into: shelved, reason: "?")
            )

            #expect(refusal?.code == .mergeLeavesDrive)
        }
    }

    @Test func `a blocked record, a survivor and the record itself go nowhere`() async throws {
        try await Town.with { town in
            let devices = try await town.arrived(4)
            _ = try await town.application.perform(
                RaiseFlag(device: devices[0], flag: .ownershipDoubt, note: "volé ?"),
                as: town.ana
            )
            _ = try await town.merge(devices[2], into: devices[1])

            let blocked = await town.refusal(
                MergeDevice(device: devices[0], into: devices[1], reason: "?")
            )
            let survivor = await town.refusal(
                MergeDevice(device: devices[1], into: devices[3], reason: "?")
            )
            let itself = await town.refusal(
                MergeDevice(device: devices[3], into: devices[3], reason: "?")
            )
            let merged = await town.refusal(
                MergeDevice(device: devices[3], into: devices[2], reason: "?")
            )

            #expect(blocked?.code == .mergeWithFlag)
            #expect(survivor?.code == .mergeOfSurvivor)
            #expect(itself?.code == .mergeWithItself)
            #expect(merged?.code == .alreadyMerged)
        }
    }

    @Test func `what has left the house takes no newcomer`() async throws {
        try await Town.with { town in
            let devices = try await town.arrived(2)
            try await town.step(devices[1], "return_to_donor", reason: "rendu")

            let refusal = await town.refusal(
                MergeDevice(device: devices[0], into: devices[1], reason: "?")
            )

            #expect(refusal?.code == .mergeWithDeparted)
        }
    }
}

extension Town {
    /// Two records of one machine: the newcomer knows its model, the elder does not.
    fileprivate func twins() async throws -> (newcomer: DeviceReference, elder: DeviceReference) {
        let devices = try await arrived(2)
        var elder = DescribeDevice(device: devices[0])
        elder.serial = "OLD-1"
        _ = try await application.perform(elder, as: ana)
        var newcomer = DescribeDevice(device: devices[1])
        newcomer.serial = "NEW-1"
        newcomer.model = "Latitude 7490"
        _ = try await application.perform(newcomer, as: ana)
        return (devices[1], devices[0])
    }

    fileprivate func merge(
        _ device: DeviceReference,
        into survivor: DeviceReference
    ) async throws -> MergeDevice.Outcome {
        try await application.perform(
            MergeDevice(device: device, into: survivor, reason: "même machine"),
            as: ana
        )
    }

    fileprivate func look(_ device: DeviceReference) async throws -> ListDevices.Line {
        try await application.ask(LookUpDevice(device: device), as: ana)
    }

    fileprivate func show(_ device: DeviceReference) async throws -> ShowDevice.Answer {
        try await application.ask(ShowDevice(device: device), as: ana)
    }
}
