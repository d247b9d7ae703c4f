public import Application
import Domain
import Synchronization

/// Counts what happens, for the page of metrics; names of commands and outcomes, never data of people.
public final class Figures: Sendable {
    private struct Series: Hashable {
        let kind: String
        let name: String
        let outcome: String
    }

    private struct Sum {
        var count = 0
        var seconds = 0.0
    }

    private let sums = Mutex<[Series: Sum]>([:])

    public init() {}

    /// Takes note of something that happened in the application.
    public func note(_ observation: Observation) {
        switch observation {
        case .performed(let name, let duration, let rehearsed):
            add(
                Series(kind: "command", name: name, outcome: rehearsed ? "rehearsed" : "done"),
                duration
            )
        case .asked(let name, let duration):
            add(Series(kind: "question", name: name, outcome: "done"), duration)
        case .failed(let name, let failure):
            add(Series(kind: "any", name: name, outcome: failure.word), .zero)
        case .gaveWay(let name):
            add(Series(kind: "command", name: name, outcome: "gave_way"), .zero)
        }
    }

    /// Takes note of a request, by its route and not by its path, which may hold names.
    func note(route: String, status: Int, _ duration: Duration) {
        add(Series(kind: "request", name: route, outcome: String(status)), duration)
    }

    private func add(_ series: Series, _ duration: Duration) {
        sums.withLock { sums in
            sums[series, default: Sum()].count += 1
            sums[series, default: Sum()].seconds += duration / .seconds(1)
        }
    }

    /// The Prometheus text format, 0.0.4.
    var exposition: String {
        let sums = sums.withLock { $0 }
        let lines = sums.map { series, sum in
            let labels =
                "{kind=\"\(series.kind)\",name=\"\(series.name)\",outcome=\"\(series.outcome)\"}"
            return
                "moulin_seconds_count\(labels) \(sum.count)\nmoulin_seconds_sum\(labels) \(sum.seconds)\n"
        }
        return "# TYPE moulin_seconds summary\n" + lines.sorted().joined()
    }
}

extension Failure {
    /// One word for what went wrong, for counting and for problem documents.
    var word: String {
        switch self {
        case .refused(let refusal): refusal.code.rawValue
        case .unreadable: "unreadable"
        case .file: "file"
        case .forbidden: "forbidden"
        case .unauthenticated: "unauthenticated"
        case .database: "database"
        }
    }
}
