import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite struct ProblemTests {
    @Test(
        arguments: [
            (HTTPRequest.Method.get, "/api/v1/nothing", 404),
            (.post, "/api/v1/nothing", 404),
            (.put, "/api/v2", 404),
            (.post, "/api/v1/commands/fly", 404),
            (.get, "/api/v1/questions/why", 404),
            (.get, "/api/v1/commands/add-person", 405),
            (.delete, "/api/v1/openapi.json", 405),
            (.post, "/api/v1/commands/add-person", 400),
            (.get, "/api/v1/questions/show-donor?donor=x", 400),
            (.get, "/api/v1/questions/show-application?application=9", 403),
            (.get, "/api/v1/events?after=x", 400),
        ]
    )
    func `every wrong request to the API is told so by a problem document`(
        method: HTTPRequest.Method,
        path: String,
        status: Int
    ) async throws {
        try await WebTown.with { town in
            let reply = try await town.send(method, path, "", headers: try await town.key("dan"))

            #expect(reply.status.code == status)
            #expect(reply.header("content-type") == "application/problem+json")
            let problem = JSONValue(bytes: Array(reply.text.utf8))
            #expect(problem["status"] == .number(Int64(status)))
            #expect(problem["type"].text == "/problems/" + problem["code"].text)
            #expect(!problem["title"].text.isEmpty)
        }
    }

    @Test func `a stranger is told nothing of what there is`() async throws {
        try await WebTown.with { town in
            for path in ["/api/v1/questions/list-people", "/api/v1/questions/why"] {
                let reply = try await town.get(path)
                #expect(reply.status == .unauthorized)
            }
        }
    }

    @Test func `an answer that is known is not sent again, and a new one is`() async throws {
        try await WebTown.with { town in
            var headers = try await town.key("dan")
            let path = "/api/v1/questions/list-people"
            let first = try await town.get(path, headers: headers)
            let mark = try #require(first.header("etag"))
            headers["if-none-match"] = "W/\"other\", \(mark)"
            let second = try await town.get(path, headers: headers)
            _ = try await town.town.application.perform(
                AddPerson(login: "eve", fullName: "Eve"),
                as: town.town.dan
            )
            let third = try await town.get(path, headers: headers)

            #expect(second.status == .notModified)
            #expect(second.text.isEmpty)
            #expect(third.status == .ok)
            #expect(third.header("etag") != mark)
        }
    }

    @Test func `a rehearsed command says what it would do and does nothing`() async throws {
        try await WebTown.with { town in
            let headers = try await town.key("dan")
            let body = #"{"login":"eve","name":"Eve"}"#
            let path = "/api/v1/commands/add-person"

            let first = try await town.send(.post, path + "?dry_run=true", body, headers: headers)
            let second = try await town.send(.post, path, body, headers: headers)

            #expect(first.status == .ok)
            #expect(second.status == .ok)
        }
    }
}

@Suite struct FeedTests {
    @Test func `the feed tells every event once, in order, page by page, and goes on`()
        async throws
    {
        try await WebTown.with { town in
            for login in ["eve", "fay", "gus", "hal", "ivo"] {
                _ = try await town.town.application.perform(
                    AddPerson(login: login, fullName: login),
                    as: town.town.dan
                )
            }
            let headers = try await town.key("dan", scopes: ["list-events"])
            var told: [String] = []
            var address = "/api/v1/events?limit=2"
            while true {
                let reply = try await town.get(address, headers: headers)
                let page = JSONValue(bytes: Array(reply.text.utf8))
                let rows = page["rows"].elements
                told += rows.map { "\($0["name"].text) \($0["number"].text) \($0["nth"].text)" }
                address = "/api/v1/events?limit=2&after=\(page["next"].text)"
                if rows.isEmpty { break }
            }
            _ = try await town.town.application.perform(
                AddPerson(login: "joy", fullName: "Joy"),
                as: town.town.dan
            )
            let later = try await town.get(address, headers: headers)

            #expect(told.filter { $0.hasPrefix("add-person") }.count == 5)
            #expect(told.last?.hasPrefix("make-token") == true)
            #expect(Set(told).count == told.count)
            let rows = JSONValue(bytes: Array(later.text.utf8))["rows"].elements
            #expect(rows.map { $0["name"].text } == ["add-person"])
        }
    }

    @Test func `a bench sends its log with a key that is for nothing else`() async throws {
        try await WebTown.with { town in
            var headers = try await town.key("ana", scopes: ["record-wipe-report"])
            headers["content-type"] = "text/plain"

            let log = try await town.send(
                .post,
                "/api/v1/reports/wipe",
                "nonsense",
                headers: headers
            )
            let list = try await town.get("/api/v1/questions/list-devices", headers: headers)

            #expect(log.status == .badRequest)
            #expect(list.status == .forbidden)
        }
    }
}
