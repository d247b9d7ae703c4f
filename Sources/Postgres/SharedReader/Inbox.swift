import Synchronization

/// Where askers leave their questions for the thread of a lane.
final class Inbox: Sendable {
    private struct State {
        var questions: [Question] = []
        /// Questions added and not yet done with, those under way included.
        var outstanding = 0
        var isAsleep = false
        var isClosed = false
    }

    private let state = Mutex(State())
    private let limit: Int
    let wakeup = Wakeup()

    init(limit: Int) {
        self.limit = limit
    }

    var outstanding: Int { state.withLock(\.outstanding) }

    /// Adds a question, or answers it with why it cannot be.
    func add(_ question: Question) {
        let (refusal, mustWake) = state.withLock { state -> (PostgresError?, Bool) in
            if state.isClosed {
                return (.connectionLost("the reader is closed"), false)
            }
            if state.outstanding >= limit {
                return (PostgresError(.overloaded, "\(limit) questions wait already"), false)
            }
            state.questions.append(question)
            state.outstanding += 1
            defer { state.isAsleep = false }
            return (nil, state.isAsleep)
        }
        if let refusal {
            question.answer(.failure(refusal))
        }
        if mustWake {
            wakeup.signal()
        }
    }

    /// Lets the thread end once it has answered what was asked.
    func close() {
        state.withLock { $0.isClosed = true }
        wakeup.signal()
    }

    var isClosed: Bool { state.withLock(\.isClosed) }

    /// Takes what was added.
    func takeAll() -> [Question] {
        state.withLock { state in
            defer { state.questions = [] }
            state.isAsleep = false
            return state.questions
        }
    }

    /// Makes the next `add` wake the thread.
    ///
    /// False when something was added already, so there is no time to sleep.
    func prepareToSleep() -> Bool {
        state.withLock { state in
            state.isAsleep = state.questions.isEmpty
            return state.isAsleep
        }
    }

    /// Counts `count` questions as done with.
    func finish(_ count: Int) {
        state.withLock { $0.outstanding -= count }
    }
}
