import Application
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

extension Site {
    /// The router, made from the one list of routes; other methods of a known path are told which there are.
    func router() -> Router<VisitContext> {
        let router = Router(context: VisitContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: Nowhere(site: self))
        let byPath = Dictionary(grouping: Routes.all, by: \.path)
        for (path, routes) in byPath {
            let pattern = RouterPath(path)
            for route in routes {
                router.on(pattern, method: route.method) { request, context in
                    await Door(site: self, route: route).answer(request, context)
                }
            }
            let allowed = routes.map(\.method.rawValue).sorted().joined(separator: ", ")
            for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete]
            where !routes.contains(where: { $0.method == method }) {
                router.on(pattern, method: method) { request, _ in
                    let refusal = EarlyRefusal(
                        site: self,
                        isAPI: path.hasPrefix("/api/"),
                        language: Caller(request).chosenLanguage
                    )
                    return Door.guarded(refusal.otherMethod(allowed: allowed), self)
                }
            }
        }
        return router
    }

    /// Serves until the process is told to end; requests that have begun are answered first.
    public func serve(whenReady: @escaping @Sendable (String) -> Void) async throws {
        let application = Hummingbird.Application(
            router: router(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                serverName: "moulin"
            ),
            onServerRunning: { _ in whenReady(settings.publicAddress) },
            logger: Logger(label: "moulin") { _ in QuietLog() }
        )
        try await application.runService()
    }
}

/// Answers for every address and method that is not on the list, in the manner of the house.
private struct Nowhere: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request,
        context: VisitContext,
        next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let route = request.uri.path.hasPrefix("/api/") ? Routes.nowhereInAPI : Routes.nowhere
            return await Door(site: site, route: route).answer(request, context)
        }
    }
}
