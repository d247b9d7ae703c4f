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

    private struct Form {
        let sentence: String?
        let login: String
        let next: String
        let link: String
        let least: Int
    }

    private static func form(
        _ visit: Visit,
        sentence: String?,
        status: HTTPResponse.Status
    ) -> Reply {
        visit.site.page(
            "sign-in",
            title: visit.text("signin.title"),
            Form(
                sentence: sentence,
                login: visit.form["login"] ?? "",
                next: visit.localPath(visit.form["next"] ?? visit.query["next"]),
                link: "",
                least: SignIn.shortestPassword
            ),
            visit,
            status: status
        )
    }

    private static func signIn(_ visit: Visit) async throws(Failure) -> Reply {
        let token: Token
        do throws(Failure) {
            token = try await visit.site.signIn.open(
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
        var reply = Reply.see(visit.localPath(visit.form["next"]))
        reply.headers[.setCookie] = cookie(Caller.sessionCookie, token.text, lasting: nil, visit)
        return reply
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

    /// Out of reach of scripts; sent to this site only; over TLS only where there is TLS.
    private static func cookie(
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
