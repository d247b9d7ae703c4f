import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// What cannot be answered is said in a sentence with what to do, in the language of whoever asks.
@Suite struct PlainRefusalTests {
    @Test(arguments: ["fr", "en"])
    func `what is too large is told the largest in plain words`(language: String) async throws {
        try await WebTown.with { town in
            let headers = ["accept-language": language]
            let sent = String(repeating: "a", count: 3 << 20)

            let page = try await town.post("/sign-in", sent, headers: headers)
            let program = try await town.send(
                .post,
                "/api/v1/commands/add-person",
                sent,
                headers: headers.merging(try await town.key("dan")) { $1 }
            )

            for reply in [page, program] {
                #expect(reply.status == .contentTooLarge)
                #expect(reply.text.contains(language == "fr" ? "au plus 2 Mio" : "at most 2 MiB"))
            }
        }
    }

    @Test(arguments: [("fr", "formulaire"), ("en", "form")])
    func `an address that takes forms only says so`(language: String, word: String) async throws {
        try await WebTown.with { town in
            let headers = ["accept-language": language]

            let page = try await town.get("/sign-out", headers: headers)
            let program = try await town.get("/api/v1/commands/add-person", headers: headers)

            #expect(page.status == .methodNotAllowed)
            #expect(page.header("allow") == "POST")
            #expect(page.text.contains(word))
            #expect(program.status == .methodNotAllowed)
            #expect(JSONValue(bytes: Array(program.text.utf8))["title"].text.contains("POST"))
            #expect(JSONValue(bytes: Array(program.text.utf8))["title"].text.count > 20)
        }
    }

    @Test(arguments: [("fr", "adresse"), ("en", "address")])
    func `another name of the host is told the right one`(language: String, word: String)
        async throws
    {
        try await WebTown.with { town in
            for path in ["/sign-in", "/api/v1/figures"] {
                let reply = try await town.send(
                    .get,
                    path,
                    "",
                    headers: ["accept-language": language],
                    host: "elsewhere.example"
                )

                #expect(reply.status == .misdirectedRequest)
                #expect(reply.text.contains(town.site.settings.publicAddress + "/"))
                #expect(reply.text.contains(word))
            }
        }
    }

    @Test func `labels of nothing, on a paper or from a place that is not there, are told`()
        async throws
    {
        try await WebTown.with { town in
            let device = try await town.town.arrived()[0].text
            let cookie = try await town.signIn("ana")
            for (query, word) in [
                ("", "device="), ("?device=\(device)&sheet=zz", "sheet"),
                ("?device=\(device)&paper=zz", "62x29"),
                ("?device=\(device)&paper=L7160&start=99", "21"),
                ("?device=\(device)&paper=L7160&start=0", "21"),
                ("?device=\(device)&start=99", "99"), ("?device=\(device)&start=two", "start"),
            ] {
                let reply = try await town.get("/labels\(query)", cookie: cookie)

                #expect(reply.status == .badRequest, "\(query)")
                #expect(reply.text.contains(word), "\(query)")
                #expect(!reply.text.contains("PDF"), "\(query)")
                #expect(!reply.text.contains(".."), "\(query)")
            }
            for query in ["device=\(device)", "device=\(device)&paper=L7160&start=21"] {
                let reply = try await town.get("/labels?\(query)", cookie: cookie)
                #expect(reply.header("content-type") == "application/pdf", "\(query)")
            }
        }
    }
}
