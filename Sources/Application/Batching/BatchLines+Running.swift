import Domain
import Postgres
import Store

extension BatchLines {
    /// Performs lines of one command, leaving alone those that were done under their key before.
    mutating func perform(_ works: [Work], in db: isolated Connection) throws(Stop) {
        let works = try withoutAnswered(works, in: db)
        guard let first = works.first?.command else { return }
        if let first = first as? any SetBased, works.count > 1 {
            try performTogether(works, like: first, in: db)
        } else {
            for work in works { try perform(work, work.command, in: db) }
        }
    }

    private mutating func withoutAnswered(
        _ works: [Work],
        in db: isolated Connection
    ) throws(Stop) -> [Work] {
        let keys = works.compactMap { $0.key?.text }
        guard !keys.isEmpty, let side = works.first?.side else { return works }
        let records = try Stop.running { () throws(PostgresError) in
            try BatchStore.records(
                under: keys,
                of: circumstances.speaker,
                on: side.shelf,
                in: db
            )
        }
        guard !records.isEmpty else { return works }
        var remaining: [Work] = []
        for work in works {
            guard let key = work.key, let record = records[key.text] else {
                remaining.append(work)
                continue
            }
            if record == BatchStore.Record(command: work.name, content: key.content) {
                tally.again += 1
            } else {
                let facts: [String: Fact] = ["key": .text(key.text)]
                try fail(work.failure(.refused(Refusal(.alreadyDoneWithOtherContent, facts))))
            }
        }
        return remaining
    }

    /// One line alone, undone alone when it fails.
    private mutating func perform<C: Command>(
        _ work: Work,
        _ command: C,
        in db: isolated Connection
    ) throws(Stop) {
        do throws(Failure) {
            try db.savepoint { (db) throws(Failure) in
                let outcome = try circumstances.perform(command, in: db)
                try keep([(work, outcome)], in: db)
                try settle(in: db)
            }
            tally.done += 1
        } catch {
            guard error.isOfOneLine else { throw .all(error) }
            try fail(work, error, in: db)
        }
    }

    /// Many lines in a few statements.
    ///
    /// When a wall speaks, it does not say about which line: halves are tried, and their
    /// halves, until it stands alone.
    private mutating func performTogether<C: SetBased>(
        _ works: [Work],
        like sample: C,
        in db: isolated Connection
    ) throws(Stop) {
        let failures: [(Work, Failure)]
        do throws(Failure) {
            failures = try db.savepoint { (db) throws(Failure) -> [(Work, Failure)] in
                let failures = try run(works, C.self, in: db)
                try settle(in: db)
                return failures
            }
        } catch {
            guard error.isOfOneLine else { throw .all(error) }
            let middle = works.count / 2
            try perform(Array(works[..<middle]), in: db)
            return try perform(Array(works[middle...]), in: db)
        }
        tally.done += works.count - failures.count
        for (work, failure) in failures { try fail(work, failure, in: db) }
    }

    /// - Returns: the lines that could not be done, in the order of the file.
    private func run<C: SetBased>(
        _ works: [Work],
        _: C.Type,
        in db: isolated Connection
    ) throws(Failure) -> [(Work, Failure)] {
        var failures: [(Work, Failure)] = []
        var permitted: [(work: Work, command: C)] = []
        var permissions: [C.Group: Failure?] = [:]
        for work in works {
            guard let command = work.command as? C else { continue }
            let failure: Failure?
            if let known = permissions[command.group] {
                failure = known
            } else {
                failure = refusal(of: command)
                permissions[command.group] = .some(failure)
            }
            if let failure {
                failures.append((work, failure))
            } else {
                permitted.append((work, command))
            }
        }
        let results = try C.run(all: permitted.map(\.command), in: db, circumstances)
        var done: [(Work, C.Outcome)] = []
        for ((work, _), result) in zip(permitted, results) {
            switch result {
            case .success(let outcome): done.append((work, outcome))
            case .failure(let failure): failures.append((work, failure))
            }
        }
        try keep(done, in: db)
        return failures.sorted { $0.0.line < $1.0.line }
    }

    private func refusal(of command: some Command) -> Failure? {
        let permission = command.permission(on: circumstances.map)
        guard permission.roles.isDisjoint(with: circumstances.person.roles) else { return nil }
        return .forbidden(needs: permission.roles.sorted { $0.rawValue < $1.rawValue })
    }

    private func keep<Outcome: Encodable>(
        _ done: [(work: Work, outcome: Outcome)],
        in db: isolated Connection
    ) throws(Failure) {
        let keyed = done.filter { $0.work.key != nil }
        guard let first = keyed.first?.work else { return }
        try Failure.running { () throws(PostgresError) in
            try BatchStore.keep(
                keyed.compactMap { $0.work.key?.text },
                command: first.name,
                contents: keyed.compactMap { $0.work.key?.content },
                outcomes: keyed.map {
                    String(decoding: CommandJSON.encode($0.outcome), as: UTF8.self)
                },
                for: circumstances.speaker,
                on: first.side.shelf,
                in: db
            )
        }
    }

    private func settle(in db: isolated Connection) throws(Failure) {
        try Failure.running { () throws(PostgresError) in try BatchStore.settle(in: db) }
    }
}

extension Failure {
    /// Whether a line is at fault, so that another line may still be done; otherwise the run as a whole has ended.
    var isOfOneLine: Bool {
        switch self {
        case .refused, .unreadable, .file, .forbidden: true
        case .unauthenticated: false
        case .database(let error): error.isAboutValues
        }
    }
}

extension PostgresError {
    /// Class 22 is about values, class 23 about constraints; a parameter that cannot be sent is about values too.
    var isAboutValues: Bool {
        if case .encoding = kind { return true }
        return ["22", "23"].contains(sqlState?.conditionClass ?? "")
    }
}

extension BatchSession.Stop {
    static func running<R>(_ body: () throws(PostgresError) -> R) throws(Self) -> R {
        do { return try body() } catch { throw .postgres(error) }
    }
}
