import Tabular

/// Reads what upower prints of batteries, in any locale.
enum UpowerReader {
    static func isReport(_ text: String) -> Bool {
        text.contains("native-path:") && text.contains("power supply:")
    }

    /// The batteries that feed the machine; those of mice and keyboards do not.
    static func batteries(_ text: String) -> [BatteryReport] {
        var devices: [[String: String]] = []
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = String(line[..<colon].trimmingWhiteSpace)
            let value = String(line[line.index(after: colon)...].trimmingWhiteSpace)
            if key == "native-path" { devices.append([:]) }
            if !devices.isEmpty, devices[devices.count - 1][key] == nil {
                devices[devices.count - 1][key] = value
            }
        }
        return devices.compactMap(battery)
    }

    private static func battery(_ facts: [String: String]) -> BatteryReport? {
        let path = facts["native-path"] ?? ""
        guard facts["power supply"] == "yes", !path.contains("hidpp"),
            !path.hasPrefix("/sys/devices/virtual"),
            facts["energy-full"] != nil || facts["capacity"] != nil
        else { return nil }
        var battery = BatteryReport()
        battery.maker = facts["vendor"]
        battery.model = facts["model"]
        battery.serial = facts["serial"]
        battery.technology = facts["technology"]
        battery.designMWh = facts["energy-full-design"].flatMap(Figures.milliwattHours)
        battery.fullMWh = facts["energy-full"].flatMap(Figures.milliwattHours)
        battery.cycles = facts["charge-cycles"].flatMap(Figures.count)
        battery.statedPercent = facts["capacity"].flatMap(Figures.number).flatMap(
            Figures.whole
        )
        return battery
    }
}
