import CLibPQ

/// The right to cancel what one connection is doing, usable apart from the connection.
///
/// Released once; it stays valid when the connection is closed before it.
struct CancelRequest: ~Copyable {
    private let pointer: OpaquePointer?

    /// - Parameter connection: read, not kept.
    init(of connection: OpaquePointer?) {
        pointer = PQgetCancel(connection)
    }

    deinit {
        PQfreeCancel(pointer)
    }

    /// Asks the server to cancel, and returns when the server has passed the request on.
    ///
    /// Blocks for one connection to the server. A failure is not reported: what was to be cancelled goes on.
    borrowing func send() {
        var message = [CChar](repeating: 0, count: 256)
        PQcancel(pointer, &message, Int32(message.count))
    }
}
