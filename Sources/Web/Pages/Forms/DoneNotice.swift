import Application
import Domain

/// What was just done, told by the page that is shown next.
///
/// The page's address says it: the command, what its sentence names, and a mark of the session, so that nobody's link makes a page
/// say something in the name of the house.
struct DoneNotice {
    let command: String
    /// What the sentence names, by its places.
    let facts: [String: String]

    private static let facts = "done."
    private static let mark = "done_mark"

    /// Of a command that was done: what its sentence names is in the outcome, else in the form.
    init(of command: String, _ outcome: JSONValue, _ visit: Visit) {
        self.command = command
        var facts: [String: String] = [:]
        for name in Self.names(in: visit.text(Self.key(of: command))) {
            let told = outcome[name]
            facts[name] = told == .null ? visit.form[name] : told.line(in: .en)
        }
        self.facts = facts
    }

    /// Nil for a page that was asked for by nothing that was done.
    init?(_ visit: Visit) {
        guard let command = visit.query["done"] else { return nil }
        self.command = command
        let names = visit.query.values.keys.filter { $0.hasPrefix(Self.facts) }
        let facts = names.map { (String($0.dropFirst(Self.facts.count)), visit.query[$0] ?? "") }
        let told = Dictionary(facts) { $1 }
        let mark = Self.mark(of: command, told, visit)
        self.facts = mark != nil && mark == visit.query[Self.mark] ? told : [:]
    }

    /// Whether a page's address has this word from here: what was told once is no part of where the page is.
    static func owns(_ name: String) -> Bool {
        name == "done" || name == mark || name.hasPrefix(facts)
    }

    /// The page of ours at `path`, telling this.
    func address(at path: String, _ visit: Visit) -> String {
        let path = visit.localPath(path)
        var address = path + (path.contains("?") ? "&" : "?") + "done=\(command)"
        guard !facts.isEmpty, let mark = Self.mark(of: command, facts, visit) else {
            return address
        }
        for (name, text) in facts.sorted(by: { $0.key < $1.key }) {
            address += "&\(Self.facts)\(name)=\(text.addingPercentEncoding)"
        }
        return address + "&\(Self.mark)=\(mark)"
    }

    /// A sentence that names what was done to what, where the locales know one and all that it names is there.
    func sentence(_ visit: Visit) -> String {
        let key = Self.key(of: command)
        var sentence = visit.text(key)
        guard sentence != key else { return visit.text("done") }
        for name in Self.names(in: sentence) {
            guard let fact = facts[name] else { return visit.text("done") }
            let word = Wording.label(name, fact)?.text(in: visit.language) ?? fact
            sentence = sentence.replacing("{\(name)}", with: word)
        }
        return sentence
    }

    static func key(of command: String) -> String { "told." + command }

    /// The places of a sentence, such as `device` of `{device}`.
    static func names(in sentence: String) -> Set<String> {
        Set(sentence.matches(of: /{([a-z_]+)}/).map { String($0.1) })
    }

    /// Nil where nobody has signed in.
    private static func mark(
        of command: String,
        _ facts: [String: String],
        _ visit: Visit
    ) -> String? {
        let texts = [command] + facts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        let told = JSONValue.list(texts.map { .text($0) }).bytes
        return visit.session.map { visit.site.signIn.mark(of: told, for: $0) }
    }
}
