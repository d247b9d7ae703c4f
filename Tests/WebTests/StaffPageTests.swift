import Testing
import TownSupport

@testable import Web

@Suite struct StaffPageTests {
    @Test func `one action stands out on the card of each person, the others are quiet`()
        async throws
    {
        try await WebTown.with { town in
            let dan = try await town.signIn("dan")

            let page = try await town.get("/staff", cookie: dan)

            let cards = page.text.split(separator: "<article").dropFirst()
                .compactMap { $0.split(separator: "</article>").first }
            let loud = cards.map { card in
                card.matches(of: /<button>([^<]*)<\/button>/).map { String($0.1) }
            }
            #expect(cards.count > 1)
            #expect(loud.allSatisfy { $0 == ["Donner"] }, "\(loud)")
        }
    }
}
