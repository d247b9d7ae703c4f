import Application
import Domain
import Testing
import TownSupport

@testable import Web

/// What was done is told of what it was done to, and by nobody but the house.
@Suite struct DoneNoticeTests {
    @Test func `every sentence names what its command tells or takes, alike in both languages`()
        async throws
    {
        try await WebTown.with { town in
            for (key, french) in town.site.locales.phrases[.fr] ?? [:]
            where key.hasPrefix("told.") {
                let entry = try Catalogue.command(named: String(key.dropFirst("told.".count)))
                let names = DoneNotice.names(in: french)
                var known = Set(entry.fields.map(\.name))
                if case .members(let told) = entry.outcomeShape {
                    known.formUnion(told.map(\.name))
                }

                #expect(names == DoneNotice.names(in: town.site.locales.text(key, .en)), "\(key)")
                #expect(!names.isEmpty && names.isSubset(of: known), "\(key)")
            }
        }
    }

    @Test func `of two records that are merged it is said which became part of which`()
        async throws
    {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let devices = try await town.town.arrived(2).map(\.text)
            let form = ["device": devices[0], "into": devices[1], "reason": "la même"]

            let merged = try await town.send("/doubts", "merge-device", form, as: ana)
            let page = try await town.get(try #require(merged.location), cookie: ana)

            let sentence = "\(devices[0]) fait maintenant partie de \(devices[1])."
            #expect(page.text.contains(#"<p class="notice" role="status">\#(sentence)</p>"#))
        }
    }

    @Test func `a role is told by its word, in the language of the page`() async throws {
        try await WebTown.with { town in
            let dan = try await town.signIn("dan")
            let form = ["login": "bea", "role": "shop"]

            let granted = try await town.send("/staff", "grant-role", form, as: dan)
            let page = try await town.get(
                try #require(granted.location),
                cookie: dan + "; moulin-language=en"
            )

            let role = Role.shop.label.text(in: .en)
            #expect(page.text.contains("bea now has the role &quot;\(role)&quot;."))
        }
    }

    @Test func `a link of somebody else's makes no page say anything`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let sent = try await town.send("/places", "add-site", ["site": "Moulin"], as: ana)
            let address = try #require(sent.location)

            let own = try await town.get(address, cookie: ana)
            let altered = try await town.get(
                address.replacing("Moulin", with: "Envoyez-vos-mots-de-passe"),
                cookie: ana
            )
            let stranger = try await town.get("/catalogue?done=add-site&done.site=Envoyez")
            let borrowed = try await town.get(address, cookie: try await town.signIn("ana"))

            #expect(own.text.contains("Le site « Moulin » est ajouté."))
            #expect(altered.text.contains("C&#39;est fait.") && !altered.text.contains("Envoyez"))
            #expect(!stranger.text.contains("Envoyez"))
            #expect(borrowed.text.contains("C&#39;est fait."))
        }
    }
}
