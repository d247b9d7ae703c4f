import Glibc
import Testing

@testable import Cluster

/// A folder for one cluster, gone with everything in it after the test.
struct Playground: Sendable {
    let cluster: PrivateCluster

    var location: ClusterLocation { cluster.location }
    var dataDirectory: String { location.dataDirectory(major: 15) }

    /// Runs a test on a folder of its own; the server, if one runs at the end, is stopped.
    static func enter(
        named suffix: String = "",
        _ body: (Playground) async throws -> Void
    ) async throws {
        let folder = try temporaryFolder()
        let playground = Playground(
            cluster: PrivateCluster(
                location: ClusterLocation(root: folder + "/cluster" + suffix),
                durability: .none
            )
        )
        do {
            try await body(playground)
        } catch {
            try await playground.clear(folder)
            throw error
        }
        try await playground.clear(folder)
    }

    /// Outside `/tmp`, which may be small, and open to the server's user.
    static func temporaryFolder() throws -> String {
        var template = Array("/var/tmp/moulin-playground-XXXXXX".utf8CString)
        let made = mkdtemp(&template).map { String(cString: $0) }
        let folder = try #require(made)
        try #require(chmod(folder, 0o755) == 0)
        return folder
    }

    private func clear(_ folder: String) async throws {
        try await cluster.stop()
        try await run("/bin/rm", "-rf", folder)
    }

    /// The program of the same build that stands for Moulin itself.
    static var host: String {
        let path = realpath("/proc/self/exe", nil).map { String(cString: $0) } ?? ""
        return Folder.parent(of: path) + "/ClusterHost"
    }

    /// The answer of a login to one statement, or the refusal.
    func ask(
        _ login: Login,
        _ sql: String,
        database: String = PrivateCluster.databaseName,
        as user: OperatingSystemUser? = nil
    ) async throws -> String {
        let target = cluster.conninfo(for: login, database: database)
        let arguments = ["-XAtq", "-d", target, "-c", sql]
        let psql = Command("/usr/bin/psql", arguments, as: user, atParentDeath: .kill)
        let words = try await psql.run().words
        return words.split(whereSeparator: \.isNewline).joined(separator: "\n")
    }
}

/// Runs a program that must succeed.
func run(_ program: String, _ arguments: String...) async throws {
    let answer = try await Command(program, arguments, as: nil, atParentDeath: .kill).run()
    try #require(answer.succeeded, "\(answer.words)")
}

/// Looks again and again at something outside this process until it is true.
func eventually(
    within limit: Duration = .seconds(20),
    _ condition: () async throws -> Bool
) async throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if try await condition() { return true }
        await pause(.milliseconds(20))
    }
    return false
}
