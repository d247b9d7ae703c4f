import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite struct SignInTests {
    @Test func `who has chosen a password signs in with it and sees the bench`() async throws {
        try await WebTown.with { town in
            try await town.choosePassword("right horse battery", for: "ana")

            let reply = try await town.post("/sign-in", "login=ana&password=right+horse+battery")

            #expect(reply.status == .seeOther)
            let cookie = try #require(reply.cookie)
            let bench = try await town.get("/bench", cookie: cookie)
            #expect(bench.status == .ok)
            #expect(bench.text.contains("Ana"))
        }
    }

    @Test(arguments: [
        "login=ana&password=wrong+horse", "login=nobody&password=right+horse+battery",
    ])
    func `a wrong password and an unknown login are told the same`(form: String) async throws {
        try await WebTown.with { town in
            try await town.choosePassword("right horse battery", for: "ana")

            let reply = try await town.post("/sign-in", form)

            #expect(reply.status == .unauthorized)
            #expect(reply.cookie == nil)
            #expect(reply.text.contains("ce mot de passe ne vont pas ensemble"))
        }
    }

    @Test func `after ten wrong tries the right password waits as well`() async throws {
        try await WebTown.with { town in
            try await town.choosePassword("right horse battery", for: "ana")
            for _ in 0..<10 {
                _ = try await town.post("/sign-in", "login=ana&password=guess")
            }

            let reply = try await town.post("/sign-in", "login=ana&password=right+horse+battery")

            #expect(reply.status == .tooManyRequests)
        }
    }

    @Test func `a link for a password works once`() async throws {
        try await WebTown.with { town in
            let link = try await town.invite("ana")
            let first = try await town.post("/invitation/\(link)", "password=right+horse+battery")
            let second = try await town.post("/invitation/\(link)", "password=other+horse+battery")

            #expect(first.status == .seeOther)
            #expect(second.status == .conflict)
        }
    }

    @Test func `who signs out is nobody at the next request`() async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("ana")
            let token = try await town.formToken(cookie)

            let reply = try await town.post("/sign-out", "csrf=\(token)", cookie: cookie)
            let after = try await town.get("/bench", cookie: cookie)

            #expect(reply.status == .seeOther)
            #expect(after.status == .seeOther)
            #expect(after.header("location") == "/sign-in?next=/bench")
        }
    }

    @Test func `whoever is signed out everywhere is nobody at the next request`() async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("ana")

            _ = try await town.town.application.perform(
                EndSessions(login: "ana"),
                as: town.town.dan
            )
            let after = try await town.get("/bench", cookie: cookie)

            #expect(after.status == .seeOther)
        }
    }

    @Test func `a form without its token, or sent by another site, does nothing`() async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("dan")
            let token = try await town.formToken(cookie)
            let form = "login=eve&name=Eve"

            let without = try await town.post("/do/add-person", form, cookie: cookie)
            let foreign = try await town.post(
                "/do/add-person",
                form + "&csrf=\(token)",
                cookie: cookie,
                headers: ["sec-fetch-site": "cross-site"]
            )
            let own = try await town.post("/do/add-person", form + "&csrf=\(token)", cookie: cookie)

            #expect(without.status == .forbidden)
            #expect(foreign.status == .forbidden)
            #expect(own.status == .ok)
        }
    }
}
