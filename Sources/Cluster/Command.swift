import Glibc
import Subprocess
import SystemPackage

/// A program of the server's, started with the rights of the server's user.
///
/// setpriv(1) drops the rights and not swift-subprocess, whose `userID` option calls setgroups() in a
/// raw clone of this process, where glibc can wait for ever for threads that do not exist there (5 of
/// 25 starts hung). setpriv also asks the kernel for a signal when the starting thread ends:
/// swift-subprocess starts everything from one thread that lives as long as the process.
struct Command: Sendable {
    /// What the kernel sends to the child when this process dies.
    enum AtParentDeath: String, Sendable {
        case interrupt = "INT"
        case kill = "KILL"
        case nothing
    }

    let program: String
    let arguments: [String]
    /// The user to become; nil keeps the present one.
    let user: OperatingSystemUser?
    let atParentDeath: AtParentDeath

    private static let launcher = "/usr/bin/setpriv"

    init(
        _ program: String,
        _ arguments: [String],
        as user: OperatingSystemUser?,
        atParentDeath: AtParentDeath
    ) {
        self.program = program
        self.arguments = arguments
        self.user = user.flatMap { $0.userID == geteuid() ? nil : $0 }
        self.atParentDeath = atParentDeath
    }

    /// How to start it: in a session of its own, so that Ctrl-C reaches only Moulin, which then stops
    /// the server in order; from `/`, because the server's user may not enter the present folder.
    ///
    /// - Parameter inheritsEnvironment: false for the server's programs, which read PGDATA and more.
    /// - Returns: what swift-subprocess runs.
    func configuration(inheritsEnvironment: Bool = false) -> Configuration {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .interrupt, allowedDurationToNextStep: .seconds(20)),
            .send(signal: .quit, allowedDurationToNextStep: .seconds(5)),
        ]
        return Configuration(
            executable: .path(FilePath(Self.launcher)),
            arguments: Arguments(launcherArguments),
            environment: inheritsEnvironment
                ? .inherit : .custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]),
            workingDirectory: FilePath("/"),
            platformOptions: options
        )
    }

    private var launcherArguments: [String] {
        var all: [String] = []
        if let user {
            all += ["--reuid=\(user.userID)", "--regid=\(user.groupID)", "--init-groups"]
        }
        if atParentDeath != .nothing { all += ["--pdeathsig", atParentDeath.rawValue] }
        return all + ["--", program] + arguments
    }

    /// Throws when setpriv or the program is not there, which the child could only say in its own words.
    func verify() throws(ClusterError) {
        for path in [Self.launcher, program] where access(path, X_OK) != 0 {
            throw .programMissing(path: path)
        }
    }

    /// How a command ended, and what it said on both its outputs.
    struct Answer: Sendable, Hashable {
        let succeeded: Bool
        let words: String
    }

    /// Runs it to its end.
    ///
    /// - Parameter input: what it reads.
    /// - Returns: its answer, also when it failed.
    /// - Throws: `ClusterError.notPrepared` when it could not even run.
    func run(input: String = "") async throws(ClusterError) -> Answer {
        try verify()
        do {
            let result = try await Subprocess.run(
                configuration(),
                input: .string(input),
                output: .string(limit: 1 << 20),
                error: .combinedWithOutput
            )
            return Answer(
                succeeded: result.terminationStatus.isSuccess,
                words: result.standardOutput
            )
        } catch {
            throw .notPrepared(reason: "\(program): \(error)")
        }
    }
}
