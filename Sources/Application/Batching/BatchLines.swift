import Domain
import Postgres
import Store

/// Performs lines of a batch within an open transaction, many in one statement where their command can.
struct BatchLines {
    let application: Application
    let circumstances: Circumstances
    let keepsGoing: Bool
    var tally = Tally()

    typealias Stop = BatchSession.Stop
    typealias Work = BatchLine.Work

    /// What became of the lines of a chunk.
    struct Tally {
        var done = 0
        var again = 0
        var failures: [Batch.LineFailure] = []
    }

    mutating func perform(_ lines: [BatchLine], in db: isolated Connection) throws(Stop) {
        var run = Run()
        for line in lines {
            switch line.content {
            case .broken(let failure):
                try perform(run.take(), in: db)
                try fail(failure)
            case .work(let work):
                if !run.takes(work) { try perform(run.take(), in: db) }
                run.append(work)
            }
        }
        try perform(run.take(), in: db)
    }

    /// Refuses lines that speak through the other login than their transaction.
    mutating func refuse(_ lines: [BatchLine]) throws(Stop) {
        for line in lines {
            switch line.content {
            case .broken(let failure): try fail(failure)
            case .work(let work):
                let refusal = Refusal(.batchMixesSides, ["command": .text(work.name)])
                try fail(work.failure(.refused(refusal)))
            }
        }
    }

    mutating func fail(_ failure: Batch.LineFailure) throws(Stop) {
        guard keepsGoing else { throw .line(failure) }
        tally.failures.append(failure)
    }

    /// Adds to a refusal where its device stands at this point of the batch.
    mutating func fail(
        _ work: Work,
        _ failure: Failure,
        in db: isolated Connection
    ) throws(Stop) {
        try fail(work.failure(explained(failure, work.command, in: db)))
    }

    private func explained(
        _ failure: Failure,
        _ command: some Command,
        in db: isolated Connection
    ) -> Failure {
        guard case .refused(let refusal) = failure, let subject = command.subject else {
            return failure
        }
        let explanation = DeviceExplanation(
            map: circumstances.map,
            speaker: circumstances.speaker
        )
        let told = try? db.savepoint { (db) throws(Failure) -> Refusal in
            try explanation.completing(refusal, about: subject, inOpen: db)
        }
        return .refused(told ?? refusal)
    }

    /// Consecutive lines of one command, no key twice: the second of two lines with a key must find what the first kept.
    private struct Run {
        private var works: [Work] = []
        private var keys: Set<String> = []

        func takes(_ work: Work) -> Bool {
            guard let first = works.first else { return true }
            let isSameCommand = type(of: first.command) == type(of: work.command)
            return isSameCommand && work.key.map { !keys.contains($0.text) } ?? true
        }

        mutating func append(_ work: Work) {
            works.append(work)
            if let key = work.key { keys.insert(key.text) }
        }

        mutating func take() -> [Work] {
            defer { self = Run() }
            return works
        }
    }
}
