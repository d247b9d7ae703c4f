/// A question on its way: sent, and not yet answered in full.
///
/// A class, so that its answers are noted in place.
final class Flight {
    let question: Question
    /// What the server will answer, in order.
    let messages: [Message]
    /// How many of these answers are complete.
    var completed = 0
    /// The answer under way has begun.
    var hasResult = false
    var last: ResultHandle?
    var failure: PostgresError?
    /// This one held the others up, and the server was asked to cancel it.
    var wasCancelled = false

    init(_ question: Question, _ messages: [Message]) {
        self.question = question
        self.messages = messages
    }

    func take(_ result: ResultHandle) {
        hasResult = true
        last = result
        if result.isError, failure == nil {
            failure = PostgresError(result, wasCancelRequested: false)
        }
    }

    /// The message whose answer just ended.
    func endMessage() -> Message? {
        guard hasResult, completed < messages.count else {
            return nil
        }
        hasResult = false
        defer { completed += 1 }
        return messages[completed]
    }
}
