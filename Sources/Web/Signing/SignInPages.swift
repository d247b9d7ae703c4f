import Application
import Domain
import HTTPTypes

/// Signing in and out, choosing a password, choosing a language.
enum SignInPages {
    static let routes: [Route] = [
        .get("/sign-in", .everybody) { (visit) throws(Failure) in
            form(visit, sentence: nil, status: .ok)
        },
        .post("/sign-in", .everybody) { (visit) throws(Failure) in
            try await signIn(visit)
        },
        .post("/sign-in/code", .everybody) { (visit) throws(Failure) in
            try await showCode(visit)
        },
        .get("/forgotten", .everybody) { (visit) throws(Failure) in
            forgotten(visit, isAsked: false, sentence: nil, status: .ok)
        },
        .post("/forgotten", .everybody) { (visit) throws(Failure) in
            try await askForLink(visit)
        },
        .post("/sign-out", .everybody) { (visit) throws(Failure) in
            if let session = visit.session { try await visit.site.signIn.close(session) }
            var reply = Reply.see("/sign-in")
            reply.headers[.setCookie] = cookie(Caller.sessionCookie, "", lasting: 0, visit)
            return reply
        },
        .get("/invitation/:link", .everybody) { (visit) throws(Failure) in
            invitation(visit, sentence: nil, status: .ok)
        },
        .post("/invitation/:link", .everybody) { (visit) throws(Failure) in
            try await choosePassword(visit)
        },
        .post("/language", .everybody) { (visit) throws(Failure) in
            let chosen = visit.form["language"].flatMap { Language(rawValue: $0) } ?? .fr
            var reply = Reply.see(visit.localPath(visit.form["return"]))
            reply.headers[.setCookie] = cookie(
                Caller.languageCookie,
                chosen.rawValue,
                lasting: 31_536_000,
                visit
            )
            return reply
        },
    ]

    /// The page for signing in, for a form whose session has ended; nil for what is not such a form.
    static func interrupted(_ failure: Failure, _ visit: Visit) -> Reply? {
        guard case .unauthenticated = failure, let kept = KeptForm(sentTo: visit) else {
            return nil
        }
        var visit = visit
        visit.pathWithQuery = "/sign-in"
        return form(
            visit,
            sentence: visit.text("problem.signed_out_kept"),
            status: .unauthorized,
            kept: kept
        )
    }

    private struct Form {
        let sentence: String?
        let login: String
        let next: String
        let link: String
        let least: Int
        var kept: [KeptForm.Box] = []
        /// The service elsewhere; nil unless one is named.
        var provider: String?
        var providerPath = ""
    }

    private static func form(
        _ visit: Visit,
        sentence: String?,
        status: HTTPResponse.Status,
        kept: KeptForm? = nil
    ) -> Reply {
        visit.site.page(
            "sign-in",
            title: visit.text("signin.title"),
            Form(
                sentence: sentence,
                login: kept == nil ? visit.form["login"] ?? "" : "",
                next: visit.localPath(visit.form["next"] ?? visit.query["next"]),
                link: "",
                least: SignIn.shortestPassword,
                kept: (kept ?? KeptForm(carriedBy: visit))?.carried ?? [],
                provider: visit.site.openID?.name,
                providerPath: "/sign-in/provider?next="
                    + visit.localPath(visit.form["next"] ?? visit.query["next"])
                    .addingPercentEncoding
            ),
            visit,
            status: status
        )
    }

    private static func signIn(_ visit: Visit) async throws(Failure) -> Reply {
        let step: SignIn.Step
        do throws(Failure) {
            step = try await visit.site.signIn.begin(
                login: visit.form["login"]?.lowercased() ?? "",
                password: visit.form.values["password"]?.last ?? "",
                address: visit.address
            )
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            return form(
                visit,
                sentence: refusal.sentence(in: visit.language),
                status: Problem(error, visit).status
            )
        }
        return reply(step, next: visit.form["next"] ?? "/", visit)
    }

    /// The page that was asked for, or the one that asks for a code.
    static func reply(_ step: SignIn.Step, next: String, _ visit: Visit) -> Reply {
        switch step {
        case .signedIn(let token): welcome(token, next: next, visit)
        case .code(let passed): code(passed.text, next: next, visit, sentence: nil, status: .ok)
        }
    }

