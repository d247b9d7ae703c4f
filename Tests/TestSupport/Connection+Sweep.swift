import Postgres

extension Connection {
    /// How many templates stay for runs of other branches.
    private static let templatesKept = 4

    /// Drops what dead runs left: their databases, half-made templates, and templates nobody used lately.
    func sweep(lockedBy run: TestRun) throws(PostgresError) {
        for name in try testDatabases() {
            if let number = TestRun.number(inDatabase: name.text), number != run.number {
                try drop(name, ifFree: .run, number)
            }
        }
        for (name, key) in try testDatabases().templates(after: DatabaseName.draftPrefix) {
            try drop(name, ifFree: .templateMaking, key)
        }
        let templates = try testDatabases().templates(after: DatabaseName.templatePrefix)
        for (name, key) in templates.dropFirst(Self.templatesKept) {
            try drop(name, ifFree: .templateUse, key)
        }
    }

    /// Newest first.
    private func testDatabases() throws(PostgresError) -> [DatabaseName] {
        let pattern = DatabaseName.prefix.replacingUnderscores + "%"
        let rows = try rows(
            "SELECT datname::text AS name FROM pg_database WHERE datname LIKE \(pattern) ORDER BY oid DESC"
        )
        var names: [DatabaseName] = []
        for row in rows {
            if let name = DatabaseName(try row.decode("name", as: String.self)) {
                names.append(name)
            }
        }
        return names
    }

    private func drop(
        _ name: DatabaseName,
        ifFree subject: LockSubject,
        _ key: Int32
    ) throws(PostgresError) {
        guard try tryLock(subject, key) else { return }
        try drop(name)
        try unlock(subject, key)
    }
}

extension [DatabaseName] {
    /// Those with a prefix, each with the lock's key from its digest.
    fileprivate func templates(after prefix: String) -> [(DatabaseName, Int32)] {
        compactMap { name in
            guard name.text.hasPrefix(prefix) else { return nil }
            let digits = name.text.dropFirst(prefix.count).prefix(8)
            return UInt32(digits, radix: 16).map { (name, Int32(bitPattern: $0)) }
        }
    }
}

extension String {
    /// The text as a pattern of LIKE, in which an underscore stands for itself.
    fileprivate var replacingUnderscores: String {
        String(flatMap { $0 == "_" ? ["\\", "_"] : [$0] })
    }
}
