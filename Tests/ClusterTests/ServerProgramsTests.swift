import Testing

@testable import Cluster

@Suite struct ServerProgramsTests {
    /// A folder with fake installations and fake data.
    private func choose(
        installed: [Int],
        data: [Int]
    ) async throws -> Result<Int, ClusterError> {
        let folder = try Playground.temporaryFolder()
        let location = ClusterLocation(root: folder)
        for major in installed {
            try await run("/bin/mkdir", "-p", "\(folder)/lib/\(major)/bin")
            for program in ["postgres", "initdb"] {
                let path = "\(folder)/lib/\(major)/bin/\(program)"
                try TextFile.write("", to: path, mode: 0o755)
            }
        }
        for major in data {
            try await run("/bin/mkdir", location.dataDirectory(major: major))
            let path = location.dataDirectory(major: major) + "/PG_VERSION"
            try TextFile.write("\(major)\n", to: path, mode: 0o600)
        }
        let choice = Result { () throws(ClusterError) in
            try ServerPrograms.matching(location, below: folder + "/lib").major
        }
        try await run("/bin/rm", "-rf", folder)
        return choice.mapError { $0.withoutPlace }
    }

    @Test(
        arguments: [
            ([15], [], .success(15)),
            ([15, 17], [], .success(17)),
            ([15, 17], [15], .success(15)),
            ([15, 16, 17], [15, 16], .success(16)),
            ([], [], .failure(.programsMissing(searched: "", oldest: 15))),
            ([13], [], .failure(.programsMissing(searched: "", oldest: 15))),
            ([], [15], .failure(.programsMissing(searched: "", oldest: 15))),
            (
                [16, 17], [15],
                .failure(.majorNotInstalled(dataDirectory: "", major: 15, installed: [17, 16]))
            ),
        ] as [([Int], [Int], Result<Int, ClusterError>)]
    )
    func `data keep their version, and new ones take the newest`(
        installed: [Int],
        data: [Int],
        expected: Result<Int, ClusterError>
    ) async throws {
        #expect(try await choose(installed: installed, data: data) == expected)
    }

    @Test func `a missing server says how to install one`() {
        let text = "\(ClusterError.programsMissing(searched: "/usr/lib/postgresql", oldest: 15))"

        #expect(text.contains("apt-get install postgresql-15"))
    }
}

extension ClusterError {
    /// The same error without the folder's random name.
    fileprivate var withoutPlace: ClusterError {
        switch self {
        case .programsMissing(_, let oldest): .programsMissing(searched: "", oldest: oldest)
        case .majorNotInstalled(_, let major, let installed):
            .majorNotInstalled(dataDirectory: "", major: major, installed: installed)
        default: self
        }
    }
}
