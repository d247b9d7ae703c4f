import Glibc
import Testing

@testable import Cluster

extension RealClusters {
    @Suite struct FaultTests {
        @Test func `a server that never answers is killed and started once more, then given up`()
            async throws
        {
            try await Playground.enter { playground in
                let site = try await preparedSite(playground)
                let mute = try muteProgram(playground)
                let launcher = ServerLauncher(
                    location: playground.location,
                    programs: mute,
                    user: site.user,
                    durability: .none,
                    patience: Patience(silent: .milliseconds(300))
                )

                await #expect(
                    throws: ClusterError.notStarted(
                        reason: "it does not answer, and was stopped.",
                        log: playground.location.serverLog
                    )
                ) { _ = try await launcher.launch() }

                let starts = TextFile.read(playground.location.serverLog)
                #expect(starts == "started\nstarted\n")
            }
        }

        /// Sleeps where a server would serve.
        private func muteProgram(_ playground: Playground) throws -> ServerPrograms {
            let folder = playground.location.root + "/mute"
            try Folder.make(folder, mode: 0o755, owner: .current())
            let text = "#!/bin/sh\necho started\nexec sleep 60\n"
            try TextFile.write(text, to: folder + "/postgres", mode: 0o755)
            return ServerPrograms(major: 15, folder: folder)
        }

        private func preparedSite(_ playground: Playground) async throws -> Site {
            try await playground.cluster.prepare()
            return try Site(location: playground.location, durability: .none)
        }

        @Test(.enabled(if: geteuid() == 0, "only root may mount a small disk"))
        func `a disk too small for the data is named as such, and nothing half-made counts`()
            async throws
        {
            try await Playground.enter { playground in
                let root = playground.location.root
                try await run("/bin/mkdir", "-p", root)
                try await run("/bin/mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", root)

                let error = await #expect(throws: ClusterError.self) {
                    _ = try await playground.cluster.start()
                }
                let state = playground.cluster.status().state
                try await run("/bin/umount", root)

                #expect(error == .diskFull(path: root))
                #expect(state == .absent)
            }
        }

        @Test(.enabled(if: geteuid() == 0, "only root runs the server as another user"))
        func `a folder that the server's user cannot reach is named with what blocks it`()
            async throws
        {
            try await Playground.enter { playground in
                let root = playground.location.root
                let closed = Folder.parent(of: root)
                try #require(chmod(closed, 0o700) == 0)

                await #expect(
                    throws: ClusterError.unreachable(
                        path: root,
                        blockedAt: closed,
                        user: "postgres"
                    )
                ) { _ = try await playground.cluster.start() }
            }
        }

        @Test(.enabled(if: geteuid() == 0, "only root may give a folder away"))
        func `a folder of someone else is left alone`() async throws {
            try await Playground.enter { playground in
                let root = playground.location.root
                let stranger = try #require(OperatingSystemUser(name: "nobody"))
                try await run("/bin/mkdir", "-p", root)
                try #require(chown(root, stranger.userID, stranger.groupID) == 0)

                await #expect(
                    throws: ClusterError.unusable(
                        path: root,
                        reason: "it belongs to the user nobody"
                    )
                ) { _ = try await playground.cluster.start() }
            }
        }

        @Test func `a data folder that holds something else is left alone`() async throws {
            try await Playground.enter { playground in
                try await run("/bin/mkdir", "-p", playground.dataDirectory)
                try TextFile.write("mine", to: playground.dataDirectory + "/letter", mode: 0o600)

                await #expect(
                    throws: ClusterError.unusable(
                        path: playground.dataDirectory,
                        reason: "the folder exists and holds no database"
                    )
                ) { _ = try await playground.cluster.start() }

                #expect(TextFile.read(playground.dataDirectory + "/letter") == "mine")
            }
        }
    }
}
