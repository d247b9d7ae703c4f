import Application
import Domain
import HTTPTypes

/// What needs no account and no page: style, scripts, health and figures for machines.
enum OpenPages {
    static let routes: [Route] = [
        .get("/assets/:name", .everybody) { (visit) throws(Failure) in
            guard let file = visit.site.assets.files[visit.parameter("name")] else {
                return Reply(status: .notFound)
            }
            return Reply(
                headers: [
                    .contentType: file.type,
                    .cacheControl: "public, max-age=31536000, immutable",
                ],
                body: file.bytes
            )
        },
        .get("/favicon.ico", .everybody) { (visit) throws(Failure) in
            .see(visit.site.assets.addresses["mark.svg"] ?? "/")
        },
        .get("/health/live", .everybody) { (_) throws(Failure) in
            Reply(headers: [.contentType: "text/plain"], body: Array("alive\n".utf8))
        },
        .get("/health/ready", .everybody) { (visit) throws(Failure) in
            try await visit.site.signIn.knock()
            return Reply(headers: [.contentType: "text/plain"], body: Array("ready\n".utf8))
        },
        // Counts by route and command, and nothing of anybody; still for this machine alone.
        .get("/metrics", .everybody) { (visit) throws(Failure) in
            guard ["local", "127.0.0.1", "::1"].contains(visit.address) else {
                throw .forbidden(needs: [])
            }
            return Reply(
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: Array(visit.site.figures.exposition.utf8)
            )
        },
    ]
}
