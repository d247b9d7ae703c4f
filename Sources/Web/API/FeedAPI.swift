import Application
import Domain
import HTTPTypes

/// What programs ask for under names of their own: what has happened since, and reports from a bench.
enum FeedAPI {
    static let routes: [Route] = [
        .get("/api/v1/events", .holders(ListEvents.permission)) { (visit) throws(Failure) in
            try await events(visit)
        },
        .post("/api/v1/reports/wipe", .holders(RecordWipeReport.permission)) {
            (visit) throws(Failure) in
            try await takeWipeReport(visit)
        },
    ]

    /// The change feed: `after` is the `next` of the answer before, which never ends.
    private static func events(_ visit: Visit) async throws(Failure) -> Reply {
        try visit.requireScope(ListEvents.name)
        try visit.said(AddressParameters.events)
        let feed = try await visit.ask(
            ListEvents(
                after: visit.query["after"],
                limit: visit.query.number("limit").map(Int.init)
            )
        )
        return visit.unlessKnown(.json(feed.json))
    }

    /// The log of nwipe as it is, sent by the bench with a key of its own; under its own hash it counts once.
    private static func takeWipeReport(_ visit: Visit) async throws(Failure) -> Reply {
        try visit.requireScope(RecordWipeReport.name)
        guard let visitor = visit.visitor else { throw .unauthenticated }
        try visit.said(AddressParameters.wipeReport)
        var fields: [String: JSONValue] = [
            "report": .text(ReportBody.text(Array(visit.body)))
        ]
        fields["clock_offset_minutes"] = visit.query.number("clock_offset_minutes").map {
            .number($0)
        }
        return .json(
            try await visit.site.house.perform(
                named: RecordWipeReport.name,
                JSONValue.object(fields).bytes,
                as: visitor.speaker,
                key: try visit.idempotencyKey()
            )
        )
    }
}

extension Visit {
    /// - Throws: `.forbidden` for a key that is for other things.
    fileprivate func requireScope(_ name: String) throws(Failure) {
        guard visitor?.isFor(name) == true else { throw .forbidden(needs: []) }
    }
}
