import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct PeopleTests {
    @Test func `an administrator adds a person and gives and ends a role`() async throws {
        try await Town.with { town in
            let added = try await town.application.perform(
                AddPerson(login: "eve", fullName: "Ève Morel"),
                as: town.dan
            )
            _ = try await town.application.perform(
                GrantRole(login: "eve", role: .shop),
                as: town.dan
            )
            let twice = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    GrantRole(login: "eve", role: .shop),
                    as: town.dan
                )
            }
            let held = try await town.application.ask(ListPeople(), as: town.dan)
            _ = try await town.application.perform(EndRole(login: "eve", role: .shop), as: town.dan)
            let ended = try await town.application.ask(ListPeople(), as: town.dan)

            #expect(added.login == "eve")
            #expect(twice?.refusal?.code == .roleAlreadyHeld)
            #expect(held.rows.last?.roles == ["shop"])
            #expect(ended.rows.last?.roles == [])
        }
    }

    @Test func `nobody grants to himself`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    GrantRole(login: "dan", role: .socialApprover),
                    as: town.dan
                )
            }

            #expect(failure?.refusal?.code == .needsOtherPerson)
        }
    }

    @Test func `a login is taken once`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    AddPerson(login: "ana", fullName: "Ana Autre"),
                    as: town.dan
                )
            }

            #expect(failure?.refusal?.code == .loginTaken)
            #expect(failure?.refusal?.facts["login"] == "ana")
        }
    }
}
