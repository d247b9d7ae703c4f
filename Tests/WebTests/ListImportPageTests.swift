import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite(.serialized) struct ListImportPageTests {
    private let donors = "Raison sociale\tType\tCP\nAteliers du Val\tEntreprise\t92100\n"

    @Test func `a pasted list of donors is looked at first, then imported`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let path = "/import/donors/files"

            let looked = try await town.send(path, "", ["list": donors, "do": "look"], as: ana)
            let before = try await town.get("/donors", cookie: ana)
            let imported = try await town.send(path, "", ["list": donors, "do": "import"], as: ana)
            let after = try await town.get("/donors", cookie: ana)

            #expect(looked.status == .ok)
            #expect(imported.status == .ok)
            #expect(!before.text.contains("Ateliers du Val"))
            #expect(after.text.contains("Ateliers du Val"))
        }
    }

    @Test func `a wrong row is told once: where it stands, what it says, and why`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let wrong = "Raison sociale\tType\tCourriel\nAteliers du Val\tEntreprise\tici\n"

            let page = try await town.send(
                "/import/donors/files",
                "",
                ["list": wrong, "do": "look"],
                as: ana
            )

            let cells = "<th scope=\"row\" class=\"figure\">2</th><td>Courriel</td><td>ici</td><td>"
            let told = try #require(page.text.firstRange(of: cells))
            let reason = page.text[told.upperBound...].prefix { $0 != "<" }
            #expect(!reason.isEmpty)
            #expect(!reason.contains("Courriel"))
            #expect(!reason.contains("2"))
        }
    }

    @Test func `every kind of list has its page, for whom it is for`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let dan = try await town.signIn("dan")
            let sessions = [
                "donors": ana, "places": ana, "prices": dan, "people": dan,
                "households": try await town.signIn("bea"),
            ]
            for kind in ListKinds.all {
                let page = try await town.get("/import/\(kind.name)", cookie: sessions[kind.name])
                #expect(page.status == .ok, "\(kind.name)")
                #expect(page.text.contains("action=\"/import/\(kind.name)/files\""))
                #expect(!page.text.contains("import.of_"))
            }
            let cid = try await town.signIn("cid")
            #expect(try await town.get("/import/donors", cookie: cid).status == .forbidden)
        }
    }

    @Test func `a program sends a list as it is, and reads the report`() async throws {
        try await WebTown.with { town in
            let key = try await town.town.application.perform(
                MakeToken(login: "ana", purpose: "crm", scopes: ["add-donor"]),
                as: town.town.dan
            ).key
            let headers = ["authorization": "Bearer \(key)", "content-type": "text/csv"]
            func send(_ list: String, _ query: String = "") async throws -> WebTown.Answer {
                try await town.send(.post, "/api/v1/lists/donors\(query)", list, headers: headers)
            }

            let tried = try await send(donors, "?dry_run=true")
            let done = try await send(donors)
            let again = try await send(donors)
            let wrong = try await send("Raison sociale\tType\nX\tGrossiste\n")
            let none = try await send("")
            let places = try await town.send(
                .post,
                "/api/v1/lists/places",
                "Site\nAtelier\n",
                headers: headers
            )

            #expect(JSONValue(bytes: Array(tried.text.utf8))["ending"] == "rehearsed")
            #expect(JSONValue(bytes: Array(done.text.utf8))["ending"] == "imported")
            #expect(JSONValue(bytes: Array(again.text.utf8))["ending"] == "already")
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("unknown_word"))
            #expect(none.status == .badRequest)
            #expect(places.status == .forbidden)
        }
    }

    @Test func `a program sends a list of machines as it is, with what it says of it`()
        async throws
    {
        try await WebTown.with { town in
            let key = try await town.town.application.perform(
                MakeToken(login: "ana", purpose: "glpi", scopes: ["add-devices"]),
                as: town.town.dan
            ).key
            let headers = ["authorization": "Bearer \(key)", "content-type": "text/csv"]
            let donation = try await town.town.donation()
            func send(_ list: String, _ query: String) async throws -> WebTown.Answer {
                try await town.send(.post, "/api/v1/lists/devices?\(query)", list, headers: headers)
            }
            let list = "Repère;Type;Serial;Date d'achat\nA1;portable;AB12CD3;03/04/2021\n"
            let said = "donation=\(donation)&dates=dmy&column=Rep%C3%A8re%3Dexternal_ref"

            let wrong = try await send(list, "donation=\(donation)")
            let tried = try await send(list, said + "&dry_run=true&save_mapping=mairie")
            let done = try await send(list, said + "&save_mapping=mairie")
            let mapped = try await send(
                "Repère;Type;Serial;Date d'achat\nA2;portable;AB12CD4;05/04/2021\n",
                "donation=\(donation)&mapping=mairie"
            )
            let nowhere = try await send(list, "dates=dmy")
            let unknown = try await send(list, "donation=\(donation)&kind=toaster")
            let change = try await send("Serial;RAM\nAB12CD3;16 Go\n", "donation=\(donation)")
            let shown = try await town.get(
                "/donations/\(donation)",
                cookie: try await town.signIn("ana")
            )

            #expect(wrong.status == .unprocessableContent)
            #expect(JSONValue(bytes: Array(tried.text.utf8))["ending"] == "rehearsed")
            #expect(JSONValue(bytes: Array(done.text.utf8))["ending"] == "imported")
            #expect(JSONValue(bytes: Array(mapped.text.utf8))["ending"] == "imported")
            #expect(nowhere.status == .badRequest)
            #expect(unknown.status == .badRequest)
            #expect(JSONValue(bytes: Array(change.text.utf8))["report"]["update"] == 1)
            #expect(shown.text.contains("AB12CD4"))
        }
    }

    @Test func `a page takes what is said of a list, and keeps it under a name`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let path = "/import/donors/files"
            let list = "Qui;Sorte\nAteliers du Val;Entreprise\n"
            let said = ["list": list, "columns": "Qui=name\nSorte=kind", "save_mapping": "crm"]

            let looked = try await town.send(path, "", said.merging(["do": "look"]) { $1 }, as: ana)
            let done = try await town.send(path, "", said.merging(["do": "import"]) { $1 }, as: ana)
            let mapped = try await town.send(
                path,
                "",
                ["list": "Qui;Sorte\nMairie;Mairie\n", "mapping": "crm", "do": "import"],
                as: ana
            )
            let wrong = try await town.send(
                path,
                "",
                ["list": list, "columns": "Qui", "do": "look"],
                as: ana
            )
            let donors = try await town.get("/donors", cookie: ana)

            #expect(looked.status == .ok)
            #expect(looked.text.contains("value=\"crm\""))
            #expect(done.status == .ok)
            #expect(mapped.status == .ok)
            #expect(wrong.status == .badRequest)
            #expect(donors.text.contains("Mairie"))
        }
    }

    @Test func `households are served by the social services' process alone`() async throws {
        try await WebTown.with { town in
            let list =
                "Nom\tPrénom\tDate de naissance\tPersonnes\tBesoin\nCanari\tZoé\t31/02/1984\t1\tportable\n"
            let social = try await town.only(.social)
            let bea = try await town.signIn("bea")

            let looked = try await social.send(
                "/import/households/files",
                "",
                ["list": list, "do": "look"],
                as: bea
            )
            let elsewhere = try await town.only(.main).get("/import/households", cookie: bea)

            #expect(looked.status == .ok)
            #expect(looked.text.contains("Date de naissance"))
            #expect(elsewhere.status == .seeOther)
        }
    }

    @Test func `the list of an announced gift is imported without sending it again`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let donation = try await town.announcedWithList()

            let page = try await town.get("/donations/\(donation)", cookie: ana)
            let fields = ["from": "announcement", "announced": "true"]
            let looked = try await town.send(
                "/donations/\(donation)/files",
                "",
                fields.merging(["do": "look"]) { $1 },
                as: ana
            )
            let imported = try await town.send(
                "/donations/\(donation)/files",
                "",
                fields.merging(["do": "import"]) { $1 },
                as: ana
            )
            let after = try await town.get("/donations/\(donation)", cookie: ana)

            #expect(page.text.contains("parc.csv"))
            #expect(looked.status == .ok)
            #expect(looked.text.contains("parc.csv"))
            #expect(imported.status == .ok)
            #expect(after.text.contains("AB12CD3"))
        }
    }
}

extension WebTown {
    /// A donation that a stranger announced with a list, accepted by Ana; its number.
    fileprivate func announcedWithList() async throws -> Int64 {
        func field(_ name: String, _ value: String) -> String {
            "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let list = "Type;Serial;Brand\nportable;AB12CD3;Dell\n"
        let form =
            field("donor_kind", "company") + field("name", "Ateliers du Val")
            + field("email", "val@example.org") + field("key", "form-three")
            + field("lines.0.kind", "laptop") + field("lines.0.quantity", "1")
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"parc.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n\(list)\r\n--b--\r\n"
        _ = try await send(
            .post,
            "/give",
            form,
            headers: ["content-type": "multipart/form-data; boundary=b"]
        )
        return try await town.application.perform(
            AcceptAnnouncement(announcement: 1),
            as: town.ana
        ).donation
    }
}
