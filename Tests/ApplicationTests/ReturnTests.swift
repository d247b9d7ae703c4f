import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

@Suite struct ReturnTests {
    @Test func `a machine that comes back has lost every proof`() async throws {
        try await Town.with { town in
            let device = try await town.shelved("NV-1")
            _ = try await town.application.perform(
                PlaceDevice(
                    device: device,
                    kind: .loan,
                    taker: "Salon de thé des aînés",
                    agreement: "convention 2026-4"
                ),
                as: town.ana
            )
            _ = try await town.application.perform(EndPlacement(device: device), as: town.ana)
            try await town.step(device, "triage")

            let test = await town.refusal(TakeStep(device: device, step: "start_test"))
            let donor = await town.refusal(
                TakeStep(device: device, step: "return_to_donor", reason: "plus utile")
            )
            let counted = try await town.application.perform(
                CountDrives(device: device, drives: [.init(serial: "NV-1")]),
                as: town.ana
            )
            let still = await town.refusal(TakeStep(device: device, step: "start_test"))
            let wiped = try await town.application.perform(
                RecordWipe(device: device, method: .nvmeSanitize, result: .success),
                as: town.ana
            )
            let page = try await town.application.ask(ShowDevice(device: device), as: town.ana)

            #expect(test?.code == .drivesNotCounted)
            #expect(donor?.code == .returnNeedsDonorDrive)
            #expect(counted.drives == 1)
            #expect(still?.code == .driveNotCleared)
            #expect(still?.facts["drive"] == "1 (NV-1)")
            #expect(wiped.attempt == 1)
            #expect(wiped.state == "wiped")
            #expect(page.stays.map(\.by) == ["return", "donation"])
            #expect(page.drives[0].wipes.count == 1)
        }
    }
}
