import Cluster
import Glibc

/// Finds this run a private server among a few that are kept between runs.
///
/// Each run of tests takes the first that no other run uses. Keeping them saves the 0.7 s that `initdb` takes.
enum PrivateTestServer {
    private static let count = 16

    static func start() async throws -> PrivateCluster {
        let folder = "/var/tmp/moulin-tests-\(geteuid())"
        for number in 1...count {
            let cluster = PrivateCluster(
                location: ClusterLocation(root: "\(folder)/\(number)"),
                durability: .none
            )
            if try await take(cluster) { return cluster }
        }
        throw TestSupportError.everyServerTaken(folder: folder, count: count)
    }

    /// - Returns: false when another run uses it.
    private static func take(_ cluster: PrivateCluster) async throws -> Bool {
        if cluster.isAnswering { return false }
        if isOutdated(cluster) { try await cluster.erase() }
        do {
            return try await startAndMark(cluster)
        } catch ClusterError.notStarted {
            // Its data were never flushed, so a machine that lost power may have spoilt them.
            try await cluster.erase()
            return try await startAndMark(cluster)
        }
    }

    private static func startAndMark(_ cluster: PrivateCluster) async throws -> Bool {
        let running = try await cluster.start()
        guard running.isOwner else { return false }
        let mark = mark(of: cluster)
        guard symlink(machineStart(), mark) == 0 || errno == EEXIST else {
            throw TestSupportError.notWritable(path: mark, code: errno)
        }
        return true
    }

    /// True when the server was last used before the machine started: what was not flushed then is lost.
    private static func isOutdated(_ cluster: PrivateCluster) -> Bool {
        guard cluster.status().state == .stopped else { return false }
        return target(of: mark(of: cluster)) != machineStart()
    }

    /// A link whose target is the start of the machine, which one call makes and another reads.
    private static func mark(of cluster: PrivateCluster) -> String {
        cluster.location.root + "/machine-start"
    }

    private static func machineStart() -> String {
        guard let file = fopen("/proc/sys/kernel/random/boot_id", "r") else { return "unknown" }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 64)
        guard fgets(&line, 64, file) != nil else { return "unknown" }
        return String(decoding: line.map(UInt8.init(bitPattern:)).prefix { $0 > 32 }, as: UTF8.self)
    }

    private static func target(of link: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 256)
        let length = readlink(link, &buffer, buffer.count)
        guard length > 0 else { return nil }
        return String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
