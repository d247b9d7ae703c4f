import Application
import Domain
import HTTPTypes

/// One's own account: second factor, PIN, and this computer as a shared bench.
enum AccountPage {
    static let path = "/account"

    static let routes: [Route] =
        [
            .post("/account/station", .staff) { (visit) throws(Failure) in
                try await openStation(visit)
            }
        ] + page.routes

    private static let page = ActingPage(
        path,
        commands: [
            BeginSecondFactor.name, ConfirmSecondFactor.name, EndSecondFactor.name,
            RenewRecoveryCodes.name, SetPIN.name,
        ],
        next: { command, _, _ in
            [SetPIN.name, EndSecondFactor.name].contains(command) ? .here : .shown
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    private struct Content {
        let of: Any
        let owesFactor: Bool
        /// What the telephone reads, as a picture and as text; nil unless a factor is being added.
        let draft: Draft?
        /// Told once; empty otherwise.
        let codes: [String]
        let hasCodes: Bool
        let mayStand: Bool
    }

    private struct Draft {
        let picture: String
        let secret: String
        let address: String
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let codes = visit.outcome["recovery_codes"].elements.map(\.text)
        let content = Content(
            of: visit.content(try await visit.answer(ShowAccount.name)),
            owesFactor: visit.visitor?.owesFactor == true,
            draft: draft(visit),
            codes: codes,
            hasCodes: !codes.isEmpty,
            mayStand: visit.station == nil && visit.may(OpenWorkstation.name)
        )
        return visit.site.page("account", title: visit.text("account.title"), content, visit)
    }

    /// The one that was just made, or the one whose code was wrong.
    private static func draft(_ visit: Visit) -> Draft? {
        let made = visit.outcome["address"]
        let address = made == .null ? visit.form["address"] : made.text
        let secret = made == .null ? visit.form["secret"] : visit.outcome["secret"].text
        guard let address, let secret, visit.outcome["recovery_codes"] == .null,
            let picture = QuickResponse.svg(of: address)
        else { return nil }
        return Draft(picture: picture, secret: secret, address: address)
    }

    /// From now on this computer is a bench; the session that made it one ends.
    private static func openStation(_ visit: Visit) async throws(Failure) -> Reply {
        let opened = try await visit.perform(OpenWorkstation(station: visit.form["station"] ?? ""))
        if let session = visit.session { try await visit.site.signIn.close(session) }
        var reply = Reply.see("/bench")
        reply.headers[.setCookie] = SignInPages.cookie(
            of: opened.session,
            lasting: 90 * 86_400,
            visit
        )
        return reply
    }
}
