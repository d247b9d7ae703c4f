public import Domain

/// A file of commands, one JSON object a line: `{"command":"take-step","key":"…","device":"…","step":"…"}`.
///
/// A batch that does not keep going is one transaction: everything, or nothing. One that keeps going is committed in parts of
/// up to 10,000 lines, so that a long run is kept as far as it came. A rehearsal is always one transaction, undone.
///
/// A line acts once under its key. A line without one gets a key of its own from the batch's key, its number and its
/// content, when there is a batch's key: the same file under the same key completes what is missing and changes nothing else.
///
/// One transaction speaks through one login, so commands of the workshop and of the social services meet in a batch
/// only when it keeps going.
public struct Batch: Sendable {
    public static let name = "batch"

    /// Keeps what can be done and tells the lines that cannot; otherwise the first such line refuses all.
    public let keepsGoing: Bool
    /// Does everything, lets every wall speak, and undoes it.
    public let isRehearsal: Bool
    /// At most 180 characters; nil when lines without a key may act again on a second run.
    public let key: String?

    public init(keepsGoing: Bool = false, isRehearsal: Bool = false, key: String? = nil) {
        self.keepsGoing = keepsGoing
        self.isRehearsal = isRehearsal
        self.key = key
    }

    /// How a run ended.
    public enum Ending: String, Sendable, Codable {
        /// All lines that are counted as done are in the database.
        case performed
        /// The same, undone: what a real run would do.
        case rehearsed
        /// A line could not be done, and nothing was.
        case refused
    }

    /// Lines so far; empty ones are not counted.
    public struct Count: Hashable, Sendable, Codable {
        public internal(set) var lines = 0
        public internal(set) var done = 0
        /// Done by an earlier run under the same key, and left alone.
        public internal(set) var again = 0
        public internal(set) var failed = 0

        public init() {}
    }

    public struct Outcome: Sendable {
        public let ending: Ending
        public let count: Count
        /// Why the batch was refused; nil when it was not.
        public let failure: LineFailure?
    }

    /// A line that could not be done, by its place in the file.
    public struct LineFailure: Error {
        /// Counted from 1, empty lines too.
        public let line: Int
        /// In characters from 1; nil when the line as a whole is meant.
        public let column: Int?
        public let command: String?
        public let failure: Failure
    }
}

extension Batch.LineFailure {
    /// The word of the API for what went wrong: a refusal's own, or that of its family.
    public var code: String {
        switch failure {
        case .refused(let refusal): refusal.code.rawValue
        case .unreadable: "unreadable"
        case .file: "file"
        case .forbidden: "not_permitted"
        case .unauthenticated: "unauthenticated"
        case .database: "database"
        }
    }

    /// Place and reason in one sentence.
    public func sentence(in language: Language) -> String {
        let place: String
        switch language {
        case .fr: place = "Ligne \(line)" + (column.map { ", colonne \($0)" } ?? "")
        case .en: place = "Line \(line)" + (column.map { ", column \($0)" } ?? "")
        }
        let word = command.map { " (\($0))" } ?? ""
        return place + word + (language == .fr ? " : " : ": ") + failure.sentence(in: language)
    }
}
