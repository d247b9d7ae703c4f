import Application
import Domain
import HTTPTypes
import Hummingbird

/// Who a request says it comes from: a session's cookie, or a program's key.
struct Caller {
    /// The cookie of the session; with the prefix only where TLS is, as browsers demand.
    static let sessionCookie = "moulin-session"
    static let languageCookie = "moulin-language"

    let session: Token?
    private let key: Token?
    /// The language that was chosen on a page.
    let language: Language?
    /// The first of the browser's languages that is spoken here; French when none is.
    let preferredLanguage: Language

    init(_ request: Request) {
        let cookies = request.cookies
        session = cookies[Self.sessionCookie].flatMap { Token($0.value) }
        language = cookies[Self.languageCookie].flatMap { Language(rawValue: $0.value) }
        let words = (request.headers[.authorization] ?? "").split(separator: " ")
        key =
            words.first?.lowercased() == "bearer" && words.count == 2
            ? Token(String(words[1])) : nil
        preferredLanguage =
            (request.headers[.acceptLanguage] ?? "").split(separator: ",").lazy
            .compactMap { Language(rawValue: String($0.drop { $0 == " " }.prefix(2))) }
            .first ?? .fr
    }

    /// The language of whoever is not known yet.
    var chosenLanguage: Language { language ?? preferredLanguage }

    func visitor(_ signIn: SignIn) async throws(Failure) -> Visitor? {
        if let key { return try await signIn.visitor(holding: key) }
        guard let session else { return nil }
        return try await signIn.visitor(of: session)
    }
}
