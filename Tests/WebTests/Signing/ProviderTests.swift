import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// Signing in by an account at another service, and the ways in which somebody else would like to.
@Suite struct ProviderTests {
    /// A visit that has reached the other service: where the browser was sent, and what it keeps.
    private struct Departed {
        let address: String
        let state: String
        let browser: String
    }

    private func with(
        domains: Set<String> = ["example.org"],
        _ body: (WebTown, MockProvider) async throws -> Void
    ) async throws {
        let provider = MockProvider()
        let settings = OpenIDSettings(
            issuer: MockProvider.issuer,
            client: "moulin",
            secret: "hush",
            domains: domains
        )
        try await WebTown.with(openID: settings, asking: provider.asking) { town in
            _ = try await town.town.application.perform(
                AddPerson(login: "eve", fullName: "Ève", email: "eve@example.org"),
                as: town.town.dan
            )
            _ = try await town.town.application.perform(
                GrantRole(login: "eve", role: .technician),
                as: town.town.dan
            )
            try await body(town, provider)
        }
    }

    private func depart(_ town: WebTown) async throws -> Departed {
        let reply = try await town.get("/sign-in/provider?next=/board")
        let address = try #require(reply.location)
        let cookie = try #require(reply.header("set-cookie"))
        let browser = try #require(cookie.firstMatch(of: /moulin-provider=([0-9a-f]{64})/))
        let state = MockProvider.fields(
            String(address.split(separator: "?", maxSplits: 1).last ?? "")
        )["state"]
        return Departed(
            address: address,
            state: try #require(state),
            browser: String(browser.1)
        )
    }

    private func comeBack(
        _ town: WebTown,
        code: String,
        state: String,
        browser: String?,
        issuer: String? = MockProvider.issuer
    ) async throws -> WebTown.Answer {
        let named = issuer.map { "&iss=\($0.addingPercentEncoding)" } ?? ""
        return try await town.get(
            "/sign-in/provider/back?code=\(code)&state=\(state)\(named)",
            headers: browser.map { ["cookie": "a=b; moulin-provider=\($0)"] } ?? [:]
        )
    }

    private func visit(_ town: WebTown, _ provider: MockProvider) async throws -> WebTown.Answer {
        let departed = try await depart(town)
        return try await comeBack(
            town,
            code: provider.code(for: departed.address),
            state: departed.state,
            browser: departed.browser
        )
    }

