import Application
import Domain
import HTTPTypes

/// A page or an answer, by its method and path.
///
/// `Routes.all` is the one list: the router, the navigation and the tests of who may see what are made from it.
struct Route: Sendable {
    /// Who is let in before the page is asked for.
    ///
    /// There is no default: every route says it.
    enum Access: Sendable {
        case everybody
        /// Whoever is signed in or shows a key.
        case staff
        /// Whoever holds one of the roles.
        case holders(Permission)

        var isForEverybody: Bool {
            if case .everybody = self { return true }
            return false
        }
    }

    typealias Answer = @Sendable (Visit) async throws(Failure) -> Reply

    let method: HTTPRequest.Method
    /// Such as `/devices/:device`.
    let path: String
    let access: Access
    let answer: Answer

    static func get(_ path: String, _ access: Access, _ answer: @escaping Answer) -> Route {
        Route(method: .get, path: path, access: access, answer: answer)
    }

    static func post(_ path: String, _ access: Access, _ answer: @escaping Answer) -> Route {
        Route(method: .post, path: path, access: access, answer: answer)
    }

    /// In bytes: 64 MiB for lists of the house, a stranger's list and its form, 2 MiB for everything else.
    var largestBody: Int {
        switch path {
        case "/give": AnnouncedGift.largestList + 64 << 10
        case _ where path.hasSuffix("/files"), _ where path.hasPrefix("/api/v1/lists/"): 64 << 20
        default: 2 << 20
        }
    }

    /// Machines talk here: they get problems as documents, and are not sent to the page for signing in.
    var isAPI: Bool { path.hasPrefix("/api/") }
}
