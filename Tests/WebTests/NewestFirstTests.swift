import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// Where somebody looks for today's work, the newest stands first.
@Suite(.serialized) struct NewestFirstTests {
    @Test func `the newest of a thousand gifts is offered first`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let first = try await town.town.donation()
            let newest = try await town.giftsMore(1_004, like: first)

            let arrived = try await town.get("/bench/arrived", cookie: ana).text
            let list = try await town.get("/donations?status=received", cookie: ana).text
            let next = try #require(
                list.firstMatch(of: /<p class="after"><a class="button" href="([^"]*)"/)
            )
            let older = try await town.get(
                String(next.1).replacing("&amp;", with: "&"),
                cookie: ana
            ).text
            let donor = try await town.get(
                "/donors/\(try await town.donor(of: first))",
                cookie: ana
            ).text

            #expect(arrived.contains("<option value=\"\(newest)\" selected>"))
            let options = arrived.matches(of: /<option value="(\d+)"/).map { Int64($0.1) ?? 0 }
            #expect(options.first == newest)
            #expect(list.gifts.first == newest)
            #expect(list.gifts == list.gifts.sorted(by: >))
            #expect(next.1.contains("status=received"))
            #expect(older.gifts.first == newest - 200)
            #expect(donor.gifts.first == newest)
        }
    }

    @Test func `the program still reads gifts from the first on`() async throws {
        try await WebTown.with { town in
            let first = try await town.town.donation()
            _ = try await town.giftsMore(3, like: first)

            let upward = try await town.asked("{}")
            let downward = try await town.asked(#"{"newest_first":true,"after":\#(first + 3)}"#)

            #expect(upward == [first, first + 1, first + 2, first + 3])
            #expect(downward == [first + 2, first + 1, first])
        }
    }

    @Test func `the page of a donor of many gifts counts what came with the oldest`() async throws {
        try await WebTown.with { town in
            _ = try await town.town.arrived()
            let gift = try #require(
                try await town.town.application.ask(ListDonations(), as: town.town.ana).first
            )
            _ = try await town.giftsMore(205, like: gift.donation)
            let made = try await town.town.application.perform(
                MakeDonorLink(donor: gift.donor),
                as: town.town.ana
            )

            let page = try await town.get("/gifts/\(made.secret)").text

            #expect(page.contains("<li class=\"card\"><strong>1</strong>"))
            #expect(!page.contains("encore arrivé à l"))
        }
    }
}

extension WebTown {
    /// Gifts like another one; the number of the last.
    fileprivate func giftsMore(_ count: Int, like gift: Int64) async throws -> Int64 {
        try await town.makeTimePass(
            """
            INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class, status, received_on)
            SELECT g.org_id, g.donor_id, g.donor_kind, g.origin_regime, g.origin_class, g.status, g.received_on
              FROM core.donation AS g, generate_series(1, \(count)) WHERE g.donation_id = \(gift);
            """
        )
        let last = try await town.column("SELECT max(donation_id)::text FROM core.donation")
        return Int64(last.first ?? "") ?? 0
    }

    /// The numbers of the gifts that the program is told.
    fileprivate func asked(_ json: String) async throws -> [Int64] {
        let bytes = try await town.application.ask(
            named: "list-donations",
            Array(json.utf8),
            as: town.ana
        )
        return JSONValue(bytes: bytes).elements.compactMap { Int64($0["donation"].text) }
    }

    fileprivate func donor(of gift: Int64) async throws -> Int64 {
        try await town.application.ask(ShowDonation(donation: gift), as: town.ana).donation.donor
    }
}

extension String {
    /// The numbers of the gifts that a page leads to, in its order.
    fileprivate var gifts: [Int64] {
        matches(of: /href="\/donations\/(\d+)"/).compactMap { Int64($0.1) }
    }
}
