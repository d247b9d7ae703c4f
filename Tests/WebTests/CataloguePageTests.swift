import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// The shelf as families see it: prices for everybody, theirs with a voucher, and never whose voucher it is.
@Suite struct CataloguePageTests {
    @Test func `everybody sees what is on the shelf, and nothing that identifies it`() async throws
    {
        try await WebTown.atTheCounter { town in
            let device = try await town.town.onTheShelf()[0]

            let page = try await town.get("/catalogue")

            #expect(page.status == .ok)
            #expect(page.text.contains(device.text))
            #expect(page.text.contains("€"))
            #expect(!page.text.contains("name=\"reserve\""))
        }
    }

    @Test func `a voucher shows its price and keeps a machine, and names nobody`() async throws {
        try await WebTown.atTheCounter { town in
            let device = try await town.town.onTheShelf()[0]
            let voucher = try await town.town.voucher().text
            let seen = try await town.post("/catalogue", "voucher=\(voucher)")

            let kept = try await town.post(
                "/catalogue",
                "voucher=\(voucher)&reserve=\(device.text)"
            )
            let after = try await town.get("/catalogue")

            #expect(seen.text.contains("name=\"reserve\" value=\"\(device.text)\""))
            #expect(kept.status == .ok)
            #expect(kept.text.contains("name=\"release\" value=\"\(device.text)\""))
            #expect(!after.text.contains(device.text))
            for page in [seen, kept] {
                #expect(!page.text.contains("Zoé") && !page.text.contains("Dupré"))
                #expect(page.header("cache-control") == "no-store")
            }
        }
    }

    @Test func `a page of a reservation that is loaded again says that it is kept already`()
        async throws
    {
        try await WebTown.atTheCounter { town in
            let device = try await town.town.onTheShelf()[0]
            let voucher = try await town.town.voucher().text
            let form = "voucher=\(voucher)&reserve=\(device.text)"
            let first = try await town.post("/catalogue", form)

            let again = try await town.post("/catalogue", form)

            #expect(first.status == .ok)
            #expect(again.status == .ok)
            #expect(!again.text.contains("role=\"alert\""))
            #expect(again.text.contains("déjà gardé"))
            #expect(again.text.contains("name=\"release\" value=\"\(device.text)\""))
        }
    }

    @Test func `what is kept can be let go, by its own voucher only`() async throws {
        try await WebTown.atTheCounter { town in
            let device = try await town.town.onTheShelf()[0]
            let voucher = try await town.town.voucher().text
            let other = try await town.town.voucher(adults: [.max]).text
            _ = try await town.post("/catalogue", "voucher=\(voucher)&reserve=\(device.text)")

            _ = try await town.post("/catalogue", "voucher=\(other)&release=\(device.text)")
            let still = try await town.get("/catalogue")
            _ = try await town.post("/catalogue", "voucher=\(voucher)&release=\(device.text)")
            let free = try await town.get("/catalogue")

            #expect(!still.text.contains(device.text))
            #expect(free.text.contains(device.text))
        }
    }

    @Test func `a machine that is kept is refused to the next voucher`() async throws {
        try await WebTown.atTheCounter { town in
            let device = try await town.town.onTheShelf()[0]
            let voucher = try await town.town.voucher().text
            let other = try await town.town.voucher(adults: [.max]).text
            _ = try await town.post("/catalogue", "voucher=\(voucher)&reserve=\(device.text)")

            let second = try await town.post(
                "/catalogue",
                "voucher=\(other)&reserve=\(device.text)"
            )

            #expect(second.status == .conflict)
            #expect(second.text.contains("role=\"alert\""))
        }
    }

    @Test func `a voucher keeps two machines and no more`() async throws {
        try await WebTown.atTheCounter { town in
            let voucher = try await town.town.voucher().text
            var replies: [HTTPResponse.Status] = []
            for _ in 0..<3 {
                let device = try await town.town.onTheShelf()[0]
                let form = "voucher=\(voucher)&reserve=\(device.text)"
                replies.append(try await town.post("/catalogue", form).status)
            }

            #expect(replies == [.ok, .ok, .conflict])
        }
    }

    @Test func `a mistyped code is told so and not counted, guesses are`() async throws {
        try await WebTown.atTheCounter { town in
            let voucher = try await town.town.voucher().text
            for _ in 0..<12 {
                let slip = try await town.post("/catalogue", "voucher=V-0000-0000-001")
                #expect(slip.status == .badRequest)
            }
            let right = try await town.post("/catalogue", "voucher=\(voucher)")
            for symbol in 0..<10 {
                let guess = try LabelCode(
                    .voucher,
                    drawn: [UInt8](repeating: UInt8(symbol), count: 10)
                )
                _ = try await town.post("/catalogue", "voucher=\(guess.text)")
            }

            let late = try await town.post("/catalogue", "voucher=\(voucher)")

            #expect(right.status == .ok)
            #expect(late.status == .tooManyRequests)
            #expect(!late.text.contains("name=\"reserve\""))
        }
    }

    @Test func `figures leave out what is too small to tell`() async throws {
        try await WebTown.with { town in
            let donation = try await town.town.receivedDonation()
            _ = try await town.town.application.perform(
                AddDevices(donation: donation, kind: .laptop, count: 4),
                as: town.town.ana
            )
            let few = try await town.get("/api/v1/figures")
            _ = try await town.town.application.perform(
                AddDevices(donation: donation, kind: .laptop, count: 1),
                as: town.town.ana
            )

            let more = try await town.get("/api/v1/figures")
            let page = try await town.get("/public/figures")

            #expect(!few.text.contains("\"received\""))
            #expect(more.text.contains("\"received\":5"))
            #expect(page.text.contains("<svg"))
            #expect(page.text.contains("<td>5</td>"))
        }
    }
}
