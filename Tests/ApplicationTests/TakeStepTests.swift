import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

@Suite struct TakeStepTests {
    @Test func `a device nobody knows is refused by its name`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    TakeStep(device: DeviceReference("M-0000-1"), step: "triage"),
                    as: town.ana
                )
            }

            guard case .refused(let refusal) = failure else {
                Issue.record("not a refusal: \(String(describing: failure))")
                return
            }
            #expect(refusal.code == .unknownDevice)
        }
    }

    @Test func `for a step nobody knows those are told that are possible`() async throws {
        try await Town.with { town in
            let device = try await town.shelved()

            let refusal = try #require(
                await town.refusal(TakeStep(device: device, step: "refurbish"))
            )
            let possible = try town.application.map.steps(from: "in_stock").map(\.name.rawValue)

            #expect(refusal.code == .unknownStep)
            #expect(refusal.facts["allowed"] == possible.joined(separator: ", "))
            #expect(refusal.facts["allowed"]?.contains("receive") == false)
        }
    }
}
