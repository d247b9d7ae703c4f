import Application
import Cluster
import Domain
import HTTPTypes
import Postgres
import Testing
import TestSupport
import TownSupport

@testable import Web

@Suite struct SecondFactorTests {
    private func password(_ town: WebTown) async throws -> WebTown.Answer {
        try await town.post("/sign-in", "login=ana&password=right+horse+battery")
    }

    private func passed(_ page: WebTown.Answer) throws -> String {
        let found = page.text.firstMatch(of: /name="passed" value="([0-9a-f]{64})"/)
        return String(try #require(found).1)
    }

    @Test func `a password alone no longer opens a session, and a code opens it once`() async throws
    {
        try await WebTown.with { town in
            let telephone = try await town.addTelephone(try await town.signIn("ana"))

            let first = try await password(town)
            let passed = try passed(first)
            let used = try await town.post(
                "/sign-in/code",
                "passed=\(passed)&code=\(telephone.usedCode)"
            )
            let fresh = try await town.post(
                "/sign-in/code",
                "passed=\(passed)&code=\(telephone.nextCode)"
            )
            let again = try await town.post(
                "/sign-in/code",
                "passed=\(passed)&code=\(telephone.nextCode)"
            )

            #expect(first.status == .ok)
            #expect(first.cookie == nil)
            #expect(used.status == .unauthorized)
            #expect(used.cookie == nil)
            #expect(fresh.status == .seeOther)
            #expect(try await town.get("/bench", cookie: try #require(fresh.cookie)).status == .ok)
            #expect(again.cookie == nil)
        }
    }

    @Test func `a recovery code opens a session once`() async throws {
        try await WebTown.with { town in
            let telephone = try await town.addTelephone(try await town.signIn("ana"))
            let code = try #require(telephone.recovery.first)

            let first = try await town.post(
                "/sign-in/code",
                "passed=\(try passed(try await password(town)))&code=\(code.uppercased())"
            )
            let second = try await town.post(
                "/sign-in/code",
                "passed=\(try passed(try await password(town)))&code=\(code)"
            )

            #expect(first.cookie != nil)
            #expect(second.cookie == nil)
            #expect(second.status == .unauthorized)
        }
    }

    @Test func `guessing codes closes the account for a while`() async throws {
        try await WebTown.with { town in
            let telephone = try await town.addTelephone(try await town.signIn("ana"))
            let passed = try passed(try await password(town))
            for _ in 0..<9 {
                _ = try await town.post("/sign-in/code", "passed=\(passed)&code=000000")
            }

            let right = try await town.post(
                "/sign-in/code",
                "passed=\(passed)&code=\(telephone.nextCode)"
            )

            #expect(right.status == .tooManyRequests)
            #expect(right.cookie == nil)
        }
    }

    @Test func `a code without a password opens nothing`() async throws {
        try await WebTown.with { town in
            let telephone = try await town.addTelephone(try await town.signIn("ana"))
            let token = String(repeating: "0", count: 64)

            let reply = try await town.post(
                "/sign-in/code",
                "passed=\(token)&code=\(telephone.nextCode)"
            )

            #expect(reply.cookie == nil)
        }
    }

    @Test func `who owes a second factor sees nothing else until it is there`() async throws {
        try await WebTown.with { town in
            _ = try await town.town.application.perform(
                RequireSecondFactor(login: "ana"),
                as: town.town.dan
            )
            let cookie = try await town.signIn("ana")

            let before = try await town.get("/bench", cookie: cookie)
            let act = try await town.send("/places", "add-site", ["site": "Dépôt"], as: cookie)
            let page = try await town.get("/account", cookie: cookie)
            _ = try await town.addTelephone(cookie)
            let after = try await town.get("/bench", cookie: cookie)

            #expect(before.location == "/account")
            #expect(act.location == "/account")
            #expect(page.status == .ok)
            #expect(after.status == .ok)
        }
    }

    @Test func `it goes away by a code, or by an administrator, and by nobody else`() async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("ana")
            let telephone = try await town.addTelephone(cookie)
            let house = town.town.application

            let wrong = try await town.send(
                "/account",
                EndSecondFactor.name,
                ["code": "000000"],
                as: cookie
            )
            let own = await #expect(throws: Failure.self) {
                try await house.perform(RemoveSecondFactor(login: "dan"), as: town.town.dan)
            }
            let right = try await town.send(
                "/account",
                EndSecondFactor.name,
                ["code": telephone.nextCode],
                as: cookie
            )
            _ = try await town.addTelephone(cookie)
            _ = try await house.perform(RemoveSecondFactor(login: "ana"), as: town.town.dan)

            #expect(wrong.status == .conflict)
            #expect(own?.word == "needs_other_person")
            #expect(right.status == .seeOther)
            #expect(try await password(town).cookie != nil)
        }
    }

    @Test func `the picture for the telephone is drawn, and the secret is not in the database`()
        async throws
    {
        try await WebTown.with { town in
            let cookie = try await town.signIn("ana")
            let page = try await town.send("/account", BeginSecondFactor.name, as: cookie)
            let text = try #require(page.text.firstMatch(of: /name="secret" value="([A-Z2-7]+)"/))
            let plain = Base32Reading.bytes(String(text.1))
            let db = try await town.town.database.connect(as: .superuser)
            let row = try await db.row("SELECT sealed_draft FROM core.second_factor")
            let sealed: [UInt8] = try row.decode("sealed_draft")
            await db.close()

            #expect(page.text.contains("<svg"))
            #expect(plain.count == 20)
            #expect(sealed.count == 60)
            #expect(sealed.firstRange(of: plain) == nil)
        }
    }
}
