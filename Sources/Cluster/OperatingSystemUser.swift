import Glibc

/// An account of the operating system.
struct OperatingSystemUser: Sendable, Hashable {
    let name: String
    let userID: UInt32
    let groupID: UInt32
    let home: String

    /// nil when the system does not know the number.
    init?(userID: UInt32) {
        self.init { entry, buffer, size, result in
            getpwuid_r(userID, entry, buffer, size, result)
        }
    }

    /// nil when the system does not know the name.
    init?(name: String) {
        self.init { entry, buffer, size, result in
            getpwnam_r(name, entry, buffer, size, result)
        }
    }

    private typealias Lookup = (
        UnsafeMutablePointer<passwd>,
        UnsafeMutablePointer<CChar>,
        Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    private init?(_ lookup: Lookup) {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        // Names and paths of one account; sysconf(_SC_GETPW_R_SIZE_MAX) is 1024 on Linux.
        let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: 16_384)
        defer { buffer.deallocate() }
        guard lookup(&entry, buffer, 16_384, &found) == 0, found != nil else { return nil }
        name = String(cString: entry.pw_name)
        userID = entry.pw_uid
        groupID = entry.pw_gid
        home = String(cString: entry.pw_dir)
    }
}

extension OperatingSystemUser {
    /// The user this process runs as.
    static func current() throws(ClusterError) -> OperatingSystemUser {
        guard let user = OperatingSystemUser(userID: geteuid()) else {
            throw .userUnknown(name: "number \(geteuid())")
        }
        return user
    }

    /// The user the server runs as: never root, which PostgreSQL refuses.
    static func server() throws(ClusterError) -> OperatingSystemUser {
        if geteuid() != 0 { return try current() }
        guard let user = OperatingSystemUser(name: "postgres") else {
            throw .userUnknown(name: "postgres")
        }
        return user
    }
}
