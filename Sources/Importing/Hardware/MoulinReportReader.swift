import Domain
import Tabular

/// Reads what `Scripts/report-hardware` gathers: the words of the programs, each as a text, in one JSON object.
struct MoulinReportReader {
    private(set) var report = HardwareReport(source: .moulin)

    init(_ document: JSONTree) throws(HardwareRefusal) {
        report.label = document["label"]?.text
        report.gatheredAt = Instant.seconds(document["at"])
        if let text = document["dmidecode"]?.text {
            report.fill(from: DmidecodeReader(text).report)
        }
        for lshw in try Self.documents(document["lshw"], of: "lshw") {
            if let read = LshwReader(lshw) { report.fill(from: read.report) }
        }
        var others = HardwareReport(source: .smartctl)
        for item in document["smartctl"]?.items ?? [] {
            let documents = try Self.documents(item, of: "smartctl")
            others.drives += documents.flatMap(\.items).compactMap(SmartctlReader.drive)
        }
        others.batteries = document["upower"]?.text.map(UpowerReader.batteries) ?? []
        report.fill(from: others)
        if report.kind == nil, !report.batteries.isEmpty { report.kind = .laptop }
    }

    private static func documents(
        _ words: JSONTree?,
        of program: String
    ) throws(HardwareRefusal) -> [JSONTree] {
        guard let text = words?.text else { return [] }
        do throws(JSONFault) { return try ReportText.documents(Array(text.utf8)) } catch {
            throw .part(program, error)
        }
    }
}
