import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite(.serialized) struct DonationPageTests {
    @Test func `a gift is announced, received and reconciled on its page`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let donor = try await town.send(
                "/donors",
                "add-donor",
                ["kind": "company", "name": "Minoterie SAS", "siren": ""],
                as: ana
            )
            let number = try #require(
                donor.location?.split(separator: "/").last?.prefix { $0 != "?" }
            )
            let announced = try await town.send(
                "/donations/new",
                "announce-donation",
                [
                    "donor": String(number), "lines.0.quantity:number!": "12",
                    "lines.0.kind": "laptop", "lines.0.maker": "Dell",
                    "lines.1.quantity:number!": "", "lines.1.kind": "monitor",
                ],
                as: ana
            )
            let path = String(try #require(announced.location).prefix { $0 != "?" })
            let gift = String(path.dropFirst("/donations/".count))
            let received = try await town.send(
                path,
                "receive-donation",
                [
                    "donation": gift, "handed_over_by": "M. Val", "counts.0.line:number": "1",
                    "counts.0.received:number!": "11",
                ],
                as: ana
            )
            let reconciled = try await town.send(
                path,
                "reconcile-donation",
                [
                    "donation": gift, "lines.0.line:number": "1",
                    "lines.0.received:number!": "11", "lines.0.accepted:number": "11",
                ],
                as: ana
            )
            let page = try await town.get(path, cookie: ana)

            #expect(received.status == .seeOther)
            #expect(reconciled.status == .seeOther)
            #expect(page.text.contains("Minoterie SAS"))
            #expect(page.text.contains("<td class=\"figure\">11</td>"))
            #expect(try await town.get(path, cookie: town.signIn("bea")).status == .forbidden)
        }
    }

    @Test func `lists answer when they are empty`() async throws {
        try await WebTown.atTheCounter { town in
            let ana = try await town.signIn("ana")
            for path in ["/donations", "/donors", "/figures", "/prices", "/places", "/doubts"] {
                let page = try await town.get(path, cookie: ana)

                #expect(page.status == .ok, "\(path)")
                #expect(page.text.contains("<h1"), "\(path)")
            }
        }
    }

    @Test func `an invitation is shown once to the administrator`() async throws {
        try await WebTown.with { town in
            let dan = try await town.signIn("dan")
            let ana = try await town.signIn("ana")

            let invited = try await town.send(
                "/staff",
                "invite-person",
                ["login": "ana"],
                as: dan
            )

            #expect(invited.status == .ok)
            #expect(invited.text.contains("/invitation/"))
            #expect(try await town.get("/staff", cookie: dan).text.contains("ana"))
            #expect(try await town.get("/staff", cookie: ana).status == .forbidden)
        }
    }

    @Test func `words of both lists reach every template`() async throws {
        try await WebTown.atTheCounter { town in
            let ana = try await town.signIn("ana")
            for language in ["fr", "en"] {
                for path in ["/bench", "/board", "/counter", "/donations/new", "/counter/returns"] {
                    let page = try await town.get(
                        path,
                        cookie: ana,
                        headers: ["accept-language": language]
                    )
                    #expect(!page.text.contains("{{"), "\(path)")
                    #expect(page.status == .ok, "\(path)")
                }
            }
        }
    }
}
