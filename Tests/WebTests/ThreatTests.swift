import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// The rows of the threat model that concern the web, each under its number.
///
/// T3, T4 and T21 are cells of `MatrixTests`; T6 and T28 are `CanaryTests`; T20's token is in `SignInTests`.
@Suite struct ThreatTests {
    private static let corpus = [
        "'; DROP TABLE core.device; --", "' OR 1=1 --", "\\'; SELECT pg_sleep(9); --",
        "$$; DELETE FROM core.person; $$", "\u{0}", "%00", "\u{FEFF}\u{202E}admin", "{{t.nav.all}}",
        "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "javascript:alert(1)",
        "</textarea><script>alert(1)</script>", "../../../etc/passwd", "\u{1F600}\u{0301}",
    ]

    private static func isAnswered(_ reply: WebTown.Answer) -> Bool {
        reply.status.code < 500
    }

    @Test
    func `T1 and T2: hostile text in every field is a value or a refusal, never a fault or markup`()
        async throws
    {
        try await WebTown.with { town in
            let headers = try await town.key("ana")
            let cookie = try await town.signIn("ana")
            var sent = 0
            for (index, entry) in Catalogue.commands.enumerated()
            where !entry.permission.roles.isDisjoint(with: WebTown.workshop) {
                let text = Self.corpus[index % Self.corpus.count]
                var members: [String: JSONValue] = [:]
                for field in entry.fields where field.type == "string" {
                    members[field.name] = .text(text)
                }
                let reply = try await town.send(
                    .post,
                    "/api/v1/commands/\(entry.name)",
                    String(decoding: JSONValue.object(members).bytes, as: UTF8.self),
                    headers: headers
                )
                #expect(Self.isAnswered(reply), "\(entry.name) \(text): \(reply.status)")
                let query = members.keys.map { "\($0)=\(text.addingPercentEncoding)" }
                let form = try await town.get(
                    "/do/\(entry.name)?\(query.joined(separator: "&"))",
                    cookie: cookie
                )
                #expect(!form.text.contains("<svg onload"), "\(entry.name)")
                #expect(!form.text.contains("<img src=x"), "\(entry.name)")
                #expect(!form.text.contains("<script>alert"), "\(entry.name)")
                sent += 1
            }
            #expect(sent > 20)
        }
    }

    @Test(arguments: corpus)
    func `T2: a donor's name is shown as it is written`(name: String) async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("ana")
            let made = try await town.send(
                .post,
                "/api/v1/commands/add-donor",
                String(
                    decoding: JSONValue.object([
                        "kind": "company", "name": .text("A " + name),
                    ]).bytes,
                    as: UTF8.self
                ),
                headers: try await town.key("ana")
            )
            #expect(Self.isAnswered(made))

