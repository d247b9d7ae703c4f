import Application
import HTTPTypes

/// A form that was sent after its session had ended, carried through signing in, so that nothing is typed twice.
///
/// It is put before the person again before anything is done: what is sent then carries the token of the new session.
struct KeptForm {
    struct Box {
        let name: String
        let value: String
    }

    /// In bytes: the most that is read of a form whose session has ended.
    static let largest = 64 << 10
    private static let prefix = "kept."
    private static let pathName = "kept_path"

    let path: String
    private let fields: Fields

    /// What was sent to this page, without what proves who sent it; nil for programs, and for what is not a form.
    init?(sentTo visit: Visit) {
        let isSaid = visit.form.values.contains { !Self.isProof($0.key) }
        guard visit.method == .post, !visit.isAPI, isSaid else { return nil }
        path = visit.query.address(at: visit.path)
        fields = visit.form
    }

    /// What the page for signing in carries along; nil for nothing.
    init?(carriedBy visit: Visit) {
        guard let path = visit.form[Self.pathName] else { return nil }
        self.path = visit.localPath(path)
        var fields = Fields()
        for (name, texts) in visit.form.values where name.hasPrefix(Self.prefix) {
            for text in texts { fields.add(String(name.dropFirst(Self.prefix.count)), text) }
        }
        self.fields = fields
    }

    /// The boxes of the form itself.
    var boxes: [Box] {
        fields.values.filter { !Self.isProof($0.key) }.sorted { $0.key < $1.key }
            .flatMap { name, texts in texts.map { Box(name: name, value: $0) } }
    }

    /// The same under names that the page for signing in has no use for.
    var carried: [Box] {
        [Box(name: Self.pathName, value: path)]
            + boxes.map { Box(name: Self.prefix + $0.name, value: $0.value) }
    }

    private static func isProof(_ name: String) -> Bool {
        name == "csrf" || name.hasPrefix("confirm_")
    }

    private struct Content {
        let path: String
        let boxes: [Box]
        /// Of the session that has just begun.
        let token: String
        let said: [Box]
    }

    /// The page that puts the form before whoever has signed in again.
    func page(_ token: Token, _ visit: Visit) -> Reply {
        var visit = visit
        visit.pathWithQuery = "/"
        let ours: Set<String> = ["key", "return", "if_match", "command"]
        return visit.site.page(
            "resume",
            title: visit.text("resume.title"),
            Content(
                path: path,
                boxes: boxes,
                token: visit.site.signIn.formToken(for: token),
                said: boxes.filter {
                    !ours.contains($0.name) && !$0.name.hasPrefix("was.") && !$0.value.isEmpty
                }
            ),
            visit
        )
    }
}
