import Glibc

extension ClusterError {
    /// The error for a failed system call on a path.
    static func file(_ path: String, _ code: Int32) -> ClusterError {
        if code == ENOSPC || code == EDQUOT { return .diskFull(path: path) }
        return .unusable(path: path, reason: String(cString: strerror(code)))
    }
}

/// Folders and files of the cluster, made with the owner and the rights they must have.
enum Folder {
    /// Makes a folder, with its parents, unless it exists.
    ///
    /// A folder that exists must belong to the owner or to this user, or it is someone else's; its owner
    /// and mode are set like those of a new one.
    static func make(
        _ path: String,
        mode: mode_t,
        owner: OperatingSystemUser
    ) throws(ClusterError) {
        if mkdir(path, mode) != 0 {
            switch errno {
            case EEXIST: break
            case ENOENT:
                try make(parentsOf: path)
                if mkdir(path, mode) != 0, errno != EEXIST { throw .file(path, errno) }
            default: throw .file(path, errno)
            }
        }
        try claim(path, mode: mode, owner: owner)
    }

    private static func make(parentsOf path: String) throws(ClusterError) {
        let parent = Self.parent(of: path)
        if mkdir(parent, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, parent != "/" else { throw .file(parent, errno) }
        try make(parentsOf: parent)
        if mkdir(parent, 0o755) != 0, errno != EEXIST { throw .file(parent, errno) }
    }

    /// Works on the open folder, so that a name exchanged for a link in between changes nothing.
    private static func claim(
        _ path: String,
        mode: mode_t,
        owner: OperatingSystemUser
    ) throws(ClusterError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .file(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .file(path, errno) }
        if status.st_uid != owner.userID, status.st_uid != geteuid() {
            let name = OperatingSystemUser(userID: status.st_uid)?.name ?? "\(status.st_uid)"
            throw .unusable(path: path, reason: "it belongs to the user \(name)")
        }
        if status.st_uid != owner.userID,
            fchown(descriptor, owner.userID, owner.groupID) != 0
        {
            throw .file(path, errno)
        }
        if status.st_mode & 0o7777 != mode, fchmod(descriptor, mode) != 0 {
            throw .file(path, errno)
        }
    }

    /// The folder that holds a path.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// True when something exists at the path.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The names in a folder, without `.` and `..`; empty when it cannot be read.
    static func names(in path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Renames and makes the new name durable.
    static func rename(_ source: String, to target: String) throws(ClusterError) {
        guard Glibc.rename(source, target) == 0 else { throw .file(target, errno) }
        let folder = open(parent(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
