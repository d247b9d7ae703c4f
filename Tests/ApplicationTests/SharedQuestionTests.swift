import Application
import Domain
import FoundationEssentials
import Store
import Testing
import TownSupport

/// Questions that travel with others' on one connection, beside the same on a connection of their own.
@Suite struct SharedQuestionTests {
    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test func `the answer is the same on either way`() async throws {
        try await Town.with { town in
            let device = try await town.shelved("NV-7")
            var list = ListDevices()
            list.kind = .laptop

            try await expectSame(LookUpDevice(device: device), town)
            try await expectSame(ShowDevice(device: device), town)
            try await expectSame(DeviceHistory(device: device), town)
            try await expectSame(list, town)
        }
    }

    private func expectSame(_ question: some SharedQuestion, _ town: Town) async throws {
        let shared = try json(try await town.application.ask(question, as: town.ana))
        let leased = try json(try await town.crowded(2).ask(question, as: town.ana))

        #expect(shared == leased)
        #expect(shared.count > 50)
    }

    @Test func `who may not is told so, and who is nobody as well`() async throws {
        try await Town.with { town in
            let device = try await town.arrived(1)[0]
            let question = ShowDevice(device: device)

            let forbidden = await #expect(throws: Failure.self) {
                _ = try await town.application.ask(question, as: town.bea)
            }
            let nobody = await #expect(throws: Failure.self) {
                _ = try await town.application.ask(
                    question,
                    as: Speaker(organisation: 1, person: 999)
                )
            }
            let elsewhere = await #expect(throws: Failure.self) {
                _ = try await town.application.ask(
                    question,
                    as: Speaker(organisation: 2, person: 1)
                )
            }

            guard case .forbidden = forbidden, case .unauthenticated = nobody,
                case .unauthenticated = elsewhere
            else {
                Issue.record("\(String(describing: (forbidden, nobody, elsewhere)))")
                return
            }
        }
    }
}
