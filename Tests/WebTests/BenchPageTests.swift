import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite(.serialized) struct BenchPageTests {
    @Test func `a card is applied to each machine that is scanned`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let devices = try await town.town.arrived(2).map(\.text)
            let card = "/bench?card=take-step%3Atriage"
            let token = try await town.formToken(ana)

            let first = try await town.post(
                card,
                "csrf=\(token)&key=a&q=\(devices[0])",
                cookie: ana
            )
            let second = try await town.post(
                card,
                "csrf=\(token)&key=b&q=\(devices[1])&log=%2B%7C\(devices[0])%7Ctriaged",
                cookie: ana
            )
            let again = try await town.post(
                card,
                "csrf=\(token)&key=c&q=\(devices[1])",
                cookie: ana
            )

            #expect(first.text.contains("<li class=\"good\"><a href=\"/devices/\(devices[0])\""))
            #expect(second.text.contains("/devices/\(devices[0])"))
            #expect(second.text.contains("/devices/\(devices[1])"))
            #expect(again.text.contains("<li class=\"bad\">"))
            for device in devices {
                let page = try await town.get("/devices/\(device)", cookie: ana)
                #expect(page.text.contains("data-state=\"triaged\""))
            }
        }
    }

    @Test(arguments: ["ACTION-TRIAGE", "action-triage", "take-step:triage"])
    func `a card is taken up as it is printed and as a page writes it`(text: String) async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")

            let card = try await town.get("/bench?q=\(text)", cookie: ana)

            #expect(card.location == "/bench?card=take-step%3Atriage")
        }
    }

    @Test func `scanning a card takes it up, and a label leads to its machine`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.arrived()[0].text

            let card = try await town.get("/bench?q=take-step:triage", cookie: ana)
            let label = try await town.get("/bench?q=\(device)", cookie: ana)
            let words = try await town.get("/bench?q=latitude", cookie: ana)

            #expect(card.location == "/bench?card=take-step%3Atriage")
            #expect(label.location == "/devices/\(device)")
            #expect(words.location == "/list/list-devices?text=latitude")
        }
    }

    @Test func `a pasted list is looked up, and given a card, as one`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let devices = try await town.town.arrived(2).map(\.text)
            let token = try await town.formToken(ana)
            let list = devices.joined(separator: "%0D%0A") + "%0D%0ANOBODY1%0D%0A"

            let found = try await town.get("/bench?list=\(list)", cookie: ana)
            let typed = try await town.get(
                "/bench?q=\(devices.joined(separator: "%20"))",
                cookie: ana
            )
            let given = try await town.post(
                "/bench?card=take-step%3Atriage",
                "csrf=\(token)&key=list&list=\(list)",
                cookie: ana
            )

            for page in [found, typed, given] {
                for device in devices { #expect(page.text.contains("/devices/\(device)\"")) }
            }
            #expect(
                found.text.contains("NOBODY1 n&#39;est aucun")
                    || found.text.contains("NOBODY1 n'est aucun")
            )
            #expect(given.text.ranges(of: "<li class=\"good\">").count == 2)
            #expect(given.text.ranges(of: "<li class=\"bad\">").count == 1)
        }
    }

    @Test(arguments: [
        ("ACTION-FOO-BAR", "Aucune carte"), ("M-0000-1K", "le dernier est"),
        ("V-0000-0000-00K", "le dernier est"),
    ])
    func `a slip in a code is told where it was made`(text: String, told: String) async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")

            let page = try await town.get("/bench?q=\(text)", cookie: ana)

            #expect(page.status == .ok)
            #expect(page.text.contains(text) && page.text.contains(told))
        }
    }

    @Test func `forty machines arrive and are labelled at once`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let donation = try await town.town.donation()

            let reply = try await town.send(
                "/bench/arrived",
                "add-devices",
                ["donation": "\(donation)", "kind": "laptop", "count": "40"],
                as: ana
            )
            let labels = reply.text.split(separator: "\"").first { $0.hasPrefix("/labels?") }
            let path = String(try #require(labels)).replacing("&amp;", with: "&")
            let pdf = try await town.get(path, cookie: ana)

            #expect(path.split(separator: "&").count == 40)
            #expect(pdf.status == .ok)
            #expect(pdf.text.hasPrefix("%PDF"))
        }
    }

    @Test func `the board shows every stage and what is stuck`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            _ = try await town.town.arrived(3)

            let page = try await town.get("/board", cookie: ana)

            #expect(page.status == .ok)
            #expect(page.text.contains("/list/list-devices?state=received\"><strong>3</strong>"))
            #expect(page.text.contains("/list/list-devices?state=in_stock"))
            #expect(try await town.get("/board", cookie: town.signIn("bea")).status == .forbidden)
        }
    }

    @Test func `a donor's name leads to the donor, and a mistyped model to what is like it`()
        async throws
    {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let donor = try await town.town.donor(.company, name: "Imprimerie Colbert")
            let device = try await town.town.arrived()[0]
            var description = DescribeDevice(device: device, version: 1)
            description.model = "Latitude E7240"
            _ = try await town.town.application.perform(description, as: town.town.ana)

            let named = try await town.get("/bench?q=colbert", cookie: ana)
            let mistyped = try await town.get("/bench?q=latitdue", cookie: ana)
            let page = try await town.get(mistyped.location ?? "", cookie: ana)
            let exact = try await town.get("/list/list-devices?text=latitude", cookie: ana)

            #expect(named.location == "/donors/\(donor)")
            #expect(mistyped.location == "/list/list-devices?text=latitdue")
            #expect(page.text.contains(device.text))
            #expect(
                page.text.contains("Nothing is called so.")
                    || page.text.contains("Rien ne porte ce nom.")
            )
            #expect(exact.text.contains(device.text))
            #expect(!exact.text.contains("Nothing is called so."))
            #expect(!exact.text.contains("likeness"))
        }
    }
}