    private static func welcome(_ token: Token, next: String, _ visit: Visit) -> Reply {
        var reply = KeptForm(carriedBy: visit)?.page(token, visit) ?? .see(visit.localPath(next))
        reply.headers[.setCookie] = cookie(Caller.sessionCookie, token.text, lasting: nil, visit)
        return reply
    }

    private struct Code {
        let sentence: String?
        let next: String
        /// Says that the password was right.
        let passed: String
        let kept: [KeptForm.Box]
    }

    private static func code(
        _ passed: String,
        next: String,
        _ visit: Visit,
        sentence: String?,
        status: HTTPResponse.Status
    ) -> Reply {
        var visit = visit
        visit.pathWithQuery = "/sign-in"
        return visit.site.page(
            "code",
            title: visit.text("code.title"),
            Code(
                sentence: sentence,
                next: visit.localPath(next),
                passed: passed,
                kept: KeptForm(carriedBy: visit)?.carried ?? []
            ),
            visit,
            status: status
        )
    }

    private static func showCode(_ visit: Visit) async throws(Failure) -> Reply {
        guard let passed = visit.form["passed"].flatMap({ Token($0) }) else {
            return .see("/sign-in")
        }
        do throws(Failure) {
            let token = try await visit.site.signIn.open(
                passed: passed,
                code: visit.form["code"] ?? "",
                address: visit.address
            )
            return welcome(token, next: visit.form["next"] ?? "/", visit)
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            let sentence = refusal.sentence(in: visit.language)
            guard refusal.code == .codeWrong else {
                return form(visit, sentence: sentence, status: Problem(error, visit).status)
            }
            return code(
                passed.text,
                next: visit.form["next"] ?? "/",
                visit,
                sentence: sentence,
                status: .unauthorized
            )
        }
    }

    private struct Forgotten {
        let sentence: String?
        let isAsked: Bool
    }

    private static func forgotten(
        _ visit: Visit,
        isAsked: Bool,
        sentence: String?,
        status: HTTPResponse.Status
    ) -> Reply {
        visit.site.page(
            "forgotten",
            title: visit.text("forgotten.title"),
            Forgotten(sentence: sentence, isAsked: isAsked),
            visit,
            status: status
        )
    }

    /// The answer is the same whether somebody is known or not.
    private static func askForLink(_ visit: Visit) async throws(Failure) -> Reply {
        do throws(Failure) {
            try await visit.site.signIn.forgot(
                visit.form["account"]?.lowercased() ?? "",
                address: visit.address
            )
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            return forgotten(
                visit,
                isAsked: false,
                sentence: refusal.sentence(in: visit.language),
                status: Problem(error, visit).status
            )
        }
        return forgotten(visit, isAsked: true, sentence: nil, status: .ok)
    }

    private static func invitation(
        _ visit: Visit,
        sentence: String?,
        status: HTTPResponse.Status
    ) -> Reply {
        visit.site.page(
            "invitation",
            title: visit.text("invitation.title"),
            Form(
                sentence: sentence,
                login: "",
                next: "",
                link: visit.parameter("link"),
                least: SignIn.shortestPassword
            ),
            visit,
            status: status
        )
    }

    private static func choosePassword(_ visit: Visit) async throws(Failure) -> Reply {
        guard let link = Token(visit.parameter("link")) else {
            throw .refused(Refusal(.invitationSpent, ["days": .number(7)]))
        }
        do throws(Failure) {
            try await visit.site.signIn.choosePassword(
                visit.form.values["password"]?.last ?? "",
                with: link
            )
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            return invitation(
                visit,
                sentence: refusal.sentence(in: visit.language),
                status: .conflict
            )
        }
        return .see("/sign-in?done=password")
    }

    /// The cookie of a session that was opened on another page.
    static func cookie(of token: String, lasting seconds: Int, _ visit: Visit) -> String {
        cookie(Caller.sessionCookie, token, lasting: seconds, visit)
    }

    /// Out of reach of scripts; sent to this site only; over TLS only where there is TLS.
    static func cookie(
        _ name: String,
        _ value: String,
        lasting seconds: Int?,
        _ visit: Visit
    ) -> String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
            + (seconds.map { "; Max-Age=\($0)" } ?? "")
            + (visit.site.settings.isSecure ? "; Secure" : "")
    }
}

extension Visit {
    /// A path of this site; the first page for anything else, such as another site's address.
    func localPath(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return "/" }
        return text
    }
}
