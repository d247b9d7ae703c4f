import Domain
import Tabular

/// Reads what `system_profiler` prints for people: sections at the margin, with what is in them below.
enum AppleTextReader {
    private static let overview = "Hardware Overview:"

    static func isReport(_ text: String) -> Bool {
        text.contains(overview) && text.contains("Serial Number (system):")
    }

    /// What the program printed each time that it was run; sections without an overview are of the machine before.
    static func reports(_ text: String) -> [HardwareReport] {
        var machines: [[Substring]] = [[]]
        var run: [Substring] = []
        var titles: Set<Substring> = []
        func close() {
            let isFurther = titles.contains(overview[...]) && !machines[0].isEmpty
            if isFurther { machines.append(run) } else { machines[machines.count - 1] += run }
            run = []
        }
        for line in text.split(whereSeparator: \.isNewline) {
            let title = line.trimmingWhiteSpace
            let isTitle =
                title == overview || line.first?.isWhitespace == false && title.last == ":"
            if isTitle, !titles.insert(title).inserted {
                close()
                titles = [title]
            }
            run.append(line)
        }
        close()
        return machines.map(report)
    }

    private static func report(_ lines: [Substring]) -> HardwareReport {
        var machine: [String: String] = [:]
        var drives: [DriveReport] = []
        var bus: Bus?
        var facts: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = String(line[..<colon].trimmingWhiteSpace)
            let value = String(line[line.index(after: colon)...].trimmingWhiteSpace)
            if value.isEmpty {
                drives += [drive(facts, bus)].compactMap(\.self)
                facts = [:]
                if line.first?.isWhitespace == false { bus = Bus(section: key) }
            }
            if facts[key] == nil, !value.isEmpty { facts[key] = value }
            if machine[key] == nil, !value.isEmpty { machine[key] = value }
        }
        drives += [drive(facts, bus)].compactMap(\.self)
        var report = AppleReader.report(
            name: machine["Model Name"],
            model: machine["Model Identifier"],
            serial: machine["Serial Number (system)"],
            uuid: machine["Hardware UUID"],
            memory: machine["Memory"],
            processor: machine["Chip"] ?? machine["Processor Name"]
        )
        report.drives = drives
        return report
    }

    private enum Bus {
        case nvme, sata

        init?(section: String) {
            switch section {
            case "NVMExpress": self = .nvme
            case "SATA", "SATA/SATA Express", "Serial-ATA": self = .sata
            default: return nil
            }
        }
    }

    /// Nil for what is no drive, takes discs, or is not fixed in the machine.
    private static func drive(_ facts: [String: String], _ bus: Bus?) -> DriveReport? {
        guard let bus, let serial = facts["Serial Number"], let capacity = facts["Capacity"],
            facts["Removable Media"] != "Yes", facts["Detachable Drive"] != "Yes"
        else { return nil }
        var drive = DriveReport()
        drive.serial = serial
        drive.model = facts["Model"]
        drive.firmware = facts["Revision"]
        drive.bytes = bytes(capacity)
        drive.kind = bus == .nvme ? .nvme : AppleReader.kind(facts["Medium Type"])
        return drive
    }

    /// `251 GB (251,000,193,024 bytes)`: what stands in brackets is not rounded to the eye.
    private static func bytes(_ capacity: String) -> Int? {
        let halves = capacity.split(separator: "(")
        let digits = halves.dropFirst().first?.filter { $0.isASCII && $0.isNumber }
        return digits.flatMap { Figures.count($0) } ?? Figures.bytes(capacity)
    }
}
