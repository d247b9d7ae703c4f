/// Moulin's own PostgreSQL: prepared, started, supervised and stopped without an administrator.
///
/// Serves when no `DATABASE_URL` is set. The server listens on a Unix socket only; who may connect is
/// decided by the operating system (peer authentication).
public struct PrivateCluster: Sendable {
    /// Names the socket; no TCP port is opened, so nothing can be in the way.
    public static let port = 5432
    /// The database that the bootstrap creates, owned by `Login.owner`.
    public static let databaseName = "moulin"

    public let location: ClusterLocation
    public let durability: Durability

    public init(location: ClusterLocation = .standard(), durability: Durability = .full) {
        self.location = location
        self.durability = durability
    }

    /// The libpq connection string of a login; the server need not run.
    public func conninfo(
        for login: Login,
        database: String = PrivateCluster.databaseName
    ) -> String {
        location.conninfo(for: login, database: database)
    }

    /// Makes the data directory, the logins and the database, unless they are there.
    public func prepare() async throws(ClusterError) {
        let site = try Site(location: location, durability: durability)
        try site.layOut()
        let lock = try await site.lock()
        try await site.dataDirectory.prepare()
        _ = consume lock
    }

    /// Attaches to the running server, or prepares and starts it as a child of this process.
    ///
    /// Where a supervisor lives, the server is its own: after a crash this waits for it to come back. A
    /// server that started here instead would stop with this process, under everyone else.
    /// - Returns: a cluster that takes connections already.
    /// - Throws: why it cannot be prepared or started.
    public func start() async throws(ClusterError) -> RunningCluster {
        if try await isBroughtBack() { return RunningCluster(attachedTo: self) }
        return try await attachOrLaunch()
    }

    /// As `start`, without regard to a supervisor: what the supervisor itself does.
    func attachOrLaunch() async throws(ClusterError) -> RunningCluster {
        if isAnswering { return RunningCluster(attachedTo: self) }
        let site = try Site(location: location, durability: durability)
        try site.layOut()
        let lock = try await site.lock()
        try await site.dataDirectory.prepare()
        let launcher = site.launcher
        guard try await !launcher.settle() else { return RunningCluster(attachedTo: self) }
        try site.configuration.write()
        let process = try await launcher.launch()
        _ = consume lock
        let running = RunningCluster(self, launcher: launcher, process: process)
        await running.keepUp()
        return running
    }

    /// Attaches to the running server and never starts one.
    ///
    /// - Returns: a cluster that this process does not own.
    /// - Throws: `ClusterError.notRunning` when none answers.
    public func attach() throws(ClusterError) -> RunningCluster {
        guard isAnswering else { throw .notRunning(root: location.root) }
        return RunningCluster(attachedTo: self)
    }

    /// True when the server takes connections.
    public var isAnswering: Bool { Ping.ask(location.pingConninfo) == .answering }

    /// Starts a crashed server again; nil when another process has done so meanwhile.
    func launchUnlessAnswering(
        _ launcher: ServerLauncher
    ) async throws(ClusterError) -> ServerProcess? {
        let lock = try await Site(location: location, durability: durability).lock()
        guard try await !launcher.settle() else { return nil }
        let process = try await launcher.launch()
        _ = consume lock
        return process
    }
}

extension ClusterLocation {
    func conninfo(for login: Login, database: String) -> String {
        Cluster.conninfo([
            "host": socketFolder, "port": "\(PrivateCluster.port)", "user": login.role,
            "dbname": database,
        ])
    }

    /// Never waits longer than a local server needs, even a stopped one.
    var pingConninfo: String {
        conninfo(for: .superuser, database: "postgres") + " connect_timeout='2'"
    }
}
