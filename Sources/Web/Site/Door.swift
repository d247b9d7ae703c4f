import Application
import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// Lets a request in: finds out who is there, whether they may, and guards what goes out.
struct Door: Sendable {
    let site: Site
    let route: Route

    /// The largest form or message; files have their own, larger limit.
    private static let largestBody = 2 << 20
    static let largestFile = 64 << 20

    func answer(_ request: Request, _ context: VisitContext) async -> Response {
        let started = ContinuousClock.now
        let reply = await reply(to: request, context)
        site.figures.note(
            route: "\(route.method.rawValue) \(route.path)",
            status: reply.status.code,
            .now - started
        )
        return Self.guarded(reply, site)
    }

    private func reply(to request: Request, _ context: VisitContext) async -> Reply {
        var request = request
        let limit = route.path.hasSuffix("/files") ? Self.largestFile : Self.largestBody
        guard let body = try? await request.collectBody(upTo: limit) else {
            return Reply(status: .contentTooLarge)
        }
        do throws(Failure) {
            let visit = try await visit(request, Array(body.readableBytesView), context)
            do throws(Failure) {
                try admit(visit)
                return try await route.answer(visit)
            } catch {
                return Problem(error, visit).reply(route)
            }
        } catch {
            return Reply(status: .serviceUnavailable, body: Array(error.sentence(in: .en).utf8))
        }
    }

    private func visit(
        _ request: Request,
        _ body: [UInt8],
        _ context: VisitContext
    ) async throws(Failure) -> Visit {
        let caller = Caller(request)
        let visitor = try await caller.visitor(site.signIn)
        let type = request.headers[.contentType] ?? ""
        let isForm = type.hasPrefix("application/x-www-form-urlencoded")
        return Visit(
            site: site,
            method: request.method,
            path: request.uri.path,
            parameters: Dictionary(
                context.parameters.map {
                    (String($0), Fields.plain($1))
                },
                uniquingKeysWith: { $1 }
            ),
            query: Fields(encoded: (request.uri.query ?? "").utf8),
            form: isForm ? Fields(encoded: body) : Fields(),
            body: body,
            headers: request.headers,
            address: context.address,
            language: caller.language ?? visitor?.language ?? caller.preferredLanguage,
            session: visitor == nil ? nil : caller.session,
            visitor: visitor
        )
    }

    /// - Throws: `.unauthenticated` or `.forbidden`.
    private func admit(_ visit: Visit) throws(Failure) {
        if visit.method == .post { try refuseForeignForms(visit) }
        switch route.access {
        case .everybody: return
        case .staff:
            guard visit.visitor != nil else { throw .unauthenticated }
        case .holders(let permission):
            guard let visitor = visit.visitor else { throw .unauthenticated }
            guard visitor.may(permission) else {
                throw .forbidden(needs: permission.roles.sorted { $0.rawValue < $1.rawValue })
            }
        }
    }

    /// A browser sends the cookie with whatever any site makes it send: only our own forms count.
    private func refuseForeignForms(_ visit: Visit) throws(Failure) {
        let from = visit.headers[.secFetchSite]
        guard from == nil || from == "same-origin" || from == "none" else {
            throw .forbidden(needs: [])
        }
        guard let session = visit.session else { return }
        let given = visit.form["csrf"] ?? visit.headers[.formToken]
        guard given == site.signIn.formToken(for: session) else { throw .forbidden(needs: []) }
    }

    /// Adds what every answer says to a browser: nothing from elsewhere, nothing inline, in no frame.
    static func guarded(_ reply: Reply, _ site: Site) -> Response {
        var response = reply.response
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.permissionsPolicy] = "camera=(self), microphone=(), geolocation=()"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if site.settings.isSecure {
            response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        }
        return response
    }
}

extension HTTPField.Name {
    static let secFetchSite = Self(known: "Sec-Fetch-Site")
    static let formToken = Self(known: "X-Form-Token")
    static let referrerPolicy = Self(known: "Referrer-Policy")
    static let permissionsPolicy = Self(known: "Permissions-Policy")
    static let crossOriginOpenerPolicy = Self(known: "Cross-Origin-Opener-Policy")
    static let idempotencyKey = Self(known: "Idempotency-Key")

    private init(known name: String) {
        guard let made = Self(name) else { preconditionFailure("\(name) is a header's name") }
        self = made
    }
}
