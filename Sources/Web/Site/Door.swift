import Application
import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// Lets a request in: finds out who is there, whether they may, and guards what goes out.
struct Door: Sendable {
    let site: Site
    let route: Route

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
        let caller = Caller(request)
        let refusal = EarlyRefusal(site: site, isAPI: route.isAPI, language: caller.chosenLanguage)
        guard site.settings.isReached(as: request.head.authority) else { return refusal.otherHost }
        do throws(Failure) {
            let visitor = try await caller.visitor(site.signIn)
            guard let body = await body(of: request, from: visitor, caller) else {
                return refusal.tooLarge(most: route.largestBody)
            }
            let visit = visit(request, body, context, caller, visitor)
            guard site.offer.includes(visit.path) else { return elsewhere(visit) }
            do throws(Failure) {
                if visit.method == .post { try refuseForeignForms(visit) }
                let confirmed = try await Confirmation.taken(visit)
                try admit(confirmed)
                return try await route.answer(confirmed)
            } catch {
                if let asked = Confirmation(error, visit) { return asked.page(visit) }
                if let kept = SignInPages.interrupted(error, visit) { return kept }
                return Problem(error, visit).reply()
            }
        } catch {
            return refusal.unavailable(error.word)
        }
    }

    /// What was sent; nothing of what a stranger sends to those who are signed in, and nil for more than the route takes.
    ///
    /// Of whoever shows the cookie of a session that has ended, a form of the usual size is read, to be sent again.
    private func body(
        of request: Request,
        from visitor: Visitor?,
        _ caller: Caller
    ) async -> [UInt8]? {
        var request = request
        if visitor == nil, !route.access.isForEverybody {
            let type = request.headers[.contentType] ?? ""
            guard caller.session != nil, !route.isAPI, type.hasPrefix(Self.formType),
                let body = try? await request.collectBody(upTo: KeptForm.largest)
            else { return [] }
            return Array(body.readableBytesView)
        }
        guard let body = try? await request.collectBody(upTo: route.largestBody) else {
            return nil
        }
        return Array(body.readableBytesView)
    }

    /// Where the other process serves the address, when it was said; nowhere otherwise.
    private func elsewhere(_ visit: Visit) -> Reply {
        guard let address = site.settings.otherAddress, visit.method == .get, !visit.isAPI else {
            return Problem.nowhere(visit)
        }
        return .see(address + visit.path)
    }

    private static let formType = "application/x-www-form-urlencoded"

    private func visit(
        _ request: Request,
        _ body: [UInt8],
        _ context: VisitContext,
        _ caller: Caller,
        _ visitor: Visitor?
    ) -> Visit {
        let type = request.headers[.contentType] ?? ""
        let isForm = type.hasPrefix(Self.formType)
        let query = Fields(encoded: (request.uri.query ?? "").utf8)
        return Visit(
            site: site,
            method: request.method,
            path: request.uri.path,
            pathWithQuery: query.address(at: request.uri.path),
            parameters: Dictionary(
                context.parameters.map {
                    (String($0), Fields.plain($1))
                },
                uniquingKeysWith: { $1 }
            ),
            query: query,
            form: isForm ? Fields(encoded: body) : Fields(),
            body: body,
            headers: request.headers,
            address: site.settings.caller(
                at: context.address,
                forwarded: request.headers[.forwardedFor]
            ),
            language: caller.language ?? visitor?.language ?? caller.preferredLanguage,
            session: visitor == nil ? nil : caller.session,
            visitor: visitor,
            station: visitor?.station
        )
    }

    /// - Throws: `.unauthenticated` or `.forbidden`; `factor_owed` for whoever has to add one first; `pin_needed` for a form of a
    ///   shared bench without a PIN.
    private func admit(_ visit: Visit) throws(Failure) {
        if route.access.isForEverybody { return }
        guard let visitor = visit.visitor else { throw .unauthenticated }
        if visitor.owesFactor, route.path != AccountPage.path {
            throw .refused(Refusal(.factorOwed, ["command": "begin-second-factor"]))
        }
        if visitor.station != nil, visit.method == .post {
            throw .refused(Refusal(.pinNeeded, ["digits": "4–8"]))
        }
        switch route.access {
        case .everybody, .staff: return
        case .holders(let permission):
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
        if let origin = visit.headers[.origin] {
            guard site.settings.isReached(as: origin.afterScheme) else {
                throw .forbidden(needs: [])
            }
        }
        let given = visit.form["csrf"] ?? visit.headers[.formToken] ?? visit.tokenBesideFiles
        guard given == site.signIn.formToken(for: session) else { throw .forbidden(needs: []) }
    }

    /// Adds what every answer says to a browser: nothing from elsewhere, nothing inline, in no frame.
    static func guarded(_ reply: Reply, _ site: Site) -> Response {
        var response = reply.response
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        if response.headers[.referrerPolicy] == nil {
            response.headers[.referrerPolicy] = "same-origin"
        }
        response.headers[.permissionsPolicy] = "camera=(self), microphone=(), geolocation=()"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if site.settings.isSecure {
            response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        }
        return response
    }
}

extension String {
    /// The host and port of an origin such as `https://moulin.example`; empty for `null`.
    fileprivate var afterScheme: String {
        guard let slashes = firstRange(of: "://") else { return "" }
        return String(self[slashes.upperBound...])
    }
}

extension Visit {
    /// The token of a form with files in it; nil for every other body.
    fileprivate var tokenBesideFiles: String? {
        guard let type = headers[.contentType], type.hasPrefix("multipart/form-data") else {
            return nil
        }
        return Multipart(body, type: type)?.fields["csrf"]
    }
}

extension HTTPField.Name {
    static let secFetchSite = Self(known: "Sec-Fetch-Site")
    static let formToken = Self(known: "X-Form-Token")
    static let referrerPolicy = Self(known: "Referrer-Policy")
    static let robots = Self(known: "X-Robots-Tag")
    static let forwardedFor = Self(known: "X-Forwarded-For")
    static let permissionsPolicy = Self(known: "Permissions-Policy")
    static let crossOriginOpenerPolicy = Self(known: "Cross-Origin-Opener-Policy")
    static let idempotencyKey = Self(known: "Idempotency-Key")

    private init(known name: String) {
        guard let made = Self(name) else { preconditionFailure("\(name) is a header's name") }
        self = made
    }
}
