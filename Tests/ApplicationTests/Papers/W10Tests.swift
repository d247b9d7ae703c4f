import Application
import Domain
import Store
import Testing
import TownSupport

/// A donor of forty laptops: thirty sold, six for parts, four recycled (rulebook 7, W10).
@Suite struct W10Tests {
    @Test func `W10: the donor reads what became of forty laptops`() async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(40)
            for (nth, laptop) in laptops.prefix(30).enumerated() {
                let family = EnterApplication.Adult(
                    familyName: "Famille \(nth)",
                    givenName: "Lou",
                    bornOn: try #require(Day(1_980, 1, 1)).adding(days: nth)
                )
                let voucher = try await town.voucher(adults: [family])
                _ = try await town.sell(laptop, on: voucher, cents: 80_00)
            }
            for laptop in laptops[30..<36] {
                try await town.step(laptop, "set_for_parts", reason: "charnière cassée")
            }
            for laptop in laptops[36...] {
                try await town.step(laptop, "set_for_disposal", reason: "carte mère morte")
            }
            try await recycle(Array(laptops[36...]), town)
            let today = try await town.today()
            let first = try #require(Day(2_026, 1, 1))

            let issued = try await town.application.perform(
                IssueDonorReport(donation: 1),
                as: town.ana
            )
            let paper = try text(ofPDF: await town.drawer().pdf(of: issued.document, as: town.ana))
            let lifespan = try await town.application.ask(
                Impact(from: first, to: today),
                as: town.ana
            )
            let displaced = try await town.application.ask(
                Impact(from: first, to: today, method: .displacement),
                as: town.ana
            )

            for mention in [
                "75,0 % (30 / 40)", "15,0 % (6 / 40)", "10,0 % (4 / 40)", "90,4", "67,8",
                "3 240 kg CO₂e",
                "méthode A", "ADEME-2022", "ordinateur portable : 30 × 27 kg × 4 ans",
            ] {
                #expect(paper.contains(mention), "\(mention)")
            }
            #expect(!paper.contains("2 739") && !paper.contains("méthode B"))
            #expect(!paper.contains("Famille") && !paper.contains("Lou"))
            #expect(lifespan.carbon?.kilograms == 3_240)
            #expect(displaced.carbon?.kilograms == 2_739)
            #expect(
                displaced.carbon?.terms
                    == [CarbonTerm(kind: .laptop, units: 30, grams: 182_600, weight: 50)]
            )
        }
    }

    private func recycle(_ laptops: [DeviceReference], _ town: Town) async throws {
        let prepared = try await town.application.perform(
            PrepareShipment(
                route: .recycler,
                stream: "ordinateurs portables",
                wasteCode: "16 02 14",
                carrier: "Vasseur",
                destination: "Recyclage du Nord"
            ),
            as: town.ana
        )
        _ = try await town.application.perform(
            Ship(shipment: prepared.shipment, slip: "BSD-10"),
            as: town.ana
        )
        _ = try await town.application.perform(
            DisposeDevices(devices: laptops, shipment: prepared.shipment),
            as: town.ana
        )
    }
}
