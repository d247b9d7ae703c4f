/// The three configuration files of the server, as texts.
///
/// They are written at each start outside the data directory, so that a new version of Moulin brings its
/// settings along, and the server's user cannot loosen who may connect.
struct ServerConfiguration: Sendable {
    let location: ClusterLocation
    /// The accounts of the operating system that may use the logins.
    let users: [OperatingSystemUser]
    let megabytes: Int

    /// How much of the memory the server's own cache takes.
    ///
    /// A quarter is PostgreSQL's advice for a machine of its own; this one is shared with the service
    /// and the desktop, so an eighth, within limits that suit 1 GB and 64 GB machines.
    var sharedBuffersMegabytes: Int { min(max(megabytes / 8, 64), 2048) }

    var postgresql: String {
        """
        # Written by Moulin at each start. Put your own settings into local.conf beside this file;
        # they win over these.
        cluster_name = 'moulin'

        # No network: the logins are proven by the operating system over the socket.
        listen_addresses = ''
        port = \(PrivateCluster.port)
        unix_socket_directories = '\(quoted(location.socketFolder))'
        unix_socket_permissions = 0700
        password_encryption = 'scram-sha-256'

        # The log holds no row, no statement and no parameter: they may contain a household's income.
        log_error_verbosity = terse
        log_min_error_statement = panic
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_line_prefix = '%m [%p] %u@%d '
        log_timezone = 'UTC'

        shared_buffers = \(sharedBuffersMegabytes)MB
        effective_cache_size = \(max(megabytes / 2, 128))MB
        maintenance_work_mem = \(min(max(megabytes / 16, 32), 512))MB
        max_wal_size = 4GB
        jit = off

        # A restart after a crash flushes the file system once, not every file by name.
        recovery_init_sync_method = syncfs

        timezone = 'UTC'
        datestyle = 'iso, ymd'
        lc_messages = 'C.UTF-8'
        lc_monetary = 'C.UTF-8'
        lc_numeric = 'C.UTF-8'
        lc_time = 'C.UTF-8'

        include = 'local.conf'

        """
    }

    var access: String {
        """
        # Written by Moulin at each start. Nobody has a password: the system says who is asking.
        local  all  \(Login.allCases.map(\.role).joined(separator: ","))  peer map=moulin
        local  all  all  reject

        """
    }

    var identities: String {
        let lines = users.flatMap { user in
            Login.allCases.map { "moulin  \"\(user.name)\"  \($0.role)" }
        }
        return """
            # Written by Moulin at each start: map, user of the system, login.
            \(lines.joined(separator: "\n"))

            """
    }

    private var local: String {
        """
        # Your own settings for PostgreSQL. Moulin reads this file last and never changes it.

        """
    }

    /// Writes all three into the location's configuration folder, readable by the server's user.
    func write() throws(ClusterError) {
        let folder = location.configurationFolder
        try TextFile.write(postgresql, to: "\(folder)/postgresql.conf", mode: 0o644)
        try TextFile.write(access, to: "\(folder)/pg_hba.conf", mode: 0o644)
        try TextFile.write(identities, to: "\(folder)/pg_ident.conf", mode: 0o644)
        if !Folder.exists("\(folder)/local.conf") {
            try TextFile.write(local, to: "\(folder)/local.conf", mode: 0o644)
        }
    }

    private func quoted(_ value: String) -> String {
        String(value.flatMap { $0 == "'" ? ["'", "'"] : [$0] })
    }
}
