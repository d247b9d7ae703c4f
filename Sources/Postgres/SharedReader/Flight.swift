/// A question on its way: sent, and not yet answered in full.
///
/// A class, so that its answers are noted in place.
final class Flight {
    let question: Question
    /// What the server will answer, in order.
    let messages: [Message]
    /// How many of these answers are complete.
    var completed = 0
    /// What the statements brought so far, the prologue's left out.
    private(set) var results: [ResultHandle] = []
    /// The answer under way, once it has begun.
    private var current: ResultHandle?
    private var executed = 0
    var failure: PostgresError?
    /// This one held the others up, and the server was asked to cancel it.
    var wasCancelled = false

    init(_ question: Question, _ messages: [Message]) {
        self.question = question
        self.messages = messages
    }

    func take(_ result: ResultHandle) {
        current = result
        if result.isError, failure == nil {
            failure = PostgresError(result, wasCancelRequested: false)
        }
    }

    /// The message whose answer just ended.
    func endMessage() -> Message? {
        guard let result = current, completed < messages.count else {
            return nil
        }
        current = nil
        defer { completed += 1 }
        if case .execution = messages[completed] {
            executed += 1
            if executed > question.prologue.count { results.append(result) }
        }
        return messages[completed]
    }

    /// Nothing went wrong, and each statement has its answer.
    var isAnswered: Bool { failure == nil && results.count == question.queries.count }
}
