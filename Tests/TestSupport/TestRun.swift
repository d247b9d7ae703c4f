import Postgres

/// One run of the tests, known on the server by a lock that ends with it.
///
/// The lock is what tells the databases of a living run from those of a dead one: process numbers mean nothing on a
/// server that several machines or containers use.
struct TestRun: Sendable {
    /// Distinguishes runs; random.
    let number: Int32
    /// Holds the locks; idle otherwise.
    private let keeper: Connection

    static func begin(superuser conninfo: String) async throws -> TestRun {
        let settings = ConnectionSettings(conninfo, applicationName: "moulin tests: keeper")
        let keeper = try await Connection.open(settings)
        let run = TestRun(number: .random(in: Int32.min...Int32.max), keeper: keeper)
        try await keeper.lock(.run, run.number)
        return run
    }

    /// Eight hexadecimal digits.
    var digits: String {
        let digits = String(UInt32(bitPattern: number), radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The number in the name of a run's database, nil in every other name.
    static func number(inDatabase name: String) -> Int32? {
        let prefix = DatabaseName.runPrefix
        guard name.hasPrefix(prefix) else { return nil }
        let digits = name.dropFirst(prefix.count).prefix { $0 != "_" }
        guard digits.count == 8 else { return nil }
        return UInt32(digits, radix: 16).map(Int32.init(bitPattern:))
    }

    /// Keeps a template from being swept as long as this run lives.
    func keep(template key: Int32) async throws {
        try await keeper.lockShared(.templateUse, key)
    }
}

/// What the advisory locks of the tests are about; the first key of a pair.
enum LockSubject: Int32 {
    case run = 0x4D4F_0001
    case templateMaking
    case templateUse
    case logins
}

extension Connection {
    func lock(_ subject: LockSubject, _ key: Int32) throws(PostgresError) {
        _ = try rows("SELECT pg_advisory_lock(\(subject.rawValue), \(key))")
    }

    func lockShared(_ subject: LockSubject, _ key: Int32) throws(PostgresError) {
        _ = try rows("SELECT pg_advisory_lock_shared(\(subject.rawValue), \(key))")
    }

    /// False when someone else holds the lock.
    func tryLock(_ subject: LockSubject, _ key: Int32) throws(PostgresError) -> Bool {
        let row = try row(
            "SELECT pg_try_advisory_lock(\(subject.rawValue), \(key)) AS taken"
        )
        return try row.decode("taken", as: Bool.self)
    }

    func unlock(_ subject: LockSubject, _ key: Int32) throws(PostgresError) {
        _ = try rows("SELECT pg_advisory_unlock(\(subject.rawValue), \(key))")
    }
}
