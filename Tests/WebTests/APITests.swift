import Application
import Domain
import FoundationEssentials
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite struct APITests {
    private func key(_ town: WebTown, _ login: String, scopes: [String] = []) async throws
        -> [String: String]
    {
        let made = try await town.town.application.perform(
            MakeToken(login: login, purpose: "test", scopes: scopes),
            as: town.town.dan
        )
        return ["authorization": "Bearer \(made.key)", "content-type": "application/json"]
    }

    @Test func `a command acts once under its key`() async throws {
        try await WebTown.with { town in
            var headers = try await key(town, "dan")
            headers["idempotency-key"] = "one"
            let body = #"{"login":"eve","name":"Eve"}"#

            let first = try await town.send(
                .post,
                "/api/v1/commands/add-person",
                body,
                headers: headers
            )
            let second = try await town.send(
                .post,
                "/api/v1/commands/add-person",
                body,
                headers: headers
            )

            #expect(first.status == .ok)
            #expect(second.text == first.text)
        }
    }

    @Test func `a refusal is a problem document with its code and facts`() async throws {
        try await WebTown.with { town in
            let headers = try await key(town, "ana")

            let reply = try await town.send(
                .post,
                "/api/v1/questions/show-device",
                #"{"device":"M-0000-9Z"}"#,
                headers: headers
            )

            #expect(reply.header("content-type") == "application/problem+json")
            let problem = JSONValue(bytes: Array(reply.text.utf8))
            #expect(problem["status"] == .number(Int64(reply.status.code)))
            #expect(!problem["code"].text.isEmpty)
        }
    }

    @Test func `a key with scopes is for nothing else`() async throws {
        try await WebTown.with { town in
            let headers = try await key(town, "ana", scopes: ["board"])

            let board = try await town.send(
                .post,
                "/api/v1/questions/board",
                "{}",
                headers: headers
            )
            let stock = try await town.send(
                .post,
                "/api/v1/questions/stock",
                "{}",
                headers: headers
            )

            #expect(board.status == .ok)
            #expect(stock.status == .forbidden)
        }
    }

    @Test func `a field that is not known is refused, not ignored`() async throws {
        try await WebTown.with { town in
            let headers = try await key(town, "dan")

            let reply = try await town.send(
                .post,
                "/api/v1/commands/add-person",
                #"{"login":"eve","name":"Eve","roles":["admin"]}"#,
                headers: headers
            )

            #expect(reply.status == .badRequest)
        }
    }

    @Test func `the contract names every command and question`() async throws {
        try await WebTown.with { town in
            let reply = try await town.get("/api/v1/openapi.json")

            let paths = JSONValue(bytes: Array(reply.text.utf8))["paths"]
            guard case .object(let named) = paths else {
                Issue.record("no paths")
                return
            }
            let listed = Catalogue.commands.count + Catalogue.questions.count
            // The feed, the reports from a bench, what is open to everybody, and lists.
            #expect(named.count == listed + 5 + ListKinds.all.count)
        }
    }

    @Test func `a list is CSV for whoever asks for CSV`() async throws {
        try await WebTown.with { town in
            var headers = try await key(town, "dan")
            headers["accept"] = "text/csv"

            let reply = try await town.get("/api/v1/questions/list-people", headers: headers)

            #expect(reply.header("content-type") == "text/csv; charset=utf-8")
            #expect(reply.text.split(separator: "\n").count == 5)
        }
    }
}
