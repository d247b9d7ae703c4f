public import Domain
public import Importing
public import Postgres
public import Store

/// One kind of list that can be imported: its fields, who may, and what becomes of a row.
///
/// From the one list of kinds are derived the verb of the command line, the page, the address for programs, the report and the
/// file of rejects. A new kind is a file with a type of this protocol, a case of `ListSubject`, its headings in
/// `list_headings.csv`, and a place among `ListKinds.all`.
public protocol ListKind: Sendable {
    associatedtype Field: ListField
    /// By what two rows of a list are known to be about one thing, where that is wrong.
    associatedtype Thing: Hashable, Sendable = Never

    static var form: ListForm<Field> { get }
    static var summary: Phrase { get }
    /// What a new row becomes: it speaks through the login of this command, whoever may do this may import, and a program's
    /// key needs it among its scopes.
    static var command: any Command.Type { get }
    /// What the list does not say itself, such as the day from which prices hold.
    static var options: [FieldDescription] { get }
    /// The words that an option may be, with their labels; empty for one that takes any.
    static func words(of option: String) -> [(word: String, label: Phrase)]

    /// Why an import of such a list is not undone as a whole, and what to do instead, as a clause.
    static var whyNotUndone: Phrase { get }

    /// Gets ready to take rows.
    ///
    /// - Throws: `.unreadable` for options that cannot be read.
    static func opened(_ options: ListOptions, _ circumstances: Circumstances) throws(Failure)
        -> Self

    /// The rows in the order in which they are taken, each with those that are one thing with it.
    static func units(of rows: [ListRow<Field>]) -> [[ListRow<Field>]]

    /// Takes the rows that are one thing, by commands that exist, in a savepoint of their own.
    ///
    /// What is wrong is said by the rows themselves; then nothing of them is kept. `met` is what rows above were about that are
    /// kept.
    ///
    /// - Returns: What became of them; nil when a row says what is wrong.
    func take(
        _ rows: inout [ListRow<Field>],
        after met: Set<Thing>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowFate<Thing>?
}

/// What became of rows that are one thing.
public struct RowFate<Thing: Hashable & Sendable>: Sendable {
    public let verdict: RowVerdict
    /// What they were about; nil where no later row can be wrong for being about it.
    public let thing: Thing?

    public init(_ verdict: RowVerdict, of thing: Thing? = nil) {
        self.verdict = verdict
        self.thing = thing
    }
}

/// What became of a row.
public enum RowVerdict: Sendable {
    case create, update, same
}

extension ListKind {
    public static var side: Side { command.side }
    public static var permission: Permission { command.permission }
    public static var options: [FieldDescription] { [] }
    public static func words(of option: String) -> [(word: String, label: Phrase)] { [] }
    public static var name: String { form.subject.rawValue }

    /// Each row by itself.
    public static func units(of rows: [ListRow<Field>]) -> [[ListRow<Field>]] {
        rows.map { [$0] }
    }
}

/// The kinds of lists that can be imported, besides those of devices.
public enum ListKinds {
    public static let all: [any ListKind.Type] = [
        DonorList.self, HouseholdList.self, PriceList.self, PlaceList.self, PeopleList.self,
    ]
}

/// What a person said beside a list, by the names of the kind's options; blank texts say nothing.
public struct ListOptions: Sendable, Hashable {
    private let given: [String: String]

    public init(_ given: [String: String] = [:]) {
        self.given = given.filter { !$0.value.allSatisfy(\.isWhitespace) }
    }

    public subscript(_ name: String) -> String? { given[name] }

    func isTrue(_ name: String) -> Bool { given[name] == "true" }

    func day(_ name: String) throws(Failure) -> Day? {
        guard let text = given[name] else { return nil }
        do throws(Unreadable) { return try Day(reading: text) } catch {
            throw .unreadable(error)
        }
    }

    func word<Value: Vocabulary>(_ name: String, _: Value.Type) throws(Failure) -> Value? {
        guard let text = given[name] else { return nil }
        if let value = Value(rawValue: text) { return value }
        let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw .unreadable(
            Unreadable(text, expected: Phrase(fr: "un de : \(words)", en: "one of: \(words)"))
        )
    }

    /// - Throws: `.unreadable` when it was not said.
    func required(_ name: String, _ expected: Phrase) throws(Failure) -> String {
        if let text = given[name] { return text }
        throw .unreadable(Unreadable("--\(name)", expected: expected))
    }

    /// In one line, whatever the order in which they were said.
    var line: String {
        given.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
}

extension Circumstances {
    /// Does a command within a larger act, under all that it asks for itself: role, fresh proof, second person.
    func perform<C: Command>(
        _ command: C,
        in db: isolated Connection
    ) throws(Failure) -> C.Outcome {
        try performance.permit(command.permission(on: map), person)
        if GuardedAct.all.contains(where: { $0.name == C.name }) {
            let content = command.contentDigest
            try Failure.running { () throws(PostgresError) in
                try PersonStore.begin(C.name, content: content, approving: nil, in: db)
            }
        }
        return try command.run(in: db, self)
    }
}
