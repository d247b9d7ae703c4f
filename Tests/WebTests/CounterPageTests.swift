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

    @Test func `a price set by hand is shown with its reason, and the sale's form asks for it`()
        async throws
    {
        try await WebTown.atTheCounter { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.onTheShelf()[0].text
            let voucher = try await town.town.voucher().text
            let path = "/counter?voucher=\(voucher)&device=\(device)"
            let quote = try await town.town.application.ask(
                QuotePrice(voucher: VoucherReference(voucher), device: DeviceReference(device)),
                as: town.town.ana
            )
            let lower = quote.priceCents - 500

            let set = try await town.send(
                path,
                "lower-price",
                [
                    "voucher": voucher, "device": device,
                    "cents:euros": Euros.typed(lower, in: .fr), "reason": "couvercle rayé",
                ],
                as: ana
            )
            let page = try await town.get(try #require(set.location), cookie: ana)

            #expect(page.text.contains("couvercle rayé"))
            #expect(page.text.contains("name=\"adjusted_cents\" value=\"\(lower)\""))
            #expect(page.text.contains("name=\"expected_cents\" value=\"\(quote.priceCents)\""))
        }
    }

    @Test func `where two are asked for, the counter leads to another person`() async throws {
        try await WebTown.atTheCounter { town in
            _ = try await town.town.application.perform(
                RequireTwoPeople(act: "lower-price"),
                as: town.town.dan
            )
            let ana = try await town.signIn("ana")
            let device = try await town.town.onTheShelf()[0].text
            let voucher = try await town.town.voucher().text
            let path = "/counter?voucher=\(voucher)&device=\(device)"
            let fields = [
                "voucher": voucher, "device": device, "cents:euros": "75", "reason": "rayé",
            ]

            let asked = try await town.send(path, "lower-price", fields, as: ana)
            let proposed = try await town.send(
                path,
                "lower-price",
                fields.merging(["confirm_reason": "rayé"]) { $1 },
                as: ana
            )

            #expect(asked.text.contains("confirm_reason"))
            #expect(proposed.location?.hasPrefix("/proposals") == true)
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
