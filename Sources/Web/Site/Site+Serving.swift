import Application
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
public import ServiceLifecycle

extension Site {
    /// The router, made from the one list of routes; other methods of a known path are told which there are.
    func router() -> Router<VisitContext> {
        let router = Router(context: VisitContext.self, options: [.autoGenerateHeadEndpoints])
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
                router.on(pattern, method: method) { _, _ in
                    Door.guarded(
                        Reply(status: .methodNotAllowed, headers: [.allow: allowed]),
                        self
                    )
                }
            }
        }
        router.on("/**", method: .get) { request, context in
            await Door(site: self, route: Routes.nowhere).answer(request, context)
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
