import Domain
import Testing

@Suite struct WaitingOrderTests {
    static func applicant(
        _ number: Int64,
        children: Int = 0,
        hasDevice: Bool = false,
        bracket: Int = 1
    ) -> WaitingOrder.Applicant {
        WaitingOrder.Applicant(
            application: number,
            since: Day(number: 20_000 + Int(number)),
            arrival: number,
            household: Household(persons: children + 1, childrenInEducation: children),
            hasDevice: hasDevice,
            bracket: Bracket(bracket)
        )
    }

    static let families = [
        applicant(1, hasDevice: true), applicant(2), applicant(3, children: 2),
        applicant(4, children: 2), applicant(5, children: 3, hasDevice: true),
        applicant(6, bracket: 5),
    ]

    @Test func `who has nothing comes first, then pupils, then patience`() {
        let places = WaitingOrder.moulin2026.places(of: Self.families)

        #expect(places.map(\.applicant.application) == [3, 4, 2, 6, 5, 1])
        #expect(places.map(\.rank) == [1, 2, 3, 4, 5, 6])
        #expect(
            places[0].explanation.en.hasPrefix(
                "has no device yet; children in education: 2; waiting since "
            )
        )
    }

    @Test(arguments: [
        WaitingOrder.moulin2026, WaitingOrder(version: "x", criteria: []),
        WaitingOrder(version: "y", criteria: [.lowestBracket, .householdSize]),
    ])
    func `the order of asking says nothing, and who joins changes nobody's order`(
        order: WaitingOrder
    ) {
        let all = order.places(of: Self.families).map(\.applicant.application)

        #expect(order.places(of: Self.families.reversed()).map(\.applicant.application) == all)
        for leaving in Self.families {
            let rest = Self.families.filter { $0 != leaving }
            let order = order.places(of: rest).map(\.applicant.application)
            #expect(order == all.filter { $0 != leaving.application })
        }
    }

    @Test func `without any criterion the longest wait decides`() {
        let order = WaitingOrder(version: "x", criteria: [])

        #expect(order.places(of: Self.families).map(\.applicant.application) == [1, 2, 3, 4, 5, 6])
    }
}
