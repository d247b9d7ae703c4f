import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite(.serialized) struct CounterPageTests {
    @Test func `voucher and machine give a price with its reason, and mixed payments a sale`()
        async throws
    {
        try await WebTown.atTheCounter { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.onTheShelf()[0]
            let voucher = try await town.town.voucher()
            let speaker = town.town.ana
            let quote = try await town.town.application.ask(
                QuotePrice(voucher: voucher, device: device),
                as: speaker
            )
            let path = "/counter?voucher=\(quote.voucher)&device=\(quote.device)"

            let page = try await town.get(path, cookie: ana, headers: ["accept-language": "en"])
            let sold = try await town.send(
                path,
                "sell-device",
                [
                    "voucher": quote.voucher, "device": quote.device,
                    "expected_cents": "\(quote.priceCents)", "payments.0.method": "card",
                    "payments.0.cents:euros!": "10", "payments.1.method": "cash",
                    "payments.1.cents:euros!": Euros.typed(quote.priceCents - 1_000, in: .fr),
                    "payments.2.method": "card", "payments.2.cents:euros!": "",
                ],
                as: ana
            )
            let sale = try await town.get(try #require(sold.location), cookie: ana)

            #expect(page.text.contains("Zoé"))
            #expect(page.text.contains("class=\"price\""))
            #expect(sale.status == .ok)
            #expect(sale.text.contains(quote.device))
        }
    }

    @Test func `a price that changed meanwhile sells nothing and says so on the page`() async throws
    {
        try await WebTown.atTheCounter { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.onTheShelf()[0].text
            let voucher = try await town.town.voucher().text

            let reply = try await town.send(
                "/counter?voucher=\(voucher)&device=\(device)",
                "sell-device",
                [
                    "voucher": voucher, "device": device, "expected_cents": "1",
                    "payments.0.method": "card", "payments.0.cents:euros!": "0,01",
                ],
                as: ana
            )

            #expect(reply.status == .conflict)
            #expect(reply.text.contains("role=\"alert\""))
            #expect(reply.text.contains("class=\"price\""))
        }
    }

    @Test func `the counter is the shop's alone`() async throws {
        try await WebTown.with { town in
            for login in ["bea", "dan"] {
                let cookie = try await town.signIn(login)

                for path in ["/counter", "/counter/returns"] {
                    #expect(try await town.get(path, cookie: cookie).status == .forbidden)
                }
            }
        }
    }

    @Test func `an unknown voucher is told, and no price is shown`() async throws {
        try await WebTown.atTheCounter { town in
            let ana = try await town.signIn("ana")

            let page = try await town.get("/counter?voucher=V-0000-0000-00", cookie: ana)

            #expect(page.status == .ok)
            #expect(page.text.contains("role=\"alert\""))
            #expect(!page.text.contains("class=\"price\""))
        }
    }
}
