import Domain
import Tabular

/// Reads an erasure from a snapshot of eReuse's workbench.
enum EReuseErasure {
    static func report(_ action: JSONTree, _ method: String) -> ErasureReport {
        var report = ErasureReport(method: method, succeeded: succeeded(action))
        report.startedAt = Instant.seconds(action["startTime"])
        report.endedAt = Instant.seconds(action["endTime"])
        report.steps = (action["steps"]?.items ?? []).map { item in
            var step = ErasureReport.Step(
                name: (item["type"] ?? item["@type"])?.text ?? "",
                succeeded: succeeded(item)
            )
            step.startedAt = Instant.seconds(item["startTime"])
            step.endedAt = Instant.seconds(item["endTime"])
            return step
        }
        return report
    }

    /// Newer snapshots say it by a severity, older ones by a flag; nothing said is nothing done.
    private static func succeeded(_ item: JSONTree) -> Bool {
        if let severity = item["severity"]?.text {
            return severity == "Info" || severity == "Notice"
        }
        return item["success"]?.isTrue == true
    }
}
