import CLibPQ

extension PostgresError {
    /// The error that a failed result reports.
    ///
    /// - Parameters:
    ///   - result: a failed result; read, not kept.
    ///   - wasCancelRequested: whether this program asked the server to cancel.
    init(_ result: ResultHandle, wasCancelRequested: Bool) {
        self.init(ServerReport(result.pointer), wasCancelRequested: wasCancelRequested)
    }

    private init(_ report: ServerReport, wasCancelRequested: Bool) {
        let isLibrarysOwn = report.sourceFunction == nil && report.sqlState == "08000"
        if report.endsConnection || isLibrarysOwn {
            self.init(.connectionLost, report.message, report: report)
        } else if report.sqlState == .queryCanceled, wasCancelRequested {
            self.init(.cancelled, "the task was cancelled", report: report)
        } else if report.sqlState == .queryCanceled, !report.message.contains("user request") {
            // Same code for both; the server's sentence alone tells a timeout from a person's request.
            self.init(.timedOut, "the statement took longer than it may", report: report)
        } else {
            self.init(.server(report.sqlState), report.message, report: report)
        }
    }

    static func connectionLost(_ message: String) -> PostgresError {
        PostgresError(.connectionLost, message)
    }

    static var taskCancelled: PostgresError {
        PostgresError(.cancelled, "the task was cancelled")
    }

    /// A prepared statement that must be prepared anew: its tables changed, or the server forgot it.
    var isStaleStatement: Bool {
        sqlState == .invalidStatementName
            || (sqlState == .featureNotSupported
                && report?.sourceFunction == "RevalidateCachedQuery")
    }
}
