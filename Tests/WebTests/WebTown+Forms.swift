import Application
import Domain
import HTTPTypes

@testable import Web

extension WebTown {
    /// Sends a form of the page at this path, as the holder of the session.
    func send(
        _ path: String,
        _ command: String,
        _ fields: [String: String] = [:],
        as cookie: String
    ) async throws -> Answer {
        let named = fields.merging(["command": command, "csrf": try await formToken(cookie)]) {
            given,
            _ in given
        }
        let form = named.map { "\($0.key.addingPercentEncoding)=\($0.value.addingPercentEncoding)" }
        return try await post(path, form.joined(separator: "&"), cookie: cookie)
    }

    /// A stranger's look at the first page.
    func visit(in language: Language = .en) -> Visit {
        Visit(
            site: site,
            method: .get,
            path: "/",
            pathWithQuery: "/",
            parameters: [:],
            query: Fields(),
            form: Fields(),
            body: [],
            headers: [:],
            address: "test",
            language: language,
            session: nil,
            visitor: nil
        )
    }
}

extension WebTown.Answer {
    /// Where the browser is sent; nil when it is not.
    var location: String? { header("location") }
}
