import Application
import Domain
import HTTPTypes
import Hummingbird

/// To another service and back, to be signed in by the account there.
enum ProviderPages {
    private static let cookie = "moulin-provider"

    static let routes: [Route] = [
        // A link and no form: the page may send forms to itself alone.
        .get("/sign-in/provider", .everybody) { (visit) throws(Failure) in
            guard let openID = visit.site.openID else { return Problem.nowhere(visit) }
            let departure = try await openID.begin(next: visit.localPath(visit.query["next"]))
            var reply = Reply.see(departure.address)
            reply.headers[.setCookie] = SignInPages.cookie(
                cookie,
                departure.browser.text,
                lasting: 600,
                visit
            )
            return reply
        },
        .get("/sign-in/provider/back", .everybody) { (visit) throws(Failure) in
            guard let openID = visit.site.openID else { return Problem.nowhere(visit) }
            let ended = try await openID.finish(
                OpenID.Return(
                    state: visit.query["state"].flatMap { Token($0) },
                    code: visit.query["code"],
                    issuer: visit.query["iss"],
                    browser: visit.cookie(cookie).flatMap { Token($0) }
                ),
                address: visit.address
            )
            return SignInPages.reply(ended.step, next: ended.next, visit)
        },
    ]
}

extension Visit {
    /// The value of a cookie that the browser sent.
    fileprivate func cookie(_ name: String) -> String? {
        for pair in (headers[.cookie] ?? "").split(separator: ";") {
            let halves = pair.drop(while: \.isWhitespace).split(separator: "=", maxSplits: 1)
            if halves.count == 2, halves[0] == name { return String(halves[1]) }
        }
        return nil
    }
}
