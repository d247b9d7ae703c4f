import Glibc
import Testing

@testable import Cluster

extension RealClusters {
    @Suite struct PrivacyTests {
        @Test func `a refused row never reaches the server's log`() async throws {
            try await Playground.enter { playground in
                _ = try await playground.cluster.start()

                let answer = try await playground.ask(
                    .owner,
                    "CREATE TABLE income (cents bigint CHECK (cents < 0)); INSERT INTO income VALUES (1234567)"
                )
                let log = try #require(TextFile.read(playground.location.serverLog))

                #expect(answer.contains("1234567"))
                #expect(log.contains("violates check constraint"))
                #expect(!log.contains("1234567"))
            }
        }

        @Test func `the server opens no network port and no login has a password`() async throws {
            try await Playground.enter { playground in
                _ = try await playground.cluster.start()

                let facts = try await playground.ask(
                    .superuser,
                    """
                    SELECT current_setting('listen_addresses') = '',
                           count(*) FILTER (WHERE rolpassword IS NOT NULL)
                    FROM pg_authid
                    """
                )

                #expect(facts == "t|0")
            }
        }

        @Test(.enabled(if: geteuid() == 0, "only root may act as another user"))
        func `another user of the machine cannot even knock`() async throws {
            try await Playground.enter { playground in
                _ = try await playground.cluster.start()
                let stranger = try #require(OperatingSystemUser(name: "nobody"))

                let answer = try await playground.ask(.main, "SELECT 1", as: stranger)

                #expect(answer.contains("Permission denied"))
            }
        }

        @Test(.enabled(if: geteuid() == 0, "only root may act as another user"))
        func `a plain user has a cluster of his own, and all its processes are his`() async throws {
            try await Playground.enter { playground in
                let user = try #require(OperatingSystemUser(name: "nobody"))
                let folder = Folder.parent(of: playground.location.root)
                let program = folder + "/host"
                try await run("/bin/cp", Playground.host, program)
                try #require(chown(folder, user.userID, user.groupID) == 0)
                let command = Command(
                    program,
                    [playground.location.root, "start"],
                    as: user,
                    atParentDeath: .kill
                )

                let host = ServerProcess(command, output: open("/dev/null", O_WRONLY | O_CLOEXEC))

                let isUp = try await eventually { playground.cluster.isAnswering }
                #expect(isUp)
                #expect(
                    try await playground.ask(.main, "SELECT current_user", as: user)
                        == "moulin_main"
                )
                let processes = LivingServer.find(in: playground.dataDirectory).processes
                #expect(!processes.isEmpty)
                #expect(processes.allSatisfy { owner(of: $0) == user.userID })
                await host.stop()
            }
        }

        private func owner(of process: Int32) -> UInt32? {
            var status = stat()
            return stat("/proc/\(process)", &status) == 0 ? status.st_uid : nil
        }
    }
}
