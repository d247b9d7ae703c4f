import Glibc
import Testing

@testable import Cluster

extension RealClusters {
    @Suite struct StartTests {
        @Test func `a first start makes the database and four logins without special rights`()
            async throws
        {
            try await Playground.enter { playground in
                #expect(playground.cluster.status().state == .absent)

                let running = try await playground.cluster.start()

                #expect(running.isOwner)
                #expect(playground.cluster.status().state == .running)
                let roles = try await playground.ask(
                    .owner,
                    """
                    SELECT rolname, rolcanlogin, rolinherit, rolsuper, rolcreatedb, rolcreaterole,
                           rolreplication, rolbypassrls
                    FROM pg_roles WHERE rolname LIKE 'moulin_%' ORDER BY rolname
                    """
                )
                #expect(
                    roles == """
                        moulin_main|t|f|f|f|f|f|f
                        moulin_owner|t|f|f|f|f|f|f
                        moulin_public|t|f|f|f|f|f|f
                        moulin_social|t|f|f|f|f|f|f
                        """
                )
            }
        }

        @Test func `the owner creates objects, the other logins do not`() async throws {
            try await Playground.enter { playground in
                _ = try await playground.cluster.start()

                let owner = try await playground.ask(
                    .owner,
                    "CREATE SCHEMA workshop; SELECT 'made'"
                )
                let main = try await playground.ask(.main, "CREATE SCHEMA shop")
                let social = try await playground.ask(.social, "SET ROLE moulin_main")

                #expect(owner == "made")
                #expect(main == "ERROR:  permission denied for database moulin")
                #expect(social == #"ERROR:  permission denied to set role "moulin_main""#)
            }
        }

        @Test func `a second start attaches, and its end leaves the server alone`() async throws {
            try await Playground.enter { playground in
                let first = try await playground.cluster.start()

                let second = try await playground.cluster.start()
                await second.stop()

                #expect(first.isOwner)
                #expect(!second.isOwner)
                #expect(playground.cluster.isAnswering)
            }
        }

        @Test func `of starters at the same moment one owns the server and all reach it`()
            async throws
        {
            try await Playground.enter { playground in
                let cluster = playground.cluster

                let owners = try await withThrowingTaskGroup(of: RunningCluster.self) { group in
                    for _ in 0..<5 { group.addTask { try await cluster.start() } }
                    return try await group.reduce(into: []) { $0.append($1) }.filter(\.isOwner)
                }

                #expect(owners.count == 1)
                #expect(cluster.isAnswering)
            }
        }

        @Test func `attaching never starts a server`() async throws {
            try await Playground.enter { playground in
                #expect(throws: ClusterError.notRunning(root: playground.location.root)) {
                    try playground.cluster.attach()
                }
            }
        }

        @Test func `the data survive an orderly stop and start`() async throws {
            try await Playground.enter { playground in
                let first = try await playground.cluster.start()
                _ = try await playground.ask(.owner, "CREATE TABLE kept AS SELECT 42 AS number")
                await first.stop()
                #expect(playground.cluster.status().state == .stopped)

                _ = try await playground.cluster.start()

                #expect(try await playground.ask(.owner, "SELECT number FROM kept") == "42")
            }
        }

        @Test func `a root too long for a socket is served through the temporary folder`()
            async throws
        {
            try await Playground.enter(named: String(repeating: "-long", count: 20)) { playground in
                _ = try await playground.cluster.start()

                #expect(playground.location.socketFolder.hasPrefix("/tmp/moulin-\(geteuid())-"))
                #expect(try await playground.ask(.main, "SELECT current_user") == "moulin_main")
            }
        }

        @Test func `a program started while the lock is held does not inherit it`() async throws {
            try await Playground.enter { playground in
                _ = try await playground.cluster.start()

                let isFree = try FileLock.take(playground.location.lockFile) != nil

                #expect(isFree)
            }
        }
    }
}
