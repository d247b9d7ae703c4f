import Application
import Domain
import Store
import Testing
import TownSupport

/// What has to be written of what leaves the house.
@Suite(.serialized) struct ShipmentRulesTests {
    private func preparing(
        _ code: String? = nil,
        stream: String = "écrans",
        carrier: String = "Vasseur",
        destination: String = "Recyclage du Nord"
    ) -> PrepareShipment {
        PrepareShipment(
            route: .recycler,
            stream: stream,
            wasteCode: code,
            carrier: carrier,
            destination: destination
        )
    }

    private func isUnreadable<C: Command>(_ command: C, _ town: Town) async -> Bool {
        do {
            _ = try await town.application.perform(command, as: town.ana)
            return false
        } catch .unreadable {
            return true
        } catch {
            return false
        }
    }

    @Test func `a shipment has a stream, a carrier, a destination and a code that is one`()
        async throws
    {
        try await Town.with { town in
            for blank in [
                preparing(stream: " "), preparing(carrier: ""), preparing(destination: "\u{A0}"),
                preparing("HELLO"), preparing("16 02 1"),
            ] {
                #expect(await isUnreadable(blank, town), "\(blank)")
            }
            for code in ["160213*", "16 02 14", "", nil] {
                _ = try await town.application.perform(preparing(code), as: town.ana)
            }
            let listed = try await town.application.ask(ListShipments(), as: town.ana)

            #expect(listed.rows.map(\.wasteCode) == [nil, nil, "16 02 14", "16 02 13*"])
        }
    }

    @Test func `no shipment leaves under an empty slip`() async throws {
        try await Town.with { town in
            let number = try await town.application.perform(preparing(), as: town.ana).shipment

            #expect(await isUnreadable(Ship(shipment: number, slip: ""), town))
            #expect(await isUnreadable(Ship(shipment: number, slip: "  "), town))
            let disposing = await town.refusal(DisposeDevices(devices: [], shipment: number))

            #expect(disposing?.code == .shipmentNotShipped)
        }
    }

    @Test func `the destination has it between the day it left and today`() async throws {
        try await Town.with { town in
            let number = try await town.application.perform(preparing(), as: town.ana).shipment
            _ = try await town.application.perform(
                Ship(shipment: number, slip: "BSD-7"),
                as: town.ana
            )
            let today = try await town.today()
            let acknowledging = { AcknowledgeShipment(shipment: number, on: $0) }

            let before = await town.refusal(acknowledging(today.adding(days: -1)))
            let later = await town.refusal(acknowledging(today.adding(days: 1)))
            let known = try await town.application.perform(acknowledging(today), as: town.ana)

            #expect(before?.code == .backDated)
            #expect(before?.sentence(in: .fr).contains("n'est parti que le") == true)
            #expect(later?.code == .backDated)
            #expect(known.acknowledgedOn == today)
        }
    }

    @Test func `a placement has a taker, an agreement and an end to come`() async throws {
        try await Town.atTheCounter { town in
            let device = try await town.onTheShelf()[0]
            let today = try await town.today()
            let placing = { (taker: String, agreement: String, until: Day?) in
                PlaceDevice(
                    device: device,
                    kind: .loan,
                    taker: taker,
                    agreement: agreement,
                    until: until
                )
            }

            #expect(await isUnreadable(placing("", "convention 4", nil), town))
            #expect(await isUnreadable(placing("École", " ", nil), town))
            let past = await town.refusal(placing("École", "convention 4", today.adding(days: -1)))
            _ = try await town.application.perform(
                placing("École", "convention 4", today),
                as: town.ana
            )

            #expect(past?.code == .backDated)
        }
    }
}
