import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// A file is chosen once: what was looked at is what is imported.
@Suite(.serialized) struct LookedAtListTests {
    private static let machines =
        "Marque;Modèle;N° de série;Type\nDell;Latitude 7490;AB12CD3;portable\n"
    private static let donors = "Raison sociale;Type;CP\nAteliers du Val;Entreprise;92100\n"

    @Test func `a file of machines that was looked at is imported without being chosen again`()
        async throws
    {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let donation = try await town.town.donation()
            let path = "/donations/\(donation)/files"

            let looked = try await town.sendFile(path, Self.machines, ["do": "look"], as: ana)
            let word = try #require(looked.lookedAt)
            let done = try await town.sendFile(
                path,
                nil,
                ["do": "import", "looked": word],
                as: ana
            )
            let after = try await town.get("/donations/\(donation)", cookie: ana)

            #expect(looked.text.contains("parc.csv"))
            #expect(!looked.text.contains("utf-8,"))
            #expect(done.status == .ok)
            #expect(done.lookedAt == nil)
            #expect(after.text.contains("AB12CD3"))
        }
    }

    @Test func `a list that was refused is held for another try, and goes once it is in`()
        async throws
    {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let path = "/import/donors/files"
            let list = Self.donors.replacing("Raison sociale", with: "Qui")

            let refused = try await town.sendFile(path, list, ["do": "import"], as: ana)
            let word = try #require(refused.lookedAt)
            let fields = ["do": "import", "looked": word, "columns": "Qui=name"]
            let done = try await town.sendFile(path, nil, fields, as: ana)
            let again = try await town.sendFile(path, nil, fields, as: ana)

            #expect(refused.status != .ok || refused.text.contains("class=\"problem\""))
            #expect(done.text.contains("class=\"notice\" role=\"status\""))
            #expect(again.status == .badRequest)
            #expect(again.text.contains("n&#39;est plus gardée"))
            #expect(try await town.get("/donors", cookie: ana).text.contains("Ateliers du Val"))
        }
    }

    @Test func `what one person looked at is nobody else's`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let donation = try await town.town.donation()
            let path = "/donations/\(donation)/files"
            let looked = try await town.sendFile(path, Self.machines, ["do": "look"], as: ana)
            let word = try #require(looked.lookedAt)

            #expect(town.site.lookedAt.list(word, of: "bea") == nil)
            #expect(town.site.lookedAt.list(word, of: "ana")?.name == "parc.csv")
        }
    }

    @Test func `a file goes half an hour after the last look, and the oldest of one person first`()
    {
        let lists = LookedAtLists()
        let start = ContinuousClock.now
        let first = lists.keep([1], named: "1.csv", for: "ana", at: start)
        let late = start + LookedAtLists.held - .seconds(1)

        #expect(lists.list(first, of: "ana", at: late)?.bytes == [1])
        #expect(lists.list(first, of: "ana", at: late + LookedAtLists.held) == nil)

        let words = (1...4).map {
            lists.keep([UInt8($0)], named: "\($0).csv", for: "ana", at: start)
        }
        let other = lists.keep([9], named: "9.csv", for: "bea", at: start)
        #expect(words.map { lists.list($0, of: "ana", at: start)?.bytes } == [nil, [2], [3], [4]])
        #expect(lists.list(other, of: "bea", at: start)?.bytes == [9])
    }

    @Test func `all together hold no more than a bound, and the newest always`() {
        let lists = LookedAtLists()
        let half = [UInt8](repeating: 0, count: LookedAtLists.most / 2 + 1)

        let older = lists.keep(half, named: "a", for: "ana")
        let newer = lists.keep(half, named: "b", for: "bea")

        #expect(lists.list(older, of: "ana") == nil)
        #expect(lists.list(newer, of: "bea") != nil)
    }

    @Test func `lists of imports and the undoing of one speak of lists as people do`() async throws
    {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let donation = try await town.town.donation()
            let path = "/donations/\(donation)/files"
            let second = Self.machines.replacing("AB12CD3", with: "AB12CD4")
            _ = try await town.send(path, "", ["list": Self.machines, "do": "import"], as: ana)
            _ = try await town.sendFile(path, second, ["do": "import"], as: ana)

            let listed = try await town.get("/list/list-imports", cookie: ana)
            let undoing = try await town.get("/do/undo-import?batch=2", cookie: ana)
            let page = try await town.get("/import/donors", cookie: ana)

            #expect(listed.text.contains("liste collée"))
            #expect(listed.text.contains("parc.csv"))
            #expect(listed.text.contains("appareils</td>"))
            #expect(!listed.text.contains("pasted.tsv"))
            #expect(!listed.text.contains(">devices<"))
            #expect(undoing.text.contains("<span class=\"hint\">parc.csv</span>"))
            #expect(!undoing.text.contains("<span class=\"hint\"></span>"))
            #expect(page.text.contains("<option value=\"utf-8\">Unicode (UTF-8)</option>"))
        }
    }

    @Test(arguments: ListKinds.all.map { $0.name } + ["devices", "hardware"])
    func `every kind of import has a name in both languages`(_ word: String) {
        let label = Wording.label("kind", word)

        #expect(label.map { ![$0.fr, $0.en].contains(word) } == true)
    }
}

extension WebTown {
    /// Sends a form with a file in it, or with none chosen.
    fileprivate func sendFile(
        _ path: String,
        _ file: String?,
        _ fields: [String: String],
        as session: String
    ) async throws -> Answer {
        var all = fields
        all["csrf"] = try await formToken(session)
        let parts = all.map { name, value in
            "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let chosen = file == nil ? "" : "parc.csv"
        let body =
            parts.joined()
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(chosen)\"\r\n\r\n"
            + "\(file ?? "")\r\n--b--\r\n"
        return try await post(
            path,
            body,
            cookie: session,
            headers: ["content-type": "multipart/form-data; boundary=b"]
        )
    }
}

extension WebTown.Answer {
    /// The word under which the page's form finds what was looked at.
    fileprivate var lookedAt: String? {
        text.firstMatch(of: /name="looked" value="([^"]+)"/).map { String($0.output.1) }
    }
}
