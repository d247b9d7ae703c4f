import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// What is wrong with the body of a request is said by the name of its field.
@Suite struct JSONMistakeTests {
    @Test(arguments: [
        (#"{"donation":1,"kind":"laptop","count":1,"count":3}"#, "count"),
        (#"{"donation":1,"kind":"laptop","\u0063ount":1,"count":3}"#, "count"),
        (#"{"donation":1.5,"kind":"laptop","count":1}"#, "donation » ne se lit pas : reçu 1.5"),
        (
            #"{"donation":1,"kind":"laptop","count":"three"}"#,
            "count » ne se lit pas : reçu \"three\""
        ),
        (#"{"donation":1,"kind":["laptop"],"count":1}"#, "kind"),
        (#"{"donation":1,"kind":"laptop","count":9999999999}"#, "9999999999"),
        (#"{"donation":99999999999999999999,"kind":"laptop","count":1}"#, "donation"),
    ])
    func `a field that is repeated, or of another type, is named with what was expected`(
        body: String,
        told: String
    ) async throws {
        try await WebTown.with { town in
            let reply = try await town.send(
                .post,
                "/api/v1/commands/add-devices",
                body,
                headers: try await town.key("ana")
            )

            let problem = JSONValue(bytes: Array(reply.text.utf8))
            #expect(reply.status == .badRequest)
            #expect(problem["title"].text.contains(told))
            #expect(!problem["title"].text.contains("type value"))
        }
    }

    @Test func `a member that is repeated in a record is told as well`() async throws {
        try await WebTown.with { town in
            let reply = try await town.send(
                .post,
                "/api/v1/commands/publish-price-grid",
                #"{"grid":"G","rows":[{"kind":"laptop","grade":"B","kind":"tablet","cents":[1]}]}"#,
                headers: try await town.key("dan")
            )

            #expect(reply.status == .badRequest)
            #expect(JSONValue(bytes: Array(reply.text.utf8))["title"].text.contains("kind"))
        }
    }

    @Test func `names that stand in different records are no repetition`() async throws {
        try await WebTown.with { town in
            let reply = try await town.send(
                .post,
                "/api/v1/commands/publish-price-grid?dry_run=true",
                """
                {"grid": "G:{\\"kind\\"", "from": "2031-01-01", "rows": [
                  {"kind": "laptop", "grade": "B", "cents": [1000]},
                  {"kind": "tablet", "grade": "B", "cents": [1000]}]}
                """,
                headers: try await town.key("dan", scopes: ["publish-price-grid"])
            )

            #expect(!reply.text.contains("unreadable"))
        }
    }
}
