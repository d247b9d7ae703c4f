import Domain
import Testing

/// Of 40 laptops, 30 are sold, 6 become parts, 4 are recycled.
@Suite struct W10ImpactOfFortyLaptops {
    let counts = FlowCounts(received: 40, sold: 30, forParts: 6, recycled: 4)

    @Test func `three quarters are used again`() {
        #expect(counts.reuseRate?.formatted(in: .en) == "75.0%")
        #expect(counts.partsRate?.formatted(in: .en) == "15.0%")
        #expect(counts.recyclingRate?.formatted(in: .en) == "10.0%")
        #expect(counts.pending == 0)
    }

    @Test func `90.4 kilograms came in, 67.8 are used again`() throws {
        let weight = try #require(DeviceType.laptop.defaultWeight)

        #expect((weight * counts.taken).formatted(in: .en) == "90.4\u{A0}kg")
        #expect((weight * counts.reused).formatted(in: .en) == "67.8\u{A0}kg")
    }

    @Test func `method A avoids 3,240 kilograms, method B 2,739, each with its source`() {
        let byYear = CarbonFactors.ademe2022.estimate(for: [.laptop: counts.reused])
        let byMaking = CarbonFactors.impactCO2Making.estimate(for: [.laptop: counts.reused])

        #expect(byYear?.kilograms == 3_240)
        #expect(byMaking?.kilograms == 2_739)
        #expect([byYear?.method, byMaking?.method] == [.yearly, .displacement])
        #expect(byYear?.source != byMaking?.source)
    }
}
