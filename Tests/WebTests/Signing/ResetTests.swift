import Application
import Cluster
import Domain
import HTTPTypes
import Postgres
import Testing
import TestSupport
import TownSupport

@testable import Web

@Suite struct ResetTests {
    /// The address in the last letter that waits; nil when none does.
    private func letter(_ town: WebTown) async throws -> (to: String, path: String)? {
        let db = try await town.town.database.connect(as: .superuser)
        let row = try await db.optionalRow(
            "SELECT body ->> 'to' AS to, body ->> 'text' AS text FROM core.outbox ORDER BY outbox_id DESC LIMIT 1"
        )
        await db.close()
        guard let row else { return nil }
        let text: String = try row.decode("text")
        let link = try #require(
            text.firstMatch(of: /http:\/\/localhost:8080(\/invitation\/[0-9a-f]{64})/)
        )
        return (try row.decode("to"), String(link.1))
    }

    private func eve(_ town: WebTown) async throws {
        _ = try await town.town.application.perform(
            AddPerson(login: "eve", fullName: "Ève", email: "eve@example.org"),
            as: town.town.dan
        )
        _ = try await town.town.application.perform(
            GrantRole(login: "eve", role: .technician),
            as: town.town.dan
        )
    }

    @Test(arguments: ["eve", "EVE@example.org"])
    func `who forgot gets a link by mail, which looking at does not use`(account: String)
        async throws
    {
        try await WebTown.with { town in
            try await eve(town)
            let old = try await town.signIn("eve")

            let asked = try await town.post("/forgotten", "account=\(account)")
            let letter = try #require(try await letter(town))
            _ = try await town.get(letter.path)
            _ = try await town.get(letter.path)
            let chosen = try await town.post(letter.path, "password=other+horse+battery")
            let again = try await town.post(letter.path, "password=third+horse+battery")
            let reply = try await town.post("/sign-in", "login=eve&password=other+horse+battery")

            #expect(asked.status == .ok)
            #expect(letter.to == "eve@example.org")
            #expect(chosen.status == .seeOther)
            #expect(again.status == .conflict)
            #expect(try await town.get("/bench", cookie: old).status == .seeOther)
            #expect(reply.cookie != nil)
        }
    }

    @Test func `who asks learns nothing of who is known`() async throws {
        try await WebTown.with { town in
            try await eve(town)

            let known = try await town.post("/forgotten", "account=eve")
            let unknown = try await town.post("/forgotten", "account=nobody")
            let without = try await town.post("/forgotten", "account=ana")

            #expect(known.status == unknown.status)
            #expect(hiding(known.text) == hiding(unknown.text))
            #expect(hiding(known.text) == hiding(without.text))
        }
    }

    private func hiding(_ text: String) -> String {
        text.replacing(/form-[0-9a-f]+/, with: "form")
    }

    @Test func `three asks in a quarter of an hour are enough, and sign-in stays open`()
        async throws
    {
        try await WebTown.with { town in
            try await eve(town)
            _ = try await town.signIn("eve")
            for _ in 0..<3 { _ = try await town.post("/forgotten", "account=eve") }

            let fourth = try await town.post("/forgotten", "account=eve")
            let reply = try await town.post("/sign-in", "login=eve&password=right+horse+battery")

            #expect(fourth.status == .tooManyRequests)
            #expect(reply.cookie != nil)
        }
    }

    @Test func `an administrator mails a link, to whoever has an address`() async throws {
        try await WebTown.with { town in
            try await eve(town)
            let house = town.town.application

            _ = try await house.perform(MailInvitation(login: "eve"), as: town.town.dan)
            let letter = try #require(try await letter(town))
            let chosen = try await town.post(letter.path, "password=other+horse+battery")
            let without = await #expect(throws: Failure.self) {
                try await house.perform(MailInvitation(login: "ana"), as: town.town.dan)
            }

            #expect(chosen.status == .seeOther)
            #expect(without?.word == "mail_address_missing")
        }
    }
}
