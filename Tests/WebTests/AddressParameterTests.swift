import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite struct AddressParameterTests {
    private static let eve = #"{"login":"eve","name":"Eve"}"#

    @Test(arguments: ["dry_run=1", "dry_run=yes", "dry_run=", "dry_run", "dry_run=TRUE"])
    func `a rehearsal is asked for by true, and by nothing that is like it`(
        query: String
    ) async throws {
        try await WebTown.with { town in
            let headers = try await town.key("dan")

            let reply = try await town.send(
                .post,
                "/api/v1/commands/add-person?\(query)",
                Self.eve,
                headers: headers
            )

            #expect(reply.status == .badRequest)
            #expect(reply.text.contains("dry_run"))
            let people = try await town.get("/api/v1/questions/list-people", headers: headers)
            #expect(!people.text.contains("Eve"))
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.post, "/api/v1/commands/add-person?dryrun=true"),
        (.post, "/api/v1/commands/add-person?dry_run=true&dry_run=false"),
        (.get, "/api/v1/questions/list-devices?stat=in_stock"),
        (.get, "/api/v1/questions/list-devices?state=in_stock&state=sold"),
        (.post, "/api/v1/questions/list-devices?state=in_stock"),
        (.get, "/api/v1/events?from=3"),
        (.get, "/api/v1/events?limit=many"),
        (.get, "/api/v1/openapi.json?version=2"),
        (.get, "/api/v1/figures?year=2026"),
        (.post, "/api/v1/reports/wipe?clock_offset_minutes=late"),
        (.post, "/api/v1/lists/donors?dryrun=true"),
        (.post, "/api/v1/lists/donors?dry_run=1"),
        (.post, "/api/v1/lists/places?keep_going=yes"),
        (.post, "/api/v1/lists/devices?donation=1&kinds=laptop"),
        (.post, "/api/v1/lists/devices?donation=1&announced=1"),
    ])
    func `a parameter that is not known, or said otherwise than it can be, is named`(
        method: HTTPRequest.Method,
        path: String
    ) async throws {
        try await WebTown.with { town in
            let isAtTheBench = ["wipe", "devices?donation"].contains { path.contains($0) }
            let headers = try await town.key(isAtTheBench ? "ana" : "dan")
            let body = path.contains("commands") ? Self.eve : method == .post ? "{}" : ""

            let reply = try await town.send(method, path, body, headers: headers)

            #expect(reply.status == .badRequest)
            let said = path.split(separator: "?")[1].split(separator: "&").last ?? ""
            let name = said.split(separator: "=")[0]
            let problem = JSONValue(bytes: Array(reply.text.utf8))
            #expect(problem["code"].text == "unreadable")
            #expect(problem["title"].text.contains(name))
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.post, "/api/v1/commands/add-person?dry_run=true"),
        (.post, "/api/v1/commands/add-person?dry_run=false"),
        (.get, "/api/v1/questions/list-devices?state=in_stock&limit=5&after="),
        (.get, "/api/v1/questions/list-people"),
        (.get, "/api/v1/events?limit=2"),
    ])
    func `what the contract names is taken`(
        method: HTTPRequest.Method,
        path: String
    ) async throws {
        try await WebTown.with { town in
            let headers = try await town.key("dan")

            let reply = try await town.send(
                method,
                path,
                method == .post ? Self.eve : "",
                headers: headers
            )

            #expect(reply.status == .ok)
        }
    }
}
