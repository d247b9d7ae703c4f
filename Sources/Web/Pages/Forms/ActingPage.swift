import Application
import Domain
import HTTPTypes

/// A page whose forms are sent to itself.
///
/// A form names its `command`; what is refused is said at the top of the very page, with its boxes filled as they were.
struct ActingPage: Sendable {
    /// Where to go when a command was done.
    enum Next {
        /// This page again, asked for afresh.
        case here
        case page(String)
        /// This page at once, with the outcome: for what is told only once.
        case shown
    }

    /// Such as `/devices/:thing`.
    let path: String
    let access: Route.Access
    /// The commands that its forms may name.
    let commands: Set<String>
    /// Those of them that nothing undoes: what they would do is shown first, and done when the form says `confirmed`.
    let asksFirst: Set<String>
    let show: Route.Answer
    let next: @Sendable (_ command: String, _ outcome: JSONValue, Visit) -> Next

    init(
        _ path: String,
        _ access: Route.Access = .staff,
        commands: Set<String>,
        asksFirst: Set<String> = [],
        next: @escaping @Sendable (String, JSONValue, Visit) -> Next = { _, _, _ in .here },
        show: @escaping Route.Answer
    ) {
        self.path = path
        self.access = access
        self.commands = commands
        self.asksFirst = asksFirst
        self.show = show
        self.next = next
    }

    var routes: [Route] {
        [
            .get(path, access, show),
            .post(path, access) { (visit) throws(Failure) in try await act(visit) },
        ]
    }

    private func act(_ visit: Visit) async throws(Failure) -> Reply {
        let name = visit.form["command"] ?? ""
        guard commands.contains(name) else { return try await refused(unknown(name), visit) }
        let isRehearsed = asksFirst.contains(name) && visit.form["confirmed"] != "true"
        let outcome: JSONValue
        do throws(Failure) {
            if let proposed = try await visit.proposedForm(of: name) { return proposed }
            outcome = try await visit.perform(named: name, rehearsing: isRehearsed)
        } catch {
            if error.isAboutConfirming { throw error }
            switch error {
            case .refused, .unreadable: return try await refused(error, visit)
            case .file, .forbidden, .unauthenticated, .database: throw error
            }
        }
        guard !isRehearsed else {
            var visit = visit
            visit.rehearsed = outcome
            return try await show(visit)
        }
        switch next(name, outcome, visit) {
        case .here:
            return .see(visit.done(name, outcome, at: visit.form["return"] ?? visit.pathWithQuery))
        case .page(let path): return .see(path)
        case .shown:
            var visit = visit
            visit.outcome = outcome
            return try await show(visit)
        }
    }

    private func unknown(_ name: String) -> Failure {
        let names = commands.sorted().joined(separator: ", ")
        return .unreadable(
            Unreadable(
                name,
                expected: Phrase(
                    fr: "une des commandes \(names)",
                    en: "one of the commands \(names)"
                )
            )
        )
    }

    private func refused(_ failure: Failure, _ visit: Visit) async throws(Failure) -> Reply {
        var again = visit
        again.query = visit.query.merging(visit.form)
        again.problem = failure.sentence(in: visit.language)
        again.isOutdated = failure.isAboutVersions
        var reply = try await show(again)
        reply.status = Problem(failure, visit).status
        return reply
    }
}

extension Visit {
    /// Does what the form says, as the visitor, once for each form that was handed out.
    ///
    /// - Throws: `.forbidden` before anything is read, when the visitor holds none of the roles.
    func perform(
        named name: String,
        rehearsing: Bool = false
    ) async throws(Failure) -> JSONValue {
        guard let visitor else { throw .unauthenticated }
        let entry = try Catalogue.command(named: name)
        guard visitor.may(entry.permission) else {
            throw .forbidden(needs: entry.permission.roles.sorted { $0.rawValue < $1.rawValue })
        }
        let json = try FormJSON(form).bytes(for: entry.fields, self, shapes: entry.shapes)
        return JSONValue(
            bytes: try await site.house.perform(
                named: name,
                json,
                as: visitor.speaker,
                key: rehearsing ? nil : form["key"],
                rehearsing: rehearsing,
                ifStill: form[VersionBox.name].flatMap { ReadVersion($0) }
            )
        )
    }

    /// Puts a form before another person, when that is what it says; nil for every other form.
    fileprivate func proposedForm(of name: String) async throws(Failure) -> Reply? {
        guard form[Confirmation.reason] != nil else { return nil }
        let entry = try Catalogue.command(named: name)
        return try await proposed(
            name,
            try FormJSON(form).bytes(for: entry.fields, self, shapes: entry.shapes)
        )
    }

    /// Asks a question of the one list.
    func answer(_ question: String, _ fields: [String: JSONValue] = [:]) async throws(Failure)
        -> JSONValue
    {
        guard let visitor else { throw .unauthenticated }
        return JSONValue(
            bytes: try await site.house.ask(
                named: question,
                JSONValue.object(fields).bytes,
                as: visitor.speaker,
                opening: visitor.opening
            )
        )
    }

    /// The same for a part of a page: nil when the visitor may not ask it, or it is refused.
    func answerIfAllowed(
        _ question: String,
        _ fields: [String: JSONValue] = [:]
    ) async throws(Failure) -> JSONValue? {
        let entry = try Catalogue.question(named: question)
        guard let visitor, visitor.may(entry.permission) else { return nil }
        do throws(Failure) {
            return try await answer(question, fields)
        } catch {
            switch error {
            case .refused, .unreadable: return nil
            case .file, .forbidden, .unauthenticated, .database: throw error
            }
        }
    }

    /// Whether the visitor may do or ask this.
    func may(_ name: String) -> Bool {
        let command = Catalogue.commands.first { $0.name == name }?.permission
        let permission = command ?? Catalogue.questions.first { $0.name == name }?.permission
        return permission.map { visitor?.may($0) == true } ?? false
    }

    /// A page of ours, told that a command was done, and with what outcome.
    func done(_ command: String, _ outcome: JSONValue, at path: String) -> String {
        DoneNotice(of: command, outcome, self).address(at: path, self)
    }

    /// A value as templates see it.
    func content(_ value: JSONValue) -> Any { value.content(language, site.words) }
}

extension Fields {
    /// These, and those of another that are not here.
    func merging(_ other: Fields) -> Fields {
        let kept = values.merging(other.values) { _, theirs in theirs }
        let pairs = kept.flatMap { name, texts in
            texts.map { "\(name.addingPercentEncoding)=\($0.addingPercentEncoding)" }
        }
        return Fields(encoded: pairs.joined(separator: "&").utf8)
    }
}
