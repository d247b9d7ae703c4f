import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// A session that ends in the middle of a form takes nothing that was written with it.
@Suite struct InterruptedFormTests {
    @Test func `what was written is sent again after signing in anew`() async throws {
        try await WebTown.with { town in
            let device = try await town.town.arrived()[0]
            let cookie = try await town.signIn("ana")
            let token = try await town.formToken(cookie)
            let form = "csrf=\(token)&command=raise-flag&flag=hazard&device=\(device.text)"
            _ = try await town.post("/sign-out", "csrf=\(token)", cookie: cookie)

            let path = "/devices/\(device.text)"
            let asked = try await town.post(path, form + "&note=The+lid+burns", cookie: cookie)
            var kept = asked.hidden
            kept["login"] = "ana"
            kept["password"] = "right horse battery"
            let back = try await town.form("/sign-in", kept)
            let fresh = try #require(back.cookie)
            let done = try await town.form(path, back.hidden, cookie: fresh)

            #expect(asked.status == .unauthorized)
            #expect(!asked.text.contains("moulin user"))
            #expect(back.status == .ok)
            #expect(back.text.contains("action=\"\(path)\""))
            #expect(back.hidden["note"] == "The lid burns")
            #expect(done.status == .seeOther)
        }
    }

    @Test func `a wrong password keeps what was written`() async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("ana")
            let token = try await town.formToken(cookie)
            _ = try await town.post("/sign-out", "csrf=\(token)", cookie: cookie)

            let asked = try await town.post(
                "/do/add-donor",
                "csrf=\(token)&name=Mairie",
                cookie: cookie
            )
            let again = try await town.form(
                "/sign-in",
                asked.hidden.merging(["login": "ana", "password": "wrong"]) { $1 }
            )

            #expect(again.status == .unauthorized)
            #expect(again.hidden["kept.name"] == "Mairie")
            #expect(!again.text.contains("kept.csrf"))
        }
    }

    @Test func `nothing is kept of what a stranger sends`() async throws {
        try await WebTown.with { town in
            let reply = try await town.post("/do/add-donor", "name=Mairie")

            #expect(reply.status == .unauthorized)
            #expect(!reply.text.contains("Mairie"))
            #expect(!reply.text.contains("moulin user"))
        }
    }

    @Test(arguments: ["", "Bearer nothing", "Basic abc"])
    func `a program without a key that counts is told of keys`(given: String) async throws {
        try await WebTown.with { town in
            let reply = try await town.get(
                "/api/v1/questions/list-people",
                headers: given.isEmpty ? [:] : ["authorization": given]
            )

            #expect(reply.status == .unauthorized)
            #expect(reply.text.contains("Authorization: Bearer"))
            #expect(reply.text.contains("moulin user token"))
        }
    }
}

extension WebTown {
    fileprivate func form(
        _ path: String,
        _ fields: [String: String],
        cookie: String? = nil
    ) async throws -> Answer {
        let pairs = fields.map {
            "\($0.key.addingPercentEncoding)=\($0.value.addingPercentEncoding)"
        }
        return try await post(path, pairs.joined(separator: "&"), cookie: cookie)
    }
}

extension WebTown.Answer {
    /// The hidden boxes of the page's own forms.
    fileprivate var hidden: [String: String] {
        let page = text.split(separator: "<h1>").dropFirst().joined()
        let inputs = page.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)"/)
        return Dictionary(inputs.map { (String($0.output.1), String($0.output.2)) }) { $1 }
    }
}
