import Glibc
import Testing

@testable import Cluster

extension RealClusters {
    @Suite struct RecoveryTests {
        @Test func `what a killed preparation left is no database`() async throws {
            try await Playground.enter { playground in
                let rest = playground.location.unfinishedDataDirectory(major: 15)
                try await run("/bin/mkdir", "-p", rest + "/base/1")
                try TextFile.write("15\n", to: rest + "/PG_VERSION", mode: 0o600)

                _ = try await playground.cluster.start()

                #expect(!Folder.exists(rest))
                #expect(try await playground.ask(.owner, "SELECT 1") == "1")
            }
        }

        @Test
        func `a server process number that now belongs to another process does not block a start`()
            async throws
        {
            try await Playground.enter { playground in
                try await playground.cluster.start().stop()
                let file = playground.dataDirectory + "/postmaster.pid"
                try TextFile.write(
                    "\(getpid())\n\(playground.dataDirectory)\n",
                    to: file,
                    mode: 0o600
                )
                let server = try OperatingSystemUser.server()
                try #require(chown(file, server.userID, server.groupID) == 0)

                let running = try await playground.cluster.start()

                #expect(running.isOwner)
            }
        }

        @Test func `a server killed by force is up again with all that was committed`() async throws
        {
            try await Playground.enter { playground in
                _ = try await playground.cluster.start()
                _ = try await playground.ask(.owner, "CREATE TABLE kept AS SELECT 42 AS number")
                _ = try await playground.ask(.superuser, "CHECKPOINT", database: "postgres")
                let killed = try #require(playground.cluster.status().serverProcess)

                kill(killed, SIGKILL)

                let isBack = try await eventually {
                    let status = playground.cluster.status()
                    return status.state == .running && status.serverProcess != killed
                }
                #expect(isBack)
                #expect(try await playground.ask(.owner, "SELECT number FROM kept") == "42")
            }
        }

        @Test func `a server that someone else stops in order stays down`() async throws {
            try await Playground.enter { playground in
                let running = try await playground.cluster.start()

                let wasRunning = try await playground.cluster.stop()
                await running.waitForEnd()

                #expect(wasRunning)
                #expect(playground.cluster.status().state == .stopped)
            }
        }

        @Test func `the server stops when the process that started it is killed by force`()
            async throws
        {
            try await Playground.enter { playground in
                let host = try await Host.start(playground)
                let server = try #require(playground.cluster.status().serverProcess)

                host.kill()

                let isGone = try await eventually {
                    LivingServer.find(in: playground.dataDirectory).processes.isEmpty
                }
                #expect(isGone)
                let next = try await playground.cluster.start()
                #expect(next.isOwner)
                #expect(playground.cluster.status().serverProcess != server)
            }
        }

        @Test func `a start meets a server that is still going down and waits for its end`()
            async throws
        {
            try await Playground.enter { playground in
                let host = try await Host.start(playground)
                host.kill()

                let next = try await playground.cluster.start()

                #expect(try await playground.ask(.owner, "SELECT 1") == "1")
                await next.stop()
                #expect(!playground.cluster.isAnswering)
            }
        }

        @Test
        func `processes that outlive a killed server delay the next start and do not break it`()
            async throws
        {
            try await Playground.enter { playground in
                let host = try await Host.start(playground)
                let server = try #require(playground.cluster.status().serverProcess)
                host.suspend()
                kill(server, SIGKILL)
                host.kill()

                let next = try await playground.cluster.start()

                #expect(next.isOwner)
                #expect(try await playground.ask(.owner, "SELECT 1") == "1")
            }
        }
    }
}
