import Application
import Domain

/// What became of a list, as pages show it.
struct ImportResult {
    let headline: String
    let summary: String
    let isDone: Bool
    /// The number under which it can be undone; nil when nothing was kept.
    let batch: String?
    let isRefused: Bool
    let mayImport: Bool
    let columns: [Any]
    /// Lines that are no row, so that none is lost unseen.
    let leftOut: [Row]
    /// What to know of rows that were taken.
    let notes: [String]
    /// What to know about the heading.
    let remarks: [String]
    let errors: [Row]
    let hasErrors: Bool

    struct Row {
        let line: String
        let heading: String
        let value: String
        let sentence: String
    }

    init(_ outcome: ImportOutcome, _ visit: Visit) {
        let report = JSONValue(bytes: Array(outcome.json.utf8))["report"]
        let language = visit.language
        headline = outcome.headline.text(in: language)
        summary = outcome.ending == .already ? "" : outcome.summary.text(in: language)
        isDone = outcome.ending == .imported
        batch = outcome.batch.map(String.init)
        isRefused = outcome.ending == .refused
        mayImport = outcome.ending == .rehearsed
        columns = report["columns"].elements.map { visit.content($0) }
        leftOut = report["left_out"].elements.map { line in
            Row(line: line["line"].text, heading: "", value: line["text"].text, sentence: "")
        }
        notes = report["notes"].elements.map { $0[language.rawValue].text }
        remarks = report["remarks"].elements.map { $0[language.rawValue].text }
        errors = report["errors"].elements.map { error in
            Row(
                line: error["line"].text,
                heading: error["heading"].text,
                value: error["value"].text,
                sentence: error["reason"][language.rawValue].text
            )
        }
        hasErrors = !errors.isEmpty
    }
}
