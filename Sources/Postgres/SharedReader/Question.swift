import Synchronization

/// One reading, from when it is asked until its asker has an answer.
final class Question: Sendable {
    typealias Answer = Result<[ResultHandle], PostgresError>

    private enum Asker {
        case absent
        case waiting(CheckedContinuation<Answer, Never>)
        case answered(Answer)
    }

    /// At least one.
    let queries: [Query]
    /// What sets the scene, in the same transaction, before the queries.
    let prologue: [Query]
    private let asker = Mutex(Asker.absent)
    private let tries = Mutex(0)

    init(_ queries: [Query], prologue: [Query]) {
        self.queries = queries
        self.prologue = prologue
    }

    var batch: [Query] { prologue + queries }

    /// What tells it from other questions: several may begin with the same statement.
    var name: String { queries.last?.sql ?? "" }

    /// True when nobody waits any more.
    var isAnswered: Bool {
        asker.withLock {
            if case .answered = $0 { true } else { false }
        }
    }

    /// True when it was asked before, and failed through no fault of its own.
    var isRepeated: Bool { tries.withLock { $0 > 0 } }

    /// Counts one more try; false when there were enough.
    func mayTryAgain() -> Bool {
        tries.withLock { tries in
            tries += 1
            return tries <= 3
        }
    }

    /// Resumes `continuation` with the answer, now or later.
    func wait(_ continuation: CheckedContinuation<Answer, Never>) {
        let answer: Answer? = asker.withLock { asker in
            guard case .answered(let answer) = asker else {
                asker = .waiting(continuation)
                return nil
            }
            return answer
        }
        if let answer {
            continuation.resume(returning: answer)
        }
    }

    /// Answers.
    ///
    /// The first answer counts; a later one, for an asker that was cancelled, is dropped.
    func answer(_ answer: Answer) {
        let continuation: CheckedContinuation<Answer, Never>? = asker.withLock { asker in
            switch asker {
            case .absent:
                asker = .answered(answer)
                return nil
            case .waiting(let continuation):
                asker = .answered(answer)
                return continuation
            case .answered:
                return nil
            }
        }
        continuation?.resume(returning: answer)
    }
}
