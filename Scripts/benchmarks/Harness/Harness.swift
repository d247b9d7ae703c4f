import Application
import Cluster
import Domain
import Glibc
import Postgres
import Store

/// What is measured through the application layer, without a door in front of it.
enum Harness {
    static func open() async throws -> OpenMoulin {
        let names = ["DATABASE_URL", "MOULIN_HOME", "MOULIN_RESOURCES", "MOULIN_AS"]
        var environment: [String: String] = [:]
        for name in names {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        let program = CommandLine.arguments.first ?? ""
        return try await Installation(Settings(environment: environment), program: program).open()
    }

    /// A file of commands, as `moulin batch` runs it.
    static func batch(_ arguments: [String]) async throws {
        let words = arguments.dropFirst()
        let key = words.first { $0 != "keep-going" && $0 != "rehearse" }
        let moulin = try await open()
        let batch = Batch(
            keepsGoing: words.contains("keep-going"),
            isRehearsal: words.contains("rehearse"),
            key: key
        )
        var outcome: Batch.Outcome?
        let seconds = try await measured {
            outcome = try await moulin.application.perform(
                batch,
                from: arguments[0],
                as: moulin.speaker,
                failed: { complain($0.sentence(in: .en) + "\n") }
            )
        }
        if let failure = outcome?.failure { complain(failure.sentence(in: .en) + "\n") }
        report(seconds, outcome?.count.done ?? 0)
        await moulin.close()
    }

    /// Steps of one device each, each a transaction of its own.
    static func step(_ numbers: [Int]) async throws {
        let (first, count, clients) = (numbers[0], numbers[1], numbers[2])
        let moulin = try await open()
        try await warm(moulin, clients)
        let seconds = try await measured {
            try await together(clients) { client in
                for index in stride(from: client, to: count, by: clients) {
                    let device = DeviceReference(number: Int64(first + index))
                    let command = TakeStep(device: device, step: "triage")
                    _ = try await moulin.application.perform(command, as: moulin.speaker)
                }
            }
        }
        report(seconds, count)
        await moulin.close()
    }

    /// Connections are opened and statements prepared before the clock starts, as pgbench does.
    private static func warm(_ moulin: OpenMoulin, _ clients: Int) async throws {
        try await together(clients) { _ in
            for _ in 0..<8 {
                let command = TakeStep(device: DeviceReference(number: 1), step: "triage")
                _ = try? await moulin.application.perform(
                    command,
                    as: moulin.speaker,
                    rehearsing: true
                )
            }
        }
    }

    /// Devices by their numbers, each question in a transaction that says for which organisation it asks.
    static func lookup(_ numbers: [Int]) async throws {
        let (first, count, clients, limit) = (numbers[0], numbers[1], numbers[2], numbers[3])
        let moulin = try await open()
        let reader = SharedReader(moulin.installation.connection(as: .main))
        let prologue = moulin.speaker.prologue(key: nil, now: 0)
        let organisation = moulin.speaker.organisation
        let end = ContinuousClock.now + .seconds(limit)
        let asked = Counter()
        let seconds = try await measured {
            try await together(clients) { _ in
                var random = SystemRandomNumberGenerator()
                var mine = 0
                while .now < end {
                    let device = Int64.random(
                        in: Int64(first)..<Int64(first + count),
                        using: &random
                    )
                    let row = try await reader.optionalRow(
                        """
                        SELECT device_id, state, version FROM core.device
                         WHERE org_id = \(organisation) AND device_id = \(device)
                        """,
                        prologue: prologue
                    )
                    guard try row?.decode("device_id") == device else { throw WrongAnswer() }
                    mine += 1
                }
                await asked.add(mine)
            }
        }
        report(seconds, await asked.total)
        reader.close()
        await moulin.close()
    }

    /// Documents of one series, each numbered and frozen in a transaction of its own.
    static func number(_ numbers: [Int]) async throws {
        let (count, clients) = (numbers[0], numbers[1])
        let moulin = try await open()
        let seconds = try await measured {
            try await together(clients) { client in
                for _ in stride(from: client, to: count, by: clients) {
                    _ = try await moulin.application.perform(IssueRegister(), as: moulin.speaker)
                }
            }
        }
        report(seconds, count)
        await moulin.close()
    }

    /// The papers of all documents that have none yet, by one worker; each is kept in a transaction of its own.
    static func draw() async throws {
        let moulin = try await open()
        let drawer = DocumentDrawer(moulin.application, verifyingAt: "https://localhost/verify")
        var drawn = 0
        let seconds = try await measured {
            drawn = try await drawer.drawMissing(as: moulin.speaker).drawn
        }
        report(seconds, drawn)
        await moulin.close()
    }

    private struct WrongAnswer: Error {}

    private actor Counter {
        var total = 0
        func add(_ count: Int) { total += count }
    }

    private static func together(
        _ clients: Int,
        _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients { group.addTask { try await body(client) } }
            try await group.waitForAll()
        }
    }

    private static func measured(_ body: () async throws -> Void) async throws -> Double {
        let started = ContinuousClock.now
        try await body()
        return (ContinuousClock.now - started) / .seconds(1)
    }

    static func complain(_ words: String) {
        let bytes = Array(words.utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }

    private static func report(_ seconds: Double, _ count: Int) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print("seconds \(seconds) count \(count) kibibytes \(usage.ru_maxrss)")
    }
}
