import CLibPQ
import Glibc

/// Owns one libpq connection, closed exactly once.
///
/// Every call may block; it belongs to one thread at a time.
struct ConnectionHandle: ~Copyable {
    /// Nil before `connect` and after `close`.
    ///
    /// The functions of libpq take a null connection for a bad one.
    private(set) var pointer: OpaquePointer?
    let notices = NoticeLog()
    private(set) var wasCancelRequested = false
    private var looksSinceCancel = 0

    deinit {
        PQfinish(pointer)
    }

    var isUsable: Bool { PQstatus(pointer) == CONNECTION_OK }

    var transactionStatus: PGTransactionStatusType { PQtransactionStatus(pointer) }

    /// libpq's last words, on one line.
    var errorMessage: String {
        guard let pointer else {
            return "the connection is closed"
        }
        return String(cString: PQerrorMessage(pointer)).split(whereSeparator: \.isNewline)
            .joined(separator: "; ")
    }

    mutating func connect(_ settings: ConnectionSettings) throws(PostgresError) {
        let parameters = try settings.parameters()
        let keywords = CStrings(parameters.keys.map(\.self))
        let values = CStrings(parameters.values.map(\.self))
        pointer = keywords.withPointers { keywords in
            values.withPointers { values in PQconnectdbParams(keywords, values, 0) }
        }
        guard let pointer, isUsable else {
            let message = errorMessage
            close()
            throw PostgresError(.connectionFailed, message)
        }
        notices.receive(from: pointer)
    }

    mutating func close() {
        PQfinish(pointer)
        pointer = nil
    }

    /// Forgets what belonged to the last exchange.
    mutating func beginExchange() {
        wasCancelRequested = false
        looksSinceCancel = 0
        notices.removeAll()
    }

    /// The next result; nil between the results of one statement and those of the next.
    ///
    /// While it waits it looks from time to time whether the task was cancelled, and then asks the server to cancel.
    /// The server's answer to that arrives as the result.
    mutating func nextResult(isCancellable: Bool) -> ResultHandle? {
        waitForResult(isCancellable: isCancellable)
        return PQgetResult(pointer).map(ResultHandle.init)
    }

    /// Returns when a result can be had without waiting, or when none will come because the connection is lost.
    private mutating func waitForResult(isCancellable: Bool) {
        var patience: Int32 = 2
        while PQisBusy(pointer) == 1 {
            guard receive(&patience, isCancellable: isCancellable) else {
                return
            }
        }
    }

    /// Waits for bytes for up to `patience` milliseconds, or passes a cancel on.
    ///
    /// False when the connection is lost.
    ///
    /// Patience doubles up to 50 ms: most answers arrive within the first look, and a long wait costs 20 looks a second.
    mutating func receive(_ patience: inout Int32, isCancellable: Bool) -> Bool {
        guard waitForInput(milliseconds: patience) == 0 else {
            return PQconsumeInput(pointer) == 1
        }
        patience = min(2 * patience, 50)
        if isCancellable, Task.isCancelled {
            passCancelOn()
        }
        return true
    }

    /// Repeats itself every few looks: a request that overtakes the statement it is meant for is lost.
    private mutating func passCancelOn() {
        if looksSinceCancel.isMultiple(of: 5) {
            wasCancelRequested = true
            requestCancel()
        }
        looksSinceCancel += 1
    }

    /// The number of descriptors ready: 1, or 0 when the time passed without a byte.
    ///
    /// An interruption counts as time.
    func waitForInput(milliseconds: Int32) -> Int32 {
        var entry = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
        return max(0, poll(&entry, 1, milliseconds))
    }

    func requestCancel() {
        CancelRequest(of: pointer).send()
    }
}

/// C strings for one call, null-terminated as a list.
private struct CStrings: ~Copyable {
    private let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) {
        pointers = strings.map { strdup($0) } + [nil]
    }

    deinit {
        for pointer in pointers {
            free(pointer)
        }
    }

    borrowing func withPointers<Answer>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer
    ) -> Answer {
        pointers.map { UnsafePointer($0) }.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
