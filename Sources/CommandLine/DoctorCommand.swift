import Application
import ArgumentParser
import Domain
import FoundationEssentials

/// `moulin doctor`: one page of plain checks.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks at everything that an installation rests on, and says what to do.",
        discussion:
            "Ends with 0 when nothing is bad, with 78 otherwise; what is doubtful is only told."
    )
    @OptionGroup var options: SessionOptions

    func run() async throws {
        let session = try Session(options)
        let found = await session.installation.diagnose()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(Report(rows: found))).map(Array.init) ?? []
        Answer(
            bytes: bytes,
            columns: [
                AnswerColumn("label", Phrase(fr: "ce qui est regardé", en: "what is looked at")),
                AnswerColumn("verdict_label", Phrase(fr: "avis", en: "verdict")),
                AnswerColumn("says", Phrase(fr: "constat", en: "finding")),
            ],
            language: session.language
        ).write(options.format)
        if found.contains(where: { $0.verdict == .bad }) { throw ExitMeaning.wronglyInstalled.code }
    }

    private struct Report: Encodable {
        let rows: [Row]

        init(rows: [Diagnosis]) {
            self.rows = rows.map(Row.init)
        }
    }

    private struct Row: Encodable {
        let check: String
        let label: Phrase
        let verdict: Diagnosis.Verdict
        let verdictLabel: Phrase
        let says: Phrase

        init(_ diagnosis: Diagnosis) {
            check = diagnosis.check
            label = diagnosis.label
            verdict = diagnosis.verdict
            verdictLabel = diagnosis.verdict.label
            says = diagnosis.says
        }

        private enum CodingKeys: String, CodingKey {
            case check, label, verdict, says
            case verdictLabel = "verdict_label"
        }
    }
}
