/// The names of databases that tests may create and drop, and of no others.
struct DatabaseName: Sendable, Hashable {
    let text: String

    static let prefix = "moulin_test_"
    static let runPrefix = prefix + "run_"
    static let templatePrefix = prefix + "template_"
    static let draftPrefix = prefix + "draft_"

    /// nil unless the name is one of the tests' and needs no quoting.
    init?(_ text: String) {
        let plain = text.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 95
        }
        guard text.hasPrefix(Self.prefix), text.utf8.count <= 63, plain else { return nil }
        self.text = text
    }

    private init(made text: String) {
        precondition(DatabaseName(text) != nil, "\(text) is no name of a test database")
        self.text = text
    }

    /// The database of a run with a number of its own.
    static func database(of run: TestRun, number: Int) -> DatabaseName {
        DatabaseName(made: "\(runPrefix)\(run.digits)_\(number)")
    }

    /// The finished template with a fingerprint's digest.
    static func template(_ digest: String) -> DatabaseName {
        DatabaseName(made: templatePrefix + digest)
    }

    /// The same template while it is being made.
    static func draft(_ digest: String) -> DatabaseName {
        DatabaseName(made: draftPrefix + digest)
    }
}
