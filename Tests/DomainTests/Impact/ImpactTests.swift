import Domain
import Testing

@Suite struct ImpactTests {
    @Test func `a type without a factor has no estimate, not zero`() {
        #expect(CarbonFactors.ademe2022.estimate(for: [.laptop: 1, .printer: 1]) == nil)
        #expect(CarbonFactors.ademe2022.estimate(for: [.laptop: 1, .printer: 0])?.kilograms == 108)
        #expect(CarbonFactors.ademe2022.estimate(for: [:])?.kilograms == 0)
    }

    @Test(arguments: [
        (CarbonFactors.ademe2022, "laptop: 3 × 27\u{A0}kg × 4 years"),
        (.impactCO2Making, "laptop: 3 × 182.6\u{A0}kg × 50\u{A0}%"),
    ])
    func `an estimate shows what it is the sum of`(factors: CarbonFactors, term: String) {
        let estimate = factors.estimate(for: [.laptop: 3])

        #expect(estimate?.terms.map { $0.formatted(by: factors.method, in: .en) } == [term])
    }

    @Test func `nothing taken in has no rates`() {
        let counts = FlowCounts(received: 3, returnedToDonor: 3)

        #expect(counts.reuseRate == nil)
        #expect(counts.pending == 0)
    }

    @Test(arguments: [
        (1, 3, "33,3\u{A0}%"), (2, 3, "66,7\u{A0}%"), (3, 3, "100,0\u{A0}%"), (0, 7, "0,0\u{A0}%"),
    ])
    func `a rate is rounded to a tenth of a per cent`(part: Int, whole: Int, text: String) {
        #expect(Share(part, of: whole)?.formatted(in: .fr) == text)
    }

    @Test func `what is returned to the donor was not taken in`() {
        let counts = FlowCounts(received: 12, returnedToDonor: 2, sold: 4, given: 1, recycled: 1)

        #expect(counts.taken == 10)
        #expect(counts.reuseRate?.perMille == 500)
        #expect(counts.pending == 4)
    }
}
