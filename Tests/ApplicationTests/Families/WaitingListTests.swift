import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct WaitingListTests {
    @Test func `families wait in an order that is data, and each place is explained`() async throws
    {
        try await Town.atTheCounter { town in
            let (alone, _) = try await town.approved()
            let (pupils, _) = try await town.approved(persons: 3, children: 2, adults: [.max])
            let join = { @Sendable (number: Int64) async throws in
                try await town.application.perform(
                    JoinWaitingList(application: number, kind: .laptop),
                    as: town.bea
                )
            }

            let first = try await join(alone)
            let second = try await join(pupils)
            let list = try await town.application.ask(WaitingList(kind: .laptop), as: town.bea)
            _ = try await town.application.perform(
                PublishWaitingOrder(order: "PATIENCE", criteria: [.longestWait]),
                as: town.dan
            )
            let patient = try await town.application.ask(WaitingList(kind: .laptop), as: town.bea)

            #expect(first.rank == 1)
            #expect(second.rank == 1)
            #expect(second.waiting == 2)
            #expect(list.order == "WAIT-2026-1")
            #expect(list.rows.map(\.application) == [pupils, alone])
            #expect(list.rows[0].explanation.fr.contains("enfants scolarisés : 2"))
            #expect(patient.order == "PATIENCE")
            #expect(patient.rows.map(\.application) == [alone, pupils])
        }
    }

    @Test func `a sale takes the family off the list, and who gives up leaves it`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let (served, voucher) = try await town.approved()
            let (tired, _) = try await town.approved(adults: [.max])
            for number in [served, tired] {
                _ = try await town.application.perform(
                    JoinWaitingList(application: number, kind: .laptop),
                    as: town.bea
                )
            }

            _ = try await town.sell(laptop, on: voucher, cents: 80_00)
            let leaving = LeaveWaitingList(application: tired, kind: .laptop)
            _ = try await town.application.perform(leaving, as: town.bea)
            let twice = await #expect(throws: Failure.self) {
                try await town.application.perform(leaving, as: town.bea)
            }
            let list = try await town.application.ask(WaitingList(kind: .laptop), as: town.bea)

            #expect(list.rows == [])
            #expect(twice?.refusal?.code == .notWaiting)
        }
    }

    @Test func `only the approved wait, for what their voucher buys, and once`() async throws {
        try await Town.atTheCounter { town in
            let open = try await town.application(adults: [.max])
            let (number, _) = try await town.approved()
            let joining = JoinWaitingList(application: number, kind: .laptop)
            let code = { @Sendable (command: JoinWaitingList) async -> Refusal.Code? in
                do throws(Failure) {
                    _ = try await town.application.perform(command, as: town.bea)
                    return nil
                } catch {
                    return error.refusal?.code
                }
            }

            #expect(
                await code(JoinWaitingList(application: open, kind: .laptop))
                    == .applicationNotApproved
            )
            #expect(
                await code(JoinWaitingList(application: number, kind: .tablet)) == .kindNotAllowed
            )
            #expect(await code(joining) == nil)
            #expect(await code(joining) == .waitingAlready)
        }
    }
}
