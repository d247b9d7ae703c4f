import CLibPQ

/// Keeps what the server says aside, instead of libpq's printing it.
///
/// libpq calls it from inside its own calls, so on the thread of the connection only.
final class NoticeLog {
    /// Beyond this many unread notices the oldest are dropped: a loop in SQL can raise any number.
    private static let limit = 100

    private(set) var notices: [ServerReport] = []

    func removeAll() {
        notices = []
    }

    fileprivate func append(_ notice: ServerReport) {
        if notices.count == Self.limit {
            notices.removeFirst()
        }
        notices.append(notice)
    }

    /// Makes `connection` report here.
    ///
    /// The connection must be closed before this is released.
    func receive(from connection: OpaquePointer) {
        PQsetNoticeReceiver(
            connection,
            { log, result in
                guard let log else {
                    return
                }
                Unmanaged<NoticeLog>.fromOpaque(log).takeUnretainedValue()
                    .append(ServerReport(result))
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }
}
