import Domain
import Tabular

/// The certificate that nwipe prints of one drive, from the words of its first page.
///
/// A table of labels and values: everything that the log says in its tables, so it is read as a log of one drive and judged as
/// one. What stands above and below that table (business, customer, technician) is anybody's free text and is not read.
struct NwipeCertificate {
    private var values: [Label: String] = [:]
    private let version: String?

    private enum Label: String, CaseIterable {
        case model = "Make/Model:"
        case serial = "Serial:"
        case apparentSize = "Size(Apparent):"
        case realSize = "Size(Real):"
        case bus = "Bus:"
        case start = "Start time:"
        case end = "End time:"
        case duration = "Duration:"
        case status = "Status:"
        case method = "Method:"
        case randomness = "PRNG algorithm:"
        case finalPass = "Final Pass(Zeros/Ones/None):"
        case verification = "Verify Pass(Last/All/None):"
        case bytesErased = "*Bytes Erased:"
        case rounds = "Rounds(completed/requested):"
        case hiddenSectors = "HPA/DCO:"
        case hiddenSize = "HPA/DCO Size:"
        case errors = "Errors(pass/sync/verify):"
        case errorsAndRetries = "Errors(pass/sync/verify/retries):"
        case throughput = "Throughput:"
        case information = "Information:"
    }

    /// Nil when these are not the words of such a certificate.
    ///
    /// `text` keeps what stands side by side on the page on one line.
    init?(_ text: String) {
        guard text.contains("Disk Erasure Report"),
            let table = text.firstRange(of: "Disk Information"),
            let footer = text.firstRange(of: "Disc Erasure by NWIPE version ")
        else { return nil }
        version = text[footer.upperBound...].split(whereSeparator: \.isWhitespace).first
            .map(String.init)
        let rest = text[table.upperBound...]
        let end = rest.firstRange(of: "Technician/Operator ID")?.lowerBound ?? rest.endIndex
        for line in rest[..<end].split(whereSeparator: \.isNewline) { read(line) }
    }

    /// Values stand behind their labels; the first of a label counts.
    private mutating func read(_ line: Substring) {
        let found = Label.allCases.compactMap { label in
            line.firstRange(of: label.rawValue).map { (label, $0) }
        }
        .sorted { $0.1.lowerBound < $1.1.lowerBound }
        for (index, (label, range)) in found.enumerated() where values[label] == nil {
            let end = index + 1 < found.count ? found[index + 1].1.lowerBound : line.endIndex
            guard range.upperBound <= end else { continue }
            let value = line[range.upperBound..<end].trimmingWhiteSpace
            if !value.isEmpty { values[label] = String(value) }
        }
    }

    /// The same as a log of one drive says it.
    var log: NwipeLog {
        var log = NwipeLog()
        log.version = version
        log.method = values[.method]
        log.startedAt = values[.start]
        log.endedAt = values[.end]
        log.verification = verification
        log.drives = [drive]
        // What a page leaves out nobody measured.
        log.hasSummary = values[.status] != nil && errors != nil && values[.end] != nil
        log.wasAborted = drive.status == .aborted
        return log
    }

    private var drive: NwipeLog.Drive {
        var drive = NwipeLog.Drive(device: values[.serial] ?? "?")
        drive.model = values[.model]
        drive.isAnonymised = values[.serial].map(NwipeLogReader.isHidden) ?? false
        drive.serial = drive.isAnonymised ? nil : values[.serial]
        drive.statusText = values[.status]
        drive.status = status
        drive.method = values[.method]
        readErrors(into: &drive)
        readRounds(into: &drive)
        drive.bytesErased = values[.bytesErased].flatMap(Self.firstNumber)
        drive.bytesTotal = [Label.realSize, .apparentSize].compactMap { values[$0] }
            .compactMap(Self.bytes).max()
        drive.hiddenSectors = hiddenSectors
        drive.mediaKind = values[.bus].flatMap { NwipeBus.kind($0) }
        return drive
    }

    private var status: NwipeLog.Status? {
        switch values[.status]?.split(separator: " ").first {
        case "ERASED": .erased
        case "FAILED": .failed
        case "ABORTED", "UABORTED": .aborted
        case "INSANITY": .insanity
        default: nil
        }
    }

    /// `Last` since 0.37, `Verify Last` before.
    private var verification: NwipeLog.Verification? {
        switch values[.verification]?.split(separator: " ").last {
        case "Last": .last
        case "All": .all
        case "None": NwipeLog.Verification.none
        default: nil
        }
    }

    /// `No hidden sectors **DDNSHDA` where the drive has no such thing.
    private var hiddenSectors: WipeReport.HiddenSectors? {
        guard let said = values[.hiddenSectors]?.lowercased() else { return nil }
        if said.hasPrefix("no hidden sectors") { return WipeReport.HiddenSectors.none }
        if said.hasPrefix("not applicable") { return .notApplicable }
        return said.contains("found") ? .found : nil
    }

    private var errors: String? { values[.errors] ?? values[.errorsAndRetries] }

    private func readErrors(into drive: inout NwipeLog.Drive) {
        let figures = Self.fraction(errors)
        guard figures.count == 3 || figures.count == 4 else { return }
        drive.passErrors = figures[0]
        drive.syncErrors = figures[1]
        drive.verificationErrors = figures[2]
        drive.retries = figures.count == 4 ? figures[3] : nil
    }

    private func readRounds(into drive: inout NwipeLog.Drive) {
        let figures = Self.fraction(values[.rounds])
        guard figures.count == 2 else { return }
        drive.roundsCompleted = figures[0]
        drive.roundsRequested = figures[1]
    }

    /// The numbers of `0/0/0`; none when something else stands among them.
    private static func fraction(_ text: String?) -> [Int] {
        let parts = (text ?? "").split(separator: "/", omittingEmptySubsequences: false)
        let figures = parts.compactMap { Int($0) }
        return figures.count == parts.count ? figures : []
    }

    /// `500107862016, (100.00%)`.
    private static func firstNumber(_ text: String) -> Int? {
        Int(text.prefix { $0.isNumber })
    }

    /// `500GB, 500107862016 bytes`; `500GB,500107862016b` since 0.37.
    private static func bytes(_ text: String) -> Int? {
        text.split(separator: ",").last.flatMap {
            Int($0.trimmingWhiteSpace.prefix { $0.isNumber })
        }
    }
}
