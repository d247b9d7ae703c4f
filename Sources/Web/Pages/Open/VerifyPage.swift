import Application
import Domain
import HTTPTypes

/// Whether a paper is of the house, for whoever holds it: the code that is printed on it leads here.
enum VerifyPage {
    static let routes: [Route] = [
        .get("/verify", .everybody) { (visit) throws(Failure) in
            guard let code = visit.query["code"] else {
                return page(visit, nil, sentence: nil, status: .ok)
            }
            return .see("/verify/\(code.addingPercentEncoding)")
        },
        .get("/verify/:code", .everybody) { (visit) throws(Failure) in
            try await verify(visit)
        },
        .get("/api/v1/verify/:code", .everybody) { (visit) throws(Failure) in
            try visit.said([])
            let code = visit.parameter("code")
            return .json(try await visit.site.desk.verify(code, from: visit.address).json)
        },
    ]

    struct Content {
        let of: Any?
        let code: String
        let sentence: String?
    }

    private static func verify(_ visit: Visit) async throws(Failure) -> Reply {
        do throws(Failure) {
            let found = try await visit.site.desk.verify(
                visit.parameter("code"),
                from: visit.address
            )
            return page(visit, JSONValue(bytes: found.json), sentence: nil, status: .ok)
        } catch {
            switch error {
            case .refused(let refusal):
                let isUnknown = refusal.code == .unknownDocument
                let sentence =
                    isUnknown
                    ? visit.text("verify.unknown") : refusal.sentence(in: visit.language)
                return page(
                    visit,
                    nil,
                    sentence: sentence,
                    status: Problem(error, visit).status
                )
            case .unreadable(let unreadable):
                let sentence = unreadable.sentence(in: visit.language)
                return page(visit, nil, sentence: sentence, status: .badRequest)
            case .file, .forbidden, .unauthenticated, .database: throw error
            }
        }
    }

    private static func page(
        _ visit: Visit,
        _ found: JSONValue?,
        sentence: String?,
        status: HTTPResponse.Status
    ) -> Reply {
        visit.site.page(
            "verification",
            title: visit.text("verify.title"),
            Content(
                of: found.map { visit.content($0) },
                code: visit.parameters["code"] ?? "",
                sentence: sentence
            ),
            visit,
            status: status
        )
    }
}
