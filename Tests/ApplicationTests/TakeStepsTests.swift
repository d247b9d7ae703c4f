import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

@Suite struct TakeStepsTests {
    @Test func `when strict, one that cannot refuses all and is named`() async throws {
        try await Town.with { town in
            let devices = try await town.arrived(3)
            try await town.step(devices[1], "triage")

            let refusal = await town.refusal(TakeSteps(devices: devices, step: "triage"))

            #expect(refusal?.code == .stepNotOnMap)
            #expect(refusal?.facts["device"] == devices[1].text)
            #expect(refusal?.facts["from"] == "triaged")
            #expect(refusal?.next.contains("send_to_wipe") == true)
            #expect(try await town.step(devices[0], "triage") == "triaged")
        }
    }

    @Test func `otherwise those that can move, and the others come back with the reason`()
        async throws
    {
        try await Town.with { town in
            let devices = try await town.arrived(3)
            try await town.step(devices[1], "triage")
            let unknown = DeviceReference(number: 999_999)

            let outcome = try await town.application.perform(
                TakeSteps(devices: devices + [unknown], step: "triage", strict: false),
                as: town.ana
            )

            #expect(outcome.moved.map(\.device) == [devices[0].text, devices[2].text])
            #expect(outcome.left.map(\.device) == [devices[1].text, unknown.text])
            #expect(outcome.left.map(\.refusal) == ["step_not_on_map", "unknown_device"])
            #expect(outcome.left[1].en.contains(unknown.text))
        }
    }

    @Test func `a step that needs a reason is refused without`() async throws {
        try await Town.with { town in
            let device = try await town.arrived()[0]

            let refusal = await town.refusal(TakeStep(device: device, step: "quarantine"))

            #expect(refusal?.code == .reasonMissing)
            #expect(
                refusal?.sentence(in: .en)
                    == "\"quarantine\" needs a reason. Say why in one sentence."
            )
        }
    }

    @Test func `a step with evidence of its own is refused with what it needs`() async throws {
        try await Town.with { town in
            let device = try await town.tested()

            let refusal = await town.refusal(TakeStep(device: device, step: "grade"))

            #expect(refusal?.code == .evidenceMissing)
            #expect(refusal?.facts["evidence"] == "grade")
        }
    }

    @Test func `ten thousand machines take a step in one command`() async throws {
        try await Town.with { town in
            let devices = try await town.arrived(10_000)
            let clock = ContinuousClock()

            var moved = 0
            let elapsed = try await clock.measure {
                moved = try await town.application.perform(
                    TakeSteps(devices: devices, step: "triage"),
                    as: town.ana
                ).moved.count
            }

            #expect(moved == 10_000)
            #expect(elapsed < .seconds(30))
            print("10,000 steps in \(elapsed)")
        }
    }
}
