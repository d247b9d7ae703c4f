import CLibPQ
import Glibc

/// One pipelined connection and the thread that owns it.
///
/// Everything here is touched by that thread alone; askers reach it through the inbox.
final class Lane {
    /// Questions sent and unanswered at most.
    ///
    /// More would only fill the buffers between here and the server.
    static let window = 256
    private static let shortestPause = Duration.milliseconds(50)
    private static let longestPause = Duration.seconds(2)

    let inbox: Inbox
    private let settings: ConnectionSettings
    private let patience: Duration?
    private let onSlow: @Sendable (Question) -> Void

    var handle = ConnectionHandle()
    var statements: StatementCache
    var waiting: [Question] = []
    var flights = Queue<Flight>()
    /// Since when the first flight holds up those behind it.
    var headSince = ContinuousClock.now
    private var pause = Lane.shortestPause
    private var retryAt = ContinuousClock.now
    private var hasUnsentBytes = false

    private init(
        _ inbox: Inbox,
        _ settings: ConnectionSettings,
        _ patience: Duration?,
        _ onSlow: @escaping @Sendable (Question) -> Void
    ) {
        self.inbox = inbox
        self.settings = settings
        self.patience = patience
        self.onSlow = onSlow
        statements = StatementCache(limit: settings.preparedStatementLimit)
    }

    /// Starts a lane, which ends when its inbox is closed and empty.
    ///
    /// - Parameters:
    ///   - inbox: where its questions come from.
    ///   - settings: where it connects, when the first question comes.
    ///   - patience: how long one question may hold up others; nil is for ever.
    ///   - onSlow: receives a question that was cancelled because it took longer.
    static func start(
        _ inbox: Inbox,
        _ settings: ConnectionSettings,
        patience: Duration? = nil,
        onSlow: @escaping @Sendable (Question) -> Void = { _ in }
    ) {
        OwnThread.start {
            Lane(inbox, settings, patience, onSlow).run()
        }
    }

    private func run() {
        while true {
            waiting += inbox.takeAll()
            if waiting.isEmpty, flights.isEmpty, inbox.isClosed {
                return
            }
            if !waiting.isEmpty {
                connectIfNeeded()
                sendWaiting()
            }
            sleep()
        }
    }

    /// Waits for the server, for a question, or for patience to end, and deals with the first of these.
    private func sleep() {
        let events = Int16(hasUnsentBytes ? POLLIN | POLLOUT : POLLIN)
        var entries = [
            pollfd(fd: inbox.wakeup.descriptor, events: Int16(POLLIN), revents: 0),
            // A negative descriptor is passed over.
            pollfd(fd: handle.isUsable ? PQsocket(handle.pointer) : -1, events: events, revents: 0),
        ]
        poll(&entries, 2, inbox.prepareToSleep() ? timeout : 0)
        if entries[0].revents != 0 {
            inbox.wakeup.clear()
        }
        if entries[1].revents != 0 {
            receive()
        }
        cancelSlowHead()
    }

    /// In milliseconds; −1 is for ever.
    private var timeout: Int32 {
        if !waiting.isEmpty, !handle.isUsable {
            return milliseconds(until: retryAt)
        }
        return limitOfHead.map(milliseconds(until:)) ?? -1
    }

    private func milliseconds(until instant: ContinuousClock.Instant) -> Int32 {
        let left = ContinuousClock.now.duration(to: instant)
        return left > .zero ? Int32(clamping: left.wholeMilliseconds) : 0
    }
}

extension Lane {
    /// Opens the connection when there is none and the pause after the last failure is over.
    ///
    /// Blocks, which holds up nobody: without a connection no question can be answered. When it fails, those who wait are
    /// told so.
    private func connectIfNeeded() {
        guard !handle.isUsable, retryAt <= .now else {
            return
        }
        statements = StatementCache(limit: settings.preparedStatementLimit)
        do throws(PostgresError) {
            try handle.connect(settings)
            guard handle.setPipelining(true), PQsetnonblocking(handle.pointer, 1) == 0 else {
                throw PostgresError(.connectionFailed, handle.errorMessage)
            }
            pause = Self.shortestPause
        } catch {
            handle.close()
            retryAt = .now.advanced(by: pause)
            pause = min(pause * 2, Self.longestPause)
            finish(waiting, .failure(error))
            waiting = []
        }
    }

    private func sendWaiting() {
        guard handle.isUsable else {
            return
        }
        var taken = 0
        for question in waiting.prefix(max(0, Self.window - flights.count)) {
            guard send(question) else {
                waiting.removeFirst(taken)
                return lose(nil)
            }
            taken += 1
        }
        waiting.removeFirst(taken)
        if taken > 0 {
            exchangeBytes()
        }
    }

    /// Sends one question, unless its asker has gone.
    ///
    /// False when the connection did not take it.
    private func send(_ question: Question) -> Bool {
        guard !question.isAnswered else {
            inbox.finish(1)
            return true
        }
        let messages = handle.send(
            question.batch,
            &statements,
            isPrepared: !question.isRepeated
        )
        guard let messages else {
            return false
        }
        if flights.isEmpty {
            headSince = .now
        }
        flights.append(Flight(question, messages))
        return true
    }

    /// Hands bytes to the system; what it does not take waits until it can take more.
    ///
    /// - Returns: false when the connection is lost.
    func flush() -> Bool {
        let outcome = PQflush(handle.pointer)
        hasUnsentBytes = outcome == 1
        return outcome >= 0
    }

    /// Gives up the connection.
    ///
    /// Those under way are told; those not yet sent wait for the next connection.
    func lose(_ cause: PostgresError?) {
        let error = PostgresError(
            .connectionLost,
            cause?.message ?? handle.errorMessage,
            report: cause?.report
        )
        handle.close()
        hasUnsentBytes = false
        finish(flights.map(\.question), .failure(error))
        flights.removeAll()
    }

    func finish(_ questions: [Question], _ answer: Question.Answer) {
        inbox.finish(questions.count)
        for question in questions {
            question.answer(answer)
        }
    }

    /// Asks the server to cancel the question that has held the others up for too long.
    private func cancelSlowHead() {
        guard let limitOfHead, limitOfHead <= .now else {
            return
        }
        flights.first?.wasCancelled = true
        handle.requestCancel()
        headSince = .now
    }

    /// When the patience with the first flight ends; nil when it never does.
    ///
    /// A cancel is repeated: one that overtakes the statement it is meant for is lost.
    private var limitOfHead: ContinuousClock.Instant? {
        guard let patience, let head = flights.first else {
            return nil
        }
        let limit = head.wasCancelled ? max(patience, .milliseconds(200)) : patience
        return headSince.advanced(by: limit)
    }

    /// Hands a question on to where slow ones are asked.
    func passOn(_ question: Question) {
        inbox.finish(1)
        onSlow(question)
    }
}
