import Application
import Domain
import HTTPTypes

/// What a form lacks besides its own boxes: a fresh proof of who acts, a PIN at a shared bench, or a second person.
///
/// The page that asks for it carries the form along as it was, so that nothing is typed twice; what it adds travels under names of
/// its own and is taken out before the form is read.
struct Confirmation {
    enum Kind {
        case proof
        case pin
        case second
    }

    static let proof = "confirm_proof"
    private static let login = "confirm_login"
    private static let pin = "confirm_pin"
    static let reason = "confirm_reason"

    let kind: Kind
    let failure: Failure

    /// nil for a refusal that no page can help with, and for programs.
    init?(_ failure: Failure, _ visit: Visit) {
        guard case .refused(let refusal) = failure, visit.method == .post, !visit.isAPI,
            visit.session != nil, visit.tokenIsInForm
        else { return nil }
        switch refusal.code {
        case .proofNeeded, .proofWrong:
            guard visit.station == nil else { return nil }
            kind = .proof
        case .codeWrong where visit.form[Self.proof] != nil: kind = .proof
        case .pinNeeded, .pinWrong: kind = .pin
        case .approvalNeeded: kind = .second
        default: return nil
        }
        self.failure = failure
    }

    /// The visit with what its form confirms: the proof is renewed, or the person at the bench is known for this one request.
    static func taken(_ visit: Visit) async throws(Failure) -> Visit {
        guard visit.method == .post, let session = visit.session else { return visit }
        var visit = visit
        if visit.station != nil {
            guard let pin = visit.form[pin] else { return visit }
            visit.visitor = try await visit.site.signIn.visitor(
                at: session,
                login: visit.form[login] ?? "",
                pin: pin
            )
        } else if let secret = visit.form[proof] {
            try await visit.site.signIn.prove(session, by: secret, address: visit.address)
        }
        return visit
    }

    private struct Hidden {
        let name: String
        let value: String
    }

    private struct Content {
        let action: String
        let hidden: [Hidden]
        let sentence: String?
        let login: String
        /// True when only the PIN is missing.
        let isKnown: Bool
        let asksProof: Bool
        let asksPIN: Bool
        let asksSecond: Bool
    }

    /// The page that asks for what is missing.
    func page(_ visit: Visit) -> Reply {
        let own = ["csrf", Self.proof, Self.login, Self.pin, Self.reason]
        let hidden = visit.form.values.filter { !own.contains($0.key) }.sorted { $0.key < $1.key }
            .flatMap { name, texts in texts.map { Hidden(name: name, value: $0) } }
        return visit.site.page(
            "confirm",
            title: visit.text("confirm.\(kind)"),
            Content(
                action: visit.pathWithQuery,
                hidden: hidden,
                sentence: failure.sentence(in: visit.language),
                login: visit.form[Self.login] ?? "",
                isKnown: visit.form[Self.login] != nil,
                asksProof: kind == .proof,
                asksPIN: kind == .pin,
                asksSecond: kind == .second
            ),
            visit,
            status: .forbidden
        )
    }
}

extension Failure {
    /// True for what a page of its own asks for, whatever page the form was on.
    var isAboutConfirming: Bool {
        guard case .refused(let refusal) = self else { return false }
        return [.proofNeeded, .proofWrong, .pinNeeded, .pinWrong, .approvalNeeded]
            .contains(refusal.code)
    }
}

extension Visit {
    /// False for a form with files, which a page cannot carry along.
    fileprivate var tokenIsInForm: Bool { form["csrf"] != nil }

    /// Puts a form before another person instead of doing it, when that is what it says.
    func proposed(_ command: String, _ json: [UInt8]) async throws(Failure) -> Reply? {
        guard let reason = form[Confirmation.reason] else { return nil }
        _ = try await perform(
            Propose(command: command, content: JSONValue(bytes: json), reason: reason)
        )
        return .see(done(Propose.name, .null, at: "/proposals"))
    }
}