    @Test func `a verified address of an allowed domain signs its one person in`() async throws {
        try await with { town, provider in
            let reply = try await visit(town, provider)
            let page = try await town.get("/bench", cookie: try #require(reply.cookie))

            #expect(reply.location == "/board")
            #expect(page.text.contains("Ève"))
        }
    }

    @Test func `it is the account that is linked, whatever its address says later`() async throws {
        try await with { town, provider in
            _ = try await visit(town, provider)
            provider.stands(as: "account-1", email: "changed@elsewhere.example", verified: false)
            let same = try await visit(town, provider)
            provider.stands(as: "account-2", email: "eve@example.org")
            let other = try await visit(town, provider)

            #expect(same.cookie != nil)
            #expect(other.cookie == nil)
        }
    }

    @Test(arguments: [
        ("eve@example.org", false), ("eve@other.example", true), ("nobody@example.org", true),
        ("eve@example.org@other.example", true),
    ])
    func `any other address signs nobody in`(email: String, verified: Bool) async throws {
        try await with { town, provider in
            provider.stands(as: "account-1", email: email, verified: verified)

            let reply = try await visit(town, provider)

            #expect(reply.cookie == nil)
            #expect(reply.status == .conflict)
        }
    }

    @Test func `without domains only an administrator's link counts, until it is ended`()
        async throws
    {
        try await with(domains: []) { town, provider in
            let house = town.town.application
            let before = try await visit(town, provider)
            _ = try await house.perform(
                LinkIdentity(login: "eve", issuer: MockProvider.issuer, subject: "account-1"),
                as: town.town.dan
            )
            let linked = try await visit(town, provider)
            _ = try await house.perform(UnlinkIdentity(login: "eve"), as: town.town.dan)
            let ended = try await visit(town, provider)

            #expect(before.cookie == nil)
            #expect(linked.cookie != nil)
            #expect(ended.cookie == nil)
        }
    }

    @Test func `an account whose link was ended does not come back by its address`() async throws {
        try await with { town, provider in
            _ = try await visit(town, provider)
            _ = try await town.town.application.perform(
                UnlinkIdentity(login: "eve"),
                as: town.town.dan
            )

            #expect(try await visit(town, provider).cookie == nil)
        }
    }

    @Test func `an own second factor is asked for all the same`() async throws {
        try await with { town, provider in
            _ = try await town.addTelephone(try await town.signIn("eve"))

            let reply = try await visit(town, provider)

            #expect(reply.cookie == nil)
            #expect(reply.text.contains("name=\"passed\""))
        }
    }

    @Test(arguments: [
        ("a wrong nonce", MockProvider.Lie(claims: ["nonce": "\"other\""])),
        ("a wrong audience", MockProvider.Lie(claims: ["aud": "\"another\""])),
        ("another issuer", MockProvider.Lie(claims: ["iss": "\"https://evil.example\""])),
        ("an old token", MockProvider.Lie(claims: ["exp": "1000", "iat": "900"])),
        ("no signature", MockProvider.Lie(algorithm: "none")),
        ("another's signature", MockProvider.Lie(isSignedByAnother: true)),
    ])
    func `a token that is not true signs nobody in`(
        name: String,
        lie: MockProvider.Lie
    ) async throws {
        try await with { town, provider in
            provider.lie(lie)

            let reply = try await visit(town, provider)

            #expect(reply.cookie == nil, "\(name)")
            #expect(reply.status == .conflict, "\(name)")
        }
    }

    @Test
    func `a return counts once, in the browser that was sent, from the service it was sent to`()
        async throws
    {
        try await with { town, provider in
            let departed = try await depart(town)
            func come(browser: String?, issuer: String?) async throws -> String? {
                try await comeBack(
                    town,
                    code: provider.code(for: departed.address),
                    state: departed.state,
                    browser: browser,
                    issuer: issuer
                ).cookie
            }

            let foreign = try await come(
                browser: String(repeating: "0", count: 64),
                issuer: MockProvider.issuer
            )
            let without = try await come(browser: nil, issuer: MockProvider.issuer)
            let mixed = try await come(browser: departed.browser, issuer: "https://evil.example")
            let unnamed = try await come(browser: departed.browser, issuer: nil)
            let right = try await come(browser: departed.browser, issuer: MockProvider.issuer)
            let again = try await come(browser: departed.browser, issuer: MockProvider.issuer)

            #expect([foreign, without, mixed, unnamed, again] == [nil, nil, nil, nil, nil])
            #expect(right != nil)
        }
    }

    /// A code that somebody stole is worth nothing in another visit: the verifier is another, and so is the nonce.
    @Test func `a stolen code is worth nothing`() async throws {
        try await with { town, provider in
            let (victim, thief) = (try await depart(town), try await depart(town))
            let stolen = provider.code(for: victim.address)
            let refused = try await comeBack(
                town,
                code: stolen,
                state: thief.state,
                browser: thief.browser
            )
            provider.lie(MockProvider.Lie(answersWithoutProof: true))
            let second = try await depart(town)
            let believed = try await comeBack(
                town,
                code: provider.code(for: victim.address),
                state: second.state,
                browser: second.browser
            )

            #expect(refused.cookie == nil)
            #expect(believed.cookie == nil)
        }
    }

    @Test func `where no service is named there is no way to one`() async throws {
        try await WebTown.with { town in
            let there = try await town.get("/sign-in/provider")
            let back = try await town.get("/sign-in/provider/back?code=x")
            let page = try await town.get("/sign-in")

            #expect(there.status == .notFound)
            #expect(back.status == .notFound)
            #expect(!page.text.contains("/sign-in/provider"))
        }
    }

    @Test(arguments: ["http://id.example", "ftp://id.example", "id.example", ""])
    func `a service without TLS is not one`(issuer: String) {
        #expect(OpenIDSettings(issuer: issuer, client: "c", secret: nil) == nil)
    }
}