            for path in ["/donors/1", "/list/list-donors"] {
                let page = try await town.get(path, cookie: cookie)
                #expect(!page.text.contains("<svg onload"))
                #expect(!page.text.contains("<img src=x"))
                #expect(!page.text.contains("<script>alert"))
                #expect(Self.isAnswered(page))
            }
        }
    }

    @Test(arguments: [
        "roles", "role", "org_id", "organisation", "person", "created_by", "password_hash",
    ])
    func `T5: nobody writes a field that the form does not have`(field: String) async throws {
        try await WebTown.with { town in
            let reply = try await town.send(
                .post,
                "/api/v1/commands/add-person",
                #"{"login":"eve","name":"Eve","\#(field)":"admin"}"#,
                headers: try await town.key("dan")
            )

            #expect(reply.status == .badRequest)
        }
    }

    @Test(arguments: ["=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1"])
    func `T9: no cell of a list runs in a spreadsheet`(name: String) async throws {
        try await WebTown.with { town in
            _ = try await town.town.application.perform(
                AddDonor(kind: .association, name: name),
                as: town.town.ana
            )
            let cookie = try await town.signIn("ana")

            let reply = try await town.get("/list/list-donors?format=csv", cookie: cookie)

            #expect(reply.status == .ok)
            let lines = reply.text.split(whereSeparator: \.isNewline).dropFirst()
            let cells = lines.flatMap { line -> [Substring] in line.split(separator: ",") }
                .map { cell in cell.drop { $0 == "\"" } }
            #expect(!cells.isEmpty)
            #expect(!cells.contains { "=+@\t".contains($0.first ?? " ") })
        }
    }

    @Test func `T14: what is nested without end is unreadable, not fatal`() async throws {
        try await WebTown.with { town in
            let deep = String(repeating: "[", count: 100_000)
            for body in [deep, #"{"devices":"# + deep, "{", "null", "[]", "\u{1}", "1e999"] {
                for path in ["/api/v1/commands/take-steps", "/api/v1/questions/list-devices"] {
                    let reply = try await town.send(
                        .post,
                        path,
                        body,
                        headers: try await town.key("ana")
                    )
                    #expect(reply.status == .badRequest, "\(path) \(body.prefix(12))")
                    #expect(reply.header("content-type") == "application/problem+json")
                }
            }
        }
    }

    @Test func `T14: what is too large is refused before it is read`() async throws {
        try await WebTown.with { town in
            let reply = try await town.send(
                .post,
                "/api/v1/questions/list-devices",
                String(repeating: " ", count: 3 << 20),
                headers: try await town.key("ana")
            )

            #expect(reply.status == .contentTooLarge)
            #expect(reply.header("content-type") == "application/problem+json")
        }
    }

    @Test(arguments: ["/api/v1/lists/donors", "/api/v1/commands/take-steps", "/donations/1/files"])
    func `T14: nothing of what a stranger sends to the house is read`(path: String) async throws {
        try await WebTown.with { town in
            let reply = try await town.send(.post, path, String(repeating: " ", count: 65 << 20))

            #expect([.unauthorized, .seeOther].contains(reply.status))
        }
    }

    @Test func `T15: a removed role and an ended key are effective at the next request`()
        async throws
    {
        try await WebTown.with { town in
            let headers = try await town.key("ana")
            let path = "/api/v1/questions/list-donors"
            let before = try await town.get(path, headers: headers)
            for role in [Role.intake, .receiptIssuer, .accountant, .registerKeeper] {
                _ = try await town.town.application.perform(
                    EndRole(login: "ana", role: role),
                    as: town.town.dan
                )
            }
            let without = try await town.get(path, headers: headers)
            _ = try await town.town.application.perform(
                EndSessions(login: "ana"),
                as: town.town.dan
            )
            let after = try await town.get(path, headers: headers)

            #expect(before.status == .ok)
            #expect(without.status == .forbidden)
            #expect(after.status == .unauthorized)
        }
    }

    @Test(arguments: ["evil.example", "localhost.evil.example", ""])
    func `T16: a host that is not ours is not answered`(host: String) async throws {
        try await WebTown.with { town in
            let reply = try await town.send(.get, "/sign-in", "", host: host)

            #expect(reply.status == .misdirectedRequest)
        }
    }

    @Test func `T17: of those who spend one link at once, one does`() async throws {
        try await WebTown.with { town in
            let link = try await town.invite("ana")
            let done = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let form = "password=right+horse+battery"
                        return try await town.post("/invitation/\(link)", form).status == .seeOther
                    }
                }
                return try await group.reduce(into: 0) { count, isDone in count += isDone ? 1 : 0 }
            }

            #expect(done == 1)
        }
    }

    @Test func `T19: nothing is deleted over the web`() async throws {
        try await WebTown.with { town in
            for route in Routes.all {
                let reply = try await town.send(
                    .delete,
                    WebTown.example(of: route.path),
                    "",
                    headers: try await town.key("dan")
                )
                #expect(reply.status == .methodNotAllowed, "\(route.path)")
            }
        }
    }

    @Test(arguments: ["https://evil.example", "null", "http://localhost.evil.example"])
    func `T20: a form that another origin sends does nothing`(origin: String) async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("dan")
            let token = try await town.formToken(cookie)

            let reply = try await town.post(
                "/do/add-person",
                "login=eve&name=Eve&csrf=\(token)",
                cookie: cookie,
                headers: ["origin": origin]
            )

            #expect(reply.status == .forbidden)
        }
    }

    @Test func `T20: the session's cookie is out of reach of scripts and of other sites`()
        async throws
    {
        try await WebTown.with { town in
            try await town.choosePassword("right horse battery", for: "ana")

            let reply = try await town.post("/sign-in", "login=ana&password=right+horse+battery")

            let cookie = try #require(reply.header("set-cookie"))
            #expect(cookie.contains("HttpOnly"))
            #expect(cookie.contains("SameSite=Lax"))
        }
    }

    @Test(arguments: ["https://evil.example", "//evil.example", "/\\evil.example", "/%0d%0aX: y"])
    func `nobody is led to another site after signing in`(next: String) async throws {
        try await WebTown.with { town in
            try await town.choosePassword("right horse battery", for: "ana")

            let reply = try await town.post(
                "/sign-in",
                "login=ana&password=right+horse+battery&next=\(next.addingPercentEncoding)"
            )

            let location = try #require(reply.header("location"))
            #expect(!location.contains("evil.example"))
            #expect(!location.contains("\n"))
        }
    }
}

extension WebTown {
    /// The headers of a program that speaks as somebody.
    func key(_ login: String, scopes: [String] = []) async throws -> [String: String] {
        let made = try await town.application.perform(
            MakeToken(login: login, purpose: "test", scopes: scopes),
            as: town.dan
        )
        return ["authorization": "Bearer \(made.key)", "content-type": "application/json"]
    }

    /// What Ana holds.
    static let workshop: Set<Role> = [
        .intake, .technician, .wipeOperator, .grader, .shop, .receiptIssuer, .accountant,
        .registerKeeper,
    ]
}
