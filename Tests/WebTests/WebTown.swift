import Application
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization
import TownSupport

@testable import Web

/// A town with the service in front of it; requests go through the router as from the network.
struct WebTown {
    let town: Town
    private let responder: RouterResponder<VisitContext>
    let site: Site

    static func with<R>(
        openID: OpenIDSettings? = nil,
        asking: HTTPAsking? = nil,
        _ body: (WebTown) async throws -> R
    ) async throws -> R {
        try await Town.with { town in
            try await body(try await opened(town, openID: openID, asking: asking))
        }
    }

    /// The same with prices in force since long ago.
    static func atTheCounter<R>(_ body: (WebTown) async throws -> R) async throws -> R {
        try await Town.atTheCounter { town in try await body(try await opened(town)) }
    }

    /// The same town behind a process that was given one login alone.
    func only(_ side: Side) async throws -> WebTown {
        let settings = try WebSettings(
            environment: ["MOULIN_OTHER_ADDRESS": "https://other.example"],
            program: CommandLine.arguments.first ?? ""
        )
        let site = try await Site(try town.only(side), organisation: 1, settings: settings)
        return WebTown(town: town, responder: site.router().buildResponder(), site: site)
    }

    private static func opened(
        _ town: Town,
        openID: OpenIDSettings? = nil,
        asking: HTTPAsking? = nil
    ) async throws -> WebTown {
        let program = CommandLine.arguments.first ?? ""
        let settings = try WebSettings(environment: [:], program: program)
        let site = try await Site(
            town.application,
            organisation: 1,
            settings: settings,
            openID: openID,
            asking: asking,
            audit: try Audit(try Town.schema())
        )
        return WebTown(town: town, responder: site.router().buildResponder(), site: site)
    }

    func get(
        _ path: String,
        cookie: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> Answer {
        try await send(.get, path, "", cookie: cookie, headers: headers)
    }

    /// Sends a form.
    func post(
        _ path: String,
        _ form: String,
        cookie: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> Answer {
        var headers = headers
        headers["content-type"] = headers["content-type"] ?? "application/x-www-form-urlencoded"
        return try await send(.post, path, form, cookie: cookie, headers: headers)
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String,
        cookie: String? = nil,
        headers: [String: String] = [:],
        host: String = "localhost"
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        if let cookie { fields[.cookie] = "moulin-session=\(cookie)" }
        let request = Request(
            head: HTTPRequest(
                method: method,
                scheme: "http",
                authority: host,
                path: path,
                headerFields: fields
            ),
            body: RequestBody(buffer: ByteBuffer(string: body))
        )
        let source = ApplicationRequestContextSource(
            channel: NIOAsyncTestingChannel(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let response = try await responder.respond(
            to: request,
            context: VisitContext(source: source)
        )
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(head: response.head, text: collector.text)
    }

    /// A response, read to its end.
    struct Answer {
        let head: HTTPResponse
        let text: String

        var status: HTTPResponse.Status { head.status }

        func header(_ name: String) -> String? {
            HTTPField.Name(name).flatMap { head.headerFields[$0] }
        }

        /// The session that the answer opens.
        var cookie: String? {
            head.headerFields[.setCookie]?.split(separator: ";").first
                .flatMap { $0.hasPrefix("moulin-session=") ? String($0.dropFirst(15)) : nil }
                .flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    private final class Collector: ResponseBodyWriter {
        private let bytes = Mutex(ByteBuffer())

        func write(_ buffer: ByteBuffer) async throws {
            _ = bytes.withLock { $0.writeImmutableBuffer(buffer) }
        }

        consuming func finish(_: HTTPFields?) async throws {}

        var text: String { bytes.withLock { String(buffer: $0) } }
    }
}

extension WebTown {
    /// A link for choosing a password.
    func invite(_ login: String) async throws -> String {
        try await town.application.perform(InvitePerson(login: login), as: town.dan).invitation
    }

    func choosePassword(_ password: String, for login: String) async throws {
        guard let link = Token(try await invite(login)) else { return }
        try await site.signIn.choosePassword(password, with: link)
    }

    /// Somebody's session.
    func signIn(_ login: String) async throws -> String {
        try await choosePassword("right horse battery", for: login)
        return try await site.signIn.open(
            login: login,
            password: "right horse battery",
            address: "test"
        ).text
    }

    /// What the forms of a session carry.
    func formToken(_ cookie: String) async throws -> String {
        Token(cookie).map { site.signIn.formToken(for: $0) } ?? ""
    }
}
