import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// The auditor's page: everything that proves the house, and not one income.
@Suite struct AuditPageTests {
    @Test func `the auditor verifies, and is told that history is whole`() async throws {
        try await WebTown.with { town in
            _ = try await town.town.receivedDonation()
            let dan = try await town.signIn("dan")
            let form = "csrf=\(try await town.formToken(dan))"

            let page = try await town.post("/audit", form, cookie: dan)

            #expect(page.status == .ok)
            #expect(page.text.contains("Rien à redire"))
        }
    }

    @Test func `a rewritten event is shown`() async throws {
        try await WebTown.with { town in
            let donor = try await town.town.donor(.company)
            _ = try await town.link(to: donor)
            try await town.town.tamper("UPDATE audit.chain SET hash = 'x' WHERE subject = 'donor'")
            let dan = try await town.signIn("dan")
            let form = "csrf=\(try await town.formToken(dan))"

            let page = try await town.post("/audit", form, cookie: dan)

            #expect(page.text.contains("head_differs"))
        }
    }

    @Test func `events are narrowed by machine, person and day, and turned over`() async throws {
        try await WebTown.with { town in
            let donation = try await town.town.receivedDonation()
            let devices = try await town.town.application.perform(
                AddDevices(donation: donation, kind: .laptop, count: 60),
                as: town.town.ana
            ).devices
            let dan = try await town.signIn("dan")

            let all = try await town.get("/audit?login=ana", cookie: dan)
            let one = try await town.get("/audit?device=\(devices[0])", cookie: dan)
            let nobody = try await town.get("/audit?login=bea", cookie: dan)
            let past = try await town.get("/audit?login=ana&to=2020-01-01", cookie: dan)

            #expect(all.text.contains("rel=\"next\""))
            #expect(all.text.contains("<td>Ana Martin</td>"))
            #expect(one.text.contains("<td>\(devices[0])</td>"))
            #expect(!one.text.contains("<td>\(devices[1])</td>"))
            #expect(!nobody.text.contains("<td>\(devices[0])</td>"))
            #expect(!past.text.contains("<td>\(devices[0])</td>"))
        }
    }

    @Test func `events are leafed through from the newest to the first, each once`() async throws {
        try await WebTown.with { town in
            let donation = try await town.town.receivedDonation()
            _ = try await town.town.application.perform(
                AddDevices(donation: donation, kind: .laptop, count: 120),
                as: town.town.ana
            )
            let dan = try await town.signIn("dan")
            let told = try await town.town.application.ask(
                ListEvents(limit: 200),
                as: town.town.dan
            )

            var path: String? = "/audit"
            var subjects: [String] = []
            while let here = path {
                let page = try await town.get(here, cookie: dan)
                let events = try #require(
                    page.text.split(separator: "<section>").first { $0.contains("name=\"login\"") }
                )
                subjects += events.matches(
                    of: /<tr><td>[^<]*<\/td><td>[^<]*<\/td><td>([^<]*)<\/td><td>([0-9]+)<\/td>/
                )
                .map { "\($0.1) \($0.2)" }
                path = events.firstMatch(of: /href="([^"]*)" rel="next"/)
                    .map { String($0.1).replacing("&amp;", with: "&") }
            }

            let known = told.rows.reversed().map { event in
                let words = EventWords.subject(event.subject, event.number).text(in: .fr)
                return "\(words) \(event.nth)"
            }
            #expect(known.count > 120)
            #expect(subjects == known)
        }
    }

    @Test func `readings of incomes and ends of keys are there, the incomes are not`() async throws
    {
        try await WebTown.withCast { town, _, own, _ in
            let read = ViewIncome(application: Int64(own.application) ?? 0, reason: "entretien")
            _ = try await town.town.application.perform(read, as: town.town.bea)
            let dan = try await town.signIn("dan")

            let page = try await town.get("/audit", cookie: dan)

            #expect(page.text.contains("<td>entretien</td>"))
            #expect(page.text.contains("<td>matrix</td>"))
            #expect(!Canary.sings(in: page.text))
        }
    }

    @Test func `anchors leave as lines of JSON`() async throws {
        try await WebTown.with { town in
            _ = try await town.town.application.perform(DropAnchor(), as: town.town.dan)
            let dan = try await town.signIn("dan")

            let file = try await town.get("/audit/anchors", cookie: dan)

            #expect(JSONValue(bytes: Array(file.text.utf8))["nth"] == 1)
        }
    }
}
