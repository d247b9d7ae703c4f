import Domain
import Store

/// One line of a batch, read.
struct BatchLine: Sendable {
    let number: Int
    let content: Content

    enum Content: Sendable {
        case work(Work)
        /// Does not read as a command; the batch goes on or stops, as with any other failure.
        case broken(Batch.LineFailure)
    }

    /// What to do, and under which key.
    struct Work: Sendable {
        let line: Int
        let command: any Command
        let key: Key?
    }

    /// Under which a line acts once.
    struct Key: Sendable {
        let text: String
        /// SHA-256 of the command's one JSON form: the same key with other content is refused.
        let content: [UInt8]
    }

    /// The longest line that is read, in bytes.
    static let limit = 1 << 20

    /// Names that a line uses for itself; no command has such a field.
    static let envelope = ["command", "key"]

    init(_ bytes: [UInt8], number: Int, batchKey: String?) {
        self.number = number
        do throws(Batch.LineFailure) {
            content = .work(try LineReading(bytes, number).work(under: batchKey))
        } catch {
            content = .broken(error)
        }
    }

    /// A line that was too long to be held.
    init(tooLong number: Int) {
        self.number = number
        let expected = Phrase(
            fr: "au plus \(Self.limit) octets par ligne",
            en: "at most \(Self.limit) bytes a line"
        )
        let unreadable = Unreadable("…", expected: expected)
        content = .broken(
            Batch.LineFailure(
                line: number,
                column: nil,
                command: nil,
                failure: .unreadable(unreadable)
            )
        )
    }
}

extension BatchLine.Work {
    var side: Side { type(of: command).side }
    var name: String { type(of: command).name }

    func failure(_ failure: Failure) -> Batch.LineFailure {
        Batch.LineFailure(line: line, column: nil, command: name, failure: failure)
    }
}
