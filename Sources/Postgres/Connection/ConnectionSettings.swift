/// Where a server is and how a connection to it behaves.
public struct ConnectionSettings: Sendable {
    /// A libpq connection string or URL, several hosts and `target_session_attrs` included.
    ///
    /// May hold a password.
    public var conninfo: String
    /// Shown in the server's activity view and log; nil leaves libpq's own choice.
    public var applicationName: String?
    /// The server ends a statement that takes longer; nil leaves the server's own limit.
    public var statementTimeout: Duration?
    /// For each host, one after the other.
    ///
    /// Rounded up to whole seconds, at least two: libpq's minimum.
    public var connectTimeout: Duration
    /// How many statements stay prepared on a connection.
    ///
    /// Zero prepares none, for poolers that lend server connections by the transaction.
    public var preparedStatementLimit: Int
    /// Server settings for the session, by name.
    ///
    /// A pooler may ignore them.
    public var serverSettings: [String: String]

    public init(
        _ conninfo: String,
        applicationName: String? = nil,
        statementTimeout: Duration? = nil,
        connectTimeout: Duration = .seconds(5),
        preparedStatementLimit: Int = 256,
        serverSettings: [String: String] = [:]
    ) {
        self.conninfo = conninfo
        self.applicationName = applicationName
        self.statementTimeout = statementTimeout
        self.connectTimeout = connectTimeout
        self.preparedStatementLimit = preparedStatementLimit
        self.serverSettings = serverSettings
    }
}

extension ConnectionSettings: CustomStringConvertible {
    /// Leaves the connection string out: it may hold a password.
    public var description: String { "settings of \(applicationName ?? "a connection")" }
}
