import Domain
import Tabular

/// Reads what smartctl prints for people, one drive a text.
enum SmartctlTextReader {
    static func isReport(_ text: String) -> Bool {
        text.hasPrefix("smartctl ") && text.contains("=== START OF")
    }

    /// Nil when no drive is named.
    static func drive(_ text: String) -> DriveReport? {
        var facts: [String: String] = [:]
        var drive = DriveReport()
        for line in text.split(whereSeparator: \.isNewline) {
            readAttribute(line, &drive.health)
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = line[..<colon].trimmingWhiteSpace.lowercased()
            let value = String(line[line.index(after: colon)...].trimmingWhiteSpace)
            if facts[key] == nil, !value.isEmpty { facts[key] = value }
        }
        drive.model = facts["device model"] ?? facts["model number"] ?? facts["product"]
        drive.maker = facts["vendor"]
        drive.serial = facts["serial number"]
        guard drive.model != nil || drive.serial != nil else { return nil }
        drive.firmware = facts["firmware version"] ?? facts["revision"]
        drive.wwn = (facts["lu wwn device id"] ?? facts["logical unit id"]).map(hexadecimal)
        drive.bytes = bytes(
            facts["user capacity"] ?? facts["total nvm capacity"]
                ?? facts["namespace 1 size/capacity"]
        )
        drive.kind = kind(facts)
        readHealth(facts, &drive.health)
        return drive
    }

    /// `256,060,514,304 bytes [256 GB]`; the thousands are set apart by the locale's sign.
    private static func bytes(_ text: String?) -> Int? {
        guard let text else { return nil }
        let figures = text.prefix { $0 != "b" && $0 != "[" }.filter { $0.isASCII && $0.isNumber }
        return Figures.count(figures)
    }

    private static func hexadecimal(_ text: String) -> String {
        let small = text.lowercased()
        return (small.hasPrefix("0x") ? String(small.dropFirst(2)) : small).filter(\.isHexDigit)
    }

    private static func kind(_ facts: [String: String]) -> MediaKind? {
        if facts["nvme version"] != nil || facts["total nvm capacity"] != nil
            || facts["model number"] != nil
        {
            return .nvme
        }
        guard let speed = facts["rotation rate"] else { return nil }
        return speed.contains("Solid State") ? .ssd : speed.contains("rpm") ? .hdd : nil
    }

    private static func readHealth(_ facts: [String: String], _ health: inout DriveHealth) {
        let word =
            facts["smart overall-health self-assessment test result"]
            ?? facts["smart health status"]
        health.passed = word.map { $0.hasPrefix("PASSED") || $0.hasPrefix("OK") }
        health.hours =
            health.hours ?? whole(facts["power on hours"] ?? facts["number of hours powered up"])
        health.percentUsed = whole(facts["percentage used"])
        health.powerCycles = health.powerCycles ?? whole(facts["power cycles"])
        health.reallocatedSectors =
            health.reallocatedSectors ?? whole(facts["elements in grown defect list"])
        health.uncorrectableSectors =
            health.uncorrectableSectors ?? whole(facts["media and data integrity errors"])
    }

    private static func whole(_ text: String?) -> Int? {
        guard let text else { return nil }
        return Figures.count(
            text.prefix { $0.isNumber || $0 == "," || $0 == "." }.filter(\.isNumber)
        )
    }

    /// `  5 Reallocated_Sector_Ct   0x0033   100   100   010    Pre-fail  Always       -       0`.
    private static func readAttribute(_ line: some StringProtocol, _ health: inout DriveHealth) {
        let words = line.split(separator: " ")
        guard words.count >= 8, let id = Int(words[0]), words[1].contains("_") else { return }
        let raw = words.count >= 10 ? words[9] : words[words.count - 1]
        let value = Figures.count(raw.prefix { $0.isNumber })
        switch id {
        case 5: health.reallocatedSectors = value
        case 9: health.hours = value
        case 12: health.powerCycles = value
        case 197: health.pendingSectors = value
        case 198: health.uncorrectableSectors = value
        default: break
        }
    }
}
