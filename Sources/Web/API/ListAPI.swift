import Application
import Domain
import HTTPTypes
import Synchronization

/// `/api/v1/lists/…`: a list as it is, taken row by row, for programs; from the one list of kinds.
enum ListAPI {
    static let routes: [Route] = ListKinds.all.map { route(of: $0) }

    private static func route<Kind: ListKind>(of kind: Kind.Type) -> Route {
        .post("/api/v1/lists/\(Kind.name)", .holders(Kind.permission)) {
            (visit) throws(Failure) in try await take(kind, visit)
        }
    }

    /// Answers the report, also when rows are wrong: then with the status of a refusal, and nothing was kept.
    private static func take<Kind: ListKind>(
        _ kind: Kind.Type,
        _ visit: Visit
    ) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        guard visitor.isFor(Kind.command.name) else { throw .forbidden(needs: []) }
        guard let sent = SentList(body: visit) else {
            throw .unreadable(
                Unreadable(
                    "",
                    expected: Phrase(
                        fr: "le fichier, tel quel, comme corps de la requête",
                        en: "the file, as it is, as the body of the request"
                    )
                )
            )
        }
        let rejected = Mutex<[UInt8]>([])
        let outcome = try await visit.site.house.importList(
            of: kind,
            sent.run(
                of: kind,
                isRehearsal: sent.fields["dry_run"] == "true",
                in: visit.language
            ),
            uploaded: sent.bytes,
            named: sent.name,
            as: visitor.speaker,
            rejects: { bytes in rejected.withLock { $0 += bytes } }
        )
        let status: HTTPResponse.Status = outcome.ending == .refused ? .unprocessableContent : .ok
        guard visit.headers[.accept]?.contains("text/csv") == true else {
            return .json(Array(outcome.json.utf8), status: status)
        }
        return Reply(
            status: status,
            headers: [.contentType: "text/csv; charset=utf-8"],
            body: rejected.withLock { $0 }
        )
    }
}

extension SentList {
    /// The body as it is, with what the address says; nil without one.
    fileprivate init?(body visit: Visit) {
        guard !visit.body.isEmpty else { return nil }
        let fields = visit.query.filled.compactMapValues(\.last)
        self.init(fields: fields, bytes: visit.body, name: fields["name"] ?? "upload")
    }
}
