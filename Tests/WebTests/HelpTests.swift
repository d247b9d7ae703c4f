import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// Help where one stands, and a change of language that loses nothing.
@Suite struct HelpTests {
    private static let pages =
        Navigation.entries.map(\.path) + Navigation.open.map(\.path)
        + ["/places", "/prices", "/doubts", "/donors"]

    @Test(arguments: pages)
    func `a page of the navigation says what it is for in both languages`(path: String)
        async throws
    {
        try await WebTown.with { town in
            var texts: [String] = []
            for language in Language.allCases {
                let text = town.site.locales.text(Help.key(of: path), language)
                let sentences = text.split(separator: /[.?!]["”»]?(?: |$)/).count

                #expect(text != Help.key(of: path), "\(path) has no help")
                #expect((2...5).contains(sentences), "\(path) \(language): \(sentences)")
                texts.append(text)
            }
            #expect(Set(texts).count == texts.count)
        }
    }

    @Test func `no help is kept for a page that is not there`() async throws {
        try await WebTown.with { town in
            let known = Set(Self.pages.map { Help.key(of: $0) } + ["help.open"])
            let kept = town.site.locales.phrases[.fr]?.keys.filter { $0.hasPrefix("help.") } ?? []

            #expect(Set(kept).symmetricDifference(known) == [])
        }
    }

    @Test func `a change of language comes back to the list as it was filtered`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")

            let page = try await town.get(
                "/list/list-devices?state=in_stock&text=d%26b&done=take-step",
                cookie: ana
            )

            let way = "/list/list-devices?state=in_stock&amp;text=d%26b"
            #expect(page.text.contains(#"name="return" value="\#(way)""#))
        }
    }

    @Test func `whoever signs in comes to the list as it was asked for`() async throws {
        try await WebTown.with { town in
            let reply = try await town.get("/list/list-devices?state=in_stock")

            #expect(
                reply.header("location") == "/sign-in?next=/list/list-devices%3Fstate%3Din_stock"
            )
        }
    }

    @Test func `what is not there or not open is not said to be undone`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")

            let missing = try await town.get("/sales/99", cookie: ana)
            let closed = try await town.get("/applications", cookie: ana)

            #expect(missing.text.contains("<h1>Rien sous cette adresse</h1>"))
            #expect(closed.text.contains("<h1>Cette page ne vous est pas ouverte</h1>"))
        }
    }

    @Test func `brackets are published from those in force`() async throws {
        try await WebTown.atTheCounter { town in
            let dan = try await town.signIn("dan")

            let page = try await town.get("/do/publish-brackets", cookie: dan)

            let grid = try await town.town.application.ask(ShowGrid(), as: town.town.dan)
            let brackets = try #require(grid.brackets)
            let floors = brackets.floors.map(String.init).joined(separator: "\n")
            #expect(page.text.contains(">\(floors)</textarea>"))
            #expect(page.text.contains(#"name="ceiling" value="\#(brackets.ceiling)""#))
        }
    }

    @Test func `a form that was sent leaves the page as it was asked for`() async throws {
        try await WebTown.with { town in
            let house = town.town.application
            _ = try await house.perform(AddSite(site: "Moulin"), as: town.town.ana)
            let adding = AddPlace(place: "Atelier", site: "Moulin")
            _ = try await house.perform(adding, as: town.town.ana)
            let device = try await town.town.arrived()[0]
            let (ana, dan) = (try await town.signIn("ana"), try await town.signIn("dan"))
            let place = "/places?place=Moulin%20/%20Atelier"
            let page = try await town.get(place, cookie: ana)
            let mark = try #require(
                page.text.firstMatch(of: /name="if_match" value="([^"]+)"/)
            )
            let form = ["place": "Moulin / Atelier", "if_match": String(mark.1), "locked": "true"]
            _ = try await town.send(place, "change-place", form, as: ana)

            let stale = try await town.send(place, "change-place", form, as: ana)
            let scanned = try await town.send(
                "/bench?card=take-step%3Atriage",
                "",
                ["q": device.text],
                as: ana
            )
            let granted = try await town.send(
                "/staff?after=ana",
                "grant-role",
                ["login": "bea", "role": "shop"],
                as: dan
            )
            let empty = try await town.send("/import/places/files", "", as: dan)

            #expect(stale.status == .preconditionFailed)
            #expect(stale.text.contains(#"<a href="\#(place)">Regarder à nouveau"#))
            #expect(Self.way(back: stale) == place)
            #expect(Self.way(back: scanned) == "/bench?card=take-step%3Atriage")
            #expect(granted.location?.hasPrefix("/staff?after=ana&done=grant-role") == true)
            #expect(empty.status == .badRequest)
            #expect(Self.way(back: empty) == "/import/places")
        }
    }

    /// Where a change of language leads.
    private static func way(back page: WebTown.Answer) -> String? {
        page.text.firstMatch(of: /name="return" value="([^"]+)"/).map { String($0.1) }
    }

    @Test func `a place is renamed and retired from its page`() async throws {
        try await WebTown.with { town in
            let house = town.town.application
            _ = try await house.perform(AddSite(site: "Moulin"), as: town.town.ana)
            _ = try await house.perform(
                AddPlace(place: "Atelier", site: "Moulin"),
                as: town.town.ana
            )
            let ana = try await town.signIn("ana")
            let path = "/places?place=Moulin%20/%20Atelier"
            let page = try await town.get(path, cookie: ana)
            let mark = try #require(
                page.text.firstMatch(of: /name="if_match" value="([^"]+)"/)
            )
            let form = [
                "place": "Moulin / Atelier", "name": "Salle 1", "within": "", "site": "Moulin",
                "locked": "true", "if_match": String(mark.1),
            ]

            let first = try await town.send("/places", "change-place", form, as: ana)
            let stale = try await town.send("/places", "retire-place", form, as: ana)
            let changed = try await town.get("/places?place=Salle%201", cookie: ana)

            let place = "/places?place=Moulin%20/%20Salle%201&done=change-place"
            #expect(first.location?.hasPrefix(place) == true)
            #expect(stale.status == .preconditionFailed)
            #expect(changed.text.contains("Moulin / Salle 1"))
            #expect(changed.text.contains(#"<option value="true" selected>"#))
        }
    }
}
