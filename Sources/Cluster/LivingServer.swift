import Glibc

/// The server processes that live in a data directory, found in `/proc`.
///
/// A process number in `postmaster.pid` proves nothing: after a restart of the machine or of a container
/// another process may have it, and a dead server whose parent never collects it keeps it. Every server
/// process, however, has the data directory as its working folder, and a dead one has none.
struct LivingServer: Sendable, Hashable {
    /// The first process, the one to signal; nil when only its children are left.
    let postmaster: Int32?
    /// All server processes in the directory.
    let processes: [Int32]

    static func find(in dataDirectory: String) -> LivingServer {
        guard let resolved = realpath(dataDirectory, nil) else {
            return LivingServer(postmaster: nil, processes: [])
        }
        defer { free(resolved) }
        let directory = String(cString: resolved)
        let processes = Folder.names(in: "/proc")
            .compactMap(Int32.init)
            .filter { target(of: "/proc/\($0)/cwd") == directory }
            .filter { TextFile.read("/proc/\($0)/comm") == "postgres\n" }
        let recorded = recordedPostmaster(in: dataDirectory)
        return LivingServer(
            postmaster: processes.first { $0 == recorded },
            processes: processes
        )
    }

    /// The number in `postmaster.pid`, whoever has it now; nil without such a file.
    static func recordedPostmaster(in dataDirectory: String) -> Int32? {
        TextFile.read("\(dataDirectory)/postmaster.pid")
            .flatMap { $0.split(whereSeparator: \.isNewline).first }
            .flatMap { Int32($0) }
    }

    private static func target(of link: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
