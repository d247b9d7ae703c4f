import Glibc

/// A location with the programs and the account that serve it: what a start needs, found and checked.
struct Site: Sendable {
    let location: ClusterLocation
    let durability: Durability
    let programs: ServerPrograms
    /// The account the server runs as.
    let user: OperatingSystemUser
    /// The account of this process.
    let caller: OperatingSystemUser

    init(location: ClusterLocation, durability: Durability) throws(ClusterError) {
        self.location = location
        self.durability = durability
        programs = try ServerPrograms.matching(location)
        user = try OperatingSystemUser.server()
        caller = try OperatingSystemUser.current()
    }

    var dataDirectory: DataDirectory {
        DataDirectory(location: location, programs: programs, user: user, durability: durability)
    }

    var launcher: ServerLauncher {
        ServerLauncher(location: location, programs: programs, user: user, durability: durability)
    }

    var configuration: ServerConfiguration {
        ServerConfiguration(
            location: location,
            users: user == caller ? [user] : [caller, user],
            megabytes: MachineMemory.megabytes
        )
    }

    /// Makes the folders with their owners and rights.
    ///
    /// Others may pass through the upper ones only where the server is another user.
    func layOut() throws(ClusterError) {
        let passage: mode_t = user == caller ? 0o700 : 0o711
        try Folder.make(location.root, mode: passage, owner: caller)
        try Folder.make(location.runFolder, mode: passage, owner: caller)
        try Folder.make(location.configurationFolder, mode: passage, owner: caller)
        try Folder.make(location.secretsFolder, mode: 0o700, owner: caller)
        try Folder.make(location.socketFolder, mode: 0o700, owner: user)
        try checkReach()
    }

    /// The cluster's lock, waited for as long as a first start on a slow machine may take.
    func lock() async throws(ClusterError) -> FileLock {
        try await FileLock.wait(for: location.lockFile, patience: .seconds(120))
    }

    /// The server's user must be able to enter every folder above its data.
    private func checkReach() throws(ClusterError) {
        guard user != caller else { return }
        var folder = location.root
        while folder != "/" {
            guard user.mayEnter(folder) else {
                throw .unreachable(path: location.root, blockedAt: folder, user: user.name)
            }
            folder = Folder.parent(of: folder)
        }
    }
}

extension OperatingSystemUser {
    /// Whether the rights of a folder let this user pass; extra groups and access lists are not asked.
    fileprivate func mayEnter(_ folder: String) -> Bool {
        var status = stat()
        guard stat(folder, &status) == 0 else { return false }
        if status.st_uid == userID { return status.st_mode & 0o100 != 0 }
        if status.st_gid == groupID { return status.st_mode & 0o010 != 0 }
        return status.st_mode & 0o001 != 0
    }
}
