import Glibc
import Testing

@testable import Cluster

extension RealClusters {
    @Suite struct BackgroundTests {
        private func startInBackground(_ playground: Playground) async throws {
            try await playground.cluster.startInBackground(
                executable: Playground.host,
                arguments: [playground.location.root]
            )
        }

        @Test func `a server in the background has a supervisor in a session of its own`()
            async throws
        {
            try await Playground.enter { playground in
                try await startInBackground(playground)

                let status = playground.cluster.status()
                let supervisor = try #require(status.supervisorProcess)
                #expect(status.state == .running)
                #expect(getsid(supervisor) == supervisor)
                #expect(try await playground.ask(.main, "SELECT current_user") == "moulin_main")
            }
        }

        @Test func `stopping returns when supervisor and server are gone`() async throws {
            try await Playground.enter { playground in
                try await startInBackground(playground)

                let wasRunning = try await playground.cluster.stop()

                #expect(wasRunning)
                #expect(
                    playground.cluster.status()
                        == ClusterStatus(
                            state: .stopped,
                            major: 15,
                            serverProcess: nil,
                            supervisorProcess: nil
                        )
                )
                #expect(try await playground.cluster.stop() == false)
            }
        }

        @Test func `the supervisor starts a crashed server again`() async throws {
            try await Playground.enter { playground in
                try await startInBackground(playground)
                let before = playground.cluster.status()
                let killed = try #require(before.serverProcess)

                kill(killed, SIGKILL)

                let isBack = try await eventually {
                    let status = playground.cluster.status()
                    return status.state == .running && status.serverProcess != killed
                }
                #expect(isBack)
                #expect(playground.cluster.status().supervisorProcess == before.supervisorProcess)
            }
        }

        @Test func `a command that meets a crash waits for the supervisor's server and owns none`()
            async throws
        {
            try await Playground.enter { playground in
                try await startInBackground(playground)
                let before = playground.cluster.status()
                let killed = try #require(before.serverProcess)

                kill(killed, SIGKILL)
                let found = try await playground.cluster.start()

                #expect(!found.isOwner)
                #expect(playground.cluster.status().supervisorProcess == before.supervisorProcess)
                #expect(try await playground.ask(.owner, "SELECT 1") == "1")
            }
        }

        @Test func `a server that a passing command has started is taken over when that ends`()
            async throws
        {
            try await Playground.enter { playground in
                let passing = try await playground.cluster.start()
                try await startInBackground(playground)
                let supervisor = try #require(playground.cluster.status().supervisorProcess)

                await passing.stop()

                #expect(passing.isOwner)
                #expect(try await eventually { playground.cluster.isAnswering })
                #expect(playground.cluster.status().supervisorProcess == supervisor)
            }
        }

        @Test func `after a supervisor killed by force the next start begins anew`() async throws {
            try await Playground.enter { playground in
                try await startInBackground(playground)
                let killed = try #require(playground.cluster.status().supervisorProcess)

                kill(killed, SIGKILL)
                let mayAttach = try await eventually {
                    playground.cluster.status().supervisorProcess == nil
                }
                try await startInBackground(playground)

                #expect(mayAttach)
                #expect(try await playground.ask(.owner, "SELECT 1") == "1")
            }
        }

        @Test func `callers at the same moment share one supervisor`() async throws {
            try await Playground.enter { playground in
                try await playground.cluster.prepare()

                try await withThrowingTaskGroup { group in
                    for _ in 0..<3 { group.addTask { try await startInBackground(playground) } }
                    try await group.waitForAll()
                }

                #expect(playground.cluster.status().supervisorProcess != nil)
                #expect(try await playground.ask(.owner, "SELECT 1") == "1")
            }
        }

        @Test func `the reason of a supervisor that fails reaches its caller`() async throws {
            try await Playground.enter { playground in
                try await playground.cluster.prepare()
                let local = playground.location.configurationFolder + "/local.conf"
                try TextFile.write("shared_buffers = 'plenty'\n", to: local, mode: 0o644)

                let error = await #expect(throws: ClusterError.self) {
                    try await startInBackground(playground)
                }

                #expect(
                    error
                        == .notStarted(
                            reason: "configuration file \"\(local)\" contains errors",
                            log: playground.location.serverLog
                        )
                )
            }
        }
    }
}
