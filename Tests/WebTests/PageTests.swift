import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite struct PageTests {
    @Test func `every route is closed to strangers unless it says otherwise`() async throws {
        try await WebTown.with { town in
            for route in Routes.all {
                guard case .everybody = route.access else {
                    let path = WebTown.example(of: route.path)
                    let reply = try await town.send(route.method, path, "")

                    let isAPI = route.isAPI || route.method == .post
                    #expect(
                        reply.status == (isAPI ? .unauthorized : .seeOther),
                        "\(route.method) \(path)"
                    )
                    continue
                }
            }
        }
    }

    @Test(arguments: ["ana", "bea", "cid", "dan"])
    func `every question and command answers everyone with a page and never with a fault`(
        login: String
    ) async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn(login)
            let lists = Catalogue.questions.map { "/list/\($0.name)" }
            let forms = Catalogue.commands.map { "/do/\($0.name)" }
            for path in lists + forms + ["/all", "/bench", "/board"] {
                let reply = try await town.get(path, cookie: cookie)

                #expect(
                    [.ok, .forbidden, .conflict].contains(reply.status),
                    "\(path) \(reply.status)"
                )
                #expect(reply.text.contains("<h1"), "\(path)")
            }
        }
    }

    @Test func `what people typed never becomes markup`() async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("ana")
            let evil = "%3Cscript%3Ealert(1)%3C%2Fscript%3E"

            let pages = [
                "/list/list-devices?text=\(evil)", "/devices/\(evil)", "/bench?q=\(evil)",
                "/do/add-donor?name=\(evil)", "/\(evil)",
            ]
            for path in pages {
                let reply = try await town.get(path, cookie: cookie)
                #expect(!reply.text.contains("<script>alert"), "\(path)")
            }
        }
    }

    @Test func `both languages have the same words, and templates use no others`() async throws {
        try await WebTown.with { town in
            let fr = Set(town.site.locales.phrases[.fr, default: [:]].keys)
            let en = Set(town.site.locales.phrases[.en, default: [:]].keys)

            #expect(fr == en)
            #expect(fr.count > 40)
        }
    }

    @Test func `every answer tells the browser what it may not do`() async throws {
        try await WebTown.with { town in
            let reply = try await town.get("/sign-in")

            let policy = try #require(reply.header("content-security-policy"))
            #expect(policy.contains("default-src 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(reply.header("x-content-type-options") == "nosniff")
            #expect(reply.header("cache-control") == "no-store")
        }
    }

    @Test func `another method of a known path is told which there are`() async throws {
        try await WebTown.with { town in
            let reply = try await town.send(.delete, "/sign-in", "")

            #expect(reply.status == .methodNotAllowed)
            #expect(reply.header("allow") == "GET, POST")
        }
    }
}

extension WebTown {
    /// A path that a route answers, with something in its open parts.
    static func example(of path: String) -> String {
        path.split(separator: "/").map { part in
            part.hasPrefix(":") ? "1" : String(part)
        }.reduce("") { $0 + "/" + $1 }
    }
}
