import Application
import ArgumentParser
import Domain
import FoundationEssentials

/// `moulin journal`: the sales journal of some days as files that can be read and verified without Moulin.
///
/// Three files: the movements, the closings they were counted in, and the SHA-256 of both as `sha256sum -c` reads it.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Writes the sales journal and its closings as CSV, with their SHA-256.",
        discussion: "Verify with: sha256sum -c NAME.sha256"
    )

    @OptionGroup var options: SessionOptions
    @Option(help: "The first day, such as 2026-01-01.") var from: String
    @Option(help: "The last day.") var to: String
    @Option(name: .shortAndLong, help: "The beginning of the files' names.") var output: String =
        "journal"

    func run() async throws {
        let session = try Session(options)
        try await session.run { (moulin) throws(Failure) in
            let journal = try await table(
                "sales-journal",
                ["from": .text(from), "to": .text(to)],
                [
                    "transfer", "day", "sale", "debit", "credit", "cents", "reverses", "person",
                ],
                moulin
            )
            var closings: [[String]] = []
            for period in ["day", "month", "year"] {
                let columns = [
                    "period", "nth", "from", "to", "sales", "total_cents", "perpetual_cents",
                    "hash_before", "hash",
                ]
                let rows = try await table(
                    "list-closings",
                    ["period": .text(period)],
                    columns,
                    moulin
                )
                closings += closings.isEmpty ? rows : Array(rows.dropFirst())
            }
            var sums = ""
            for (suffix, rows) in [("", journal), ("-closings", closings)] {
                let bytes = Array(SpreadsheetText.write(rows).utf8)
                let name = "\(output)\(suffix).csv"
                try write(bytes, to: name)
                sums += "\(FileDigest.hex(of: bytes))  \(fileName(name))\n"
            }
            try write(Array(sums.utf8), to: "\(output).sha256")
        }
    }

    /// Every page of a question, under its columns' names.
    private func table(
        _ question: String,
        _ fields: [String: JSONValue],
        _ columns: [String],
        _ moulin: OpenMoulin
    ) async throws(Failure) -> [[String]] {
        var asked = fields
        asked["limit"] = .number(200)
        var records = [columns]
        while true {
            let bytes = try await moulin.application.ask(
                named: question,
                JSONValue.object(asked).bytes,
                as: moulin.speaker
            )
            let page = JSONValue(bytes: bytes)
            records += page["rows"].elements.map { row in
                columns.map { row[$0].line(in: .en) }
            }
            let next = page["next"]
            if case .null = next { return records }
            asked["after"] = next
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        } catch {
            let why = Phrase(fr: "un fichier où écrire", en: "a file that can be written")
            throw .unreadable(Unreadable(path, expected: why))
        }
        Terminal.say(path)
    }

    private func fileName(_ path: String) -> Substring {
        path.split(separator: "/").last ?? Substring(path)
    }
}
