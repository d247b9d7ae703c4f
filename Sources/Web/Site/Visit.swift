import Application
import Domain
import HTTPTypes

/// One request, as far as pages want to know it.
struct Visit: Sendable {
    let site: Site
    let method: HTTPRequest.Method
    /// Without the query.
    let path: String
    /// Where this page is found again, with what it was asked for; another page's where a form was sent to an address without one.
    var pathWithQuery: String
    /// The parts of the path that the route names, decoded.
    let parameters: [String: String]
    /// What the address says.
    ///
    /// A form that was refused adds its own, so that its boxes are filled again.
    var query: Fields
    /// What was sent as a form; empty for anything else.
    let form: Fields
    /// What was sent, whatever it is.
    let body: [UInt8]
    let headers: HTTPFields
    /// From where, for the limits on signing in.
    let address: String
    let language: Language
    /// The cookie's session; nil for a stranger and for a key.
    let session: Token?
    /// Who acts; at a shared bench whoever gave a PIN with this form.
    var visitor: Visitor?
    /// The name of the shared bench that the request comes from; nil for everywhere else.
    var station: String?
    /// Why what a form of this page asked for was not done; said at the top of the page.
    var problem: String?
    /// True when that is because somebody else changed what the page shows: the page then offers to look again.
    var isOutdated = false
    /// What was just done, in a sentence of its own; said at the top of the page.
    var told: String?
    /// What a form of this page has just brought, when the page itself shows it.
    var outcome: JSONValue = .null
    /// What a form of this page would bring, when that is looked at first; nothing of it was done.
    var rehearsed: JSONValue = .null

    /// A part of the path that the route names; a route that does not is a bug.
    func parameter(_ name: String) -> String {
        guard let value = parameters[name] else {
            preconditionFailure("the route \(path) has no part \(name)")
        }
        return value
    }

    func text(_ key: String) -> String { site.locales.text(key, language) }

    /// This page with one more word in its query, or another in its place.
    func here(with name: String, _ value: String) -> String {
        var asked = query
        asked.remove(name)
        asked.add(name, value)
        return asked.address(at: path)
    }

    /// Asks as the visitor.
    func ask<Q: Question>(_ question: Q) async throws(Failure) -> Q.Answer {
        guard let visitor else { throw .unauthenticated }
        return try await site.house.ask(
            question,
            as: visitor.speaker,
            opening: visitor.opening
        )
    }

    /// Does a command as the visitor, once for each form that was handed out.
    func perform<C: Command>(_ command: C) async throws(Failure) -> C.Outcome {
        guard let visitor else { throw .unauthenticated }
        return try await site.house.perform(command, as: visitor.speaker, key: form["key"])
    }
}
