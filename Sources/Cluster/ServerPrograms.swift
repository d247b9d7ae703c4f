import Glibc

/// The programs of one installed major version of PostgreSQL.
struct ServerPrograms: Sendable, Hashable {
    let major: Int
    /// The folder of `postgres` and `initdb`.
    let folder: String

    var postgres: String { "\(folder)/postgres" }
    var initdb: String { "\(folder)/initdb" }

    /// Where Debian installs each major version in a folder of its own.
    static let debianFolder = "/usr/lib/postgresql"

    /// The schema uses what came with 15: security_invoker views and unique keys without distinct nulls.
    static let oldestMajor = 15

    /// The complete installations below a folder, highest major first.
    static func installed(below folder: String = debianFolder) -> [ServerPrograms] {
        Folder.names(in: folder)
            .compactMap(Int.init)
            .sorted(by: >)
            .map { ServerPrograms(major: $0, folder: "\(folder)/\($0)/bin") }
            .filter { $0.isComplete }
    }

    private var isComplete: Bool {
        access(postgres, X_OK) == 0 && access(initdb, X_OK) == 0
    }

    /// The programs for a location: those of its data if it has any, else the newest installed.
    ///
    /// Newer programs never touch the data of an older version: PostgreSQL would refuse, and say so
    /// less clearly.
    /// - Throws: `programsMissing` when nothing usable is installed, `majorNotInstalled` when there are
    ///   data and their version is not.
    static func matching(
        _ location: ClusterLocation,
        below folder: String = debianFolder
    ) throws(ClusterError) -> ServerPrograms {
        let installed = installed(below: folder).filter { $0.major >= oldestMajor }
        let present = location.presentMajors
        if let match = installed.first(where: { present.contains($0.major) }) { return match }
        if let major = present.first {
            guard installed.isEmpty else {
                throw .majorNotInstalled(
                    dataDirectory: location.dataDirectory(major: major),
                    major: major,
                    installed: installed.map(\.major)
                )
            }
        }
        guard let newest = installed.first else {
            throw .programsMissing(searched: folder, oldest: oldestMajor)
        }
        return newest
    }
}

extension ClusterLocation {
    /// The major versions that have a data directory here, highest first.
    var presentMajors: [Int] {
        Folder.names(in: root)
            .filter { $0.hasPrefix("pg") }
            .compactMap { Int($0.dropFirst(2)) }
            .filter { Folder.exists("\(dataDirectory(major: $0))/PG_VERSION") }
            .sorted(by: >)
    }
}
