import Domain
import Tabular

/// Reads the JSON of inxi, whose names carry their rank and depth: `002#1#2#product`.
struct InxiReader {
    private typealias Row = [(name: String, value: String)]

    private(set) var report = HardwareReport(source: .inxi)

    init?(_ document: JSONTree) {
        var isInxi = false
        for section in document.items.flatMap(\.members) {
            guard let title = Self.bareName(section.name) else { continue }
            isInxi = true
            let rows = section.value.items.map(Self.row)
            read(title, rows)
        }
        guard isInxi else { return nil }
        if report.kind == nil, !report.batteries.isEmpty { report.kind = .laptop }
    }

    /// The same as a person reads it.
    init(_ sections: [InxiTextReader.Section]) {
        for section in sections { read(section.title, section.rows) }
        if report.kind == nil, !report.batteries.isEmpty { report.kind = .laptop }
    }

    static func isReport(_ document: JSONTree) -> Bool {
        document.items.first?.members.first.map { bareName($0.name) != nil } == true
    }

    private static func bareName(_ name: String) -> String? {
        let parts = name.split(separator: "#")
        guard parts.count == 4, parts[0].allSatisfy(\.isNumber) else { return nil }
        return String(parts[3])
    }

    /// The values of a row in the order in which inxi prints them, which alone says what belongs to what.
    private static func row(_ object: JSONTree) -> Row {
        let ranked = object.members.sorted { $0.name < $1.name }
        return ranked.compactMap { member in
            guard let name = bareName(member.name) else { return nil }
            let value = member.value.text ?? ""
            return (name, value == "N/A" || value.hasPrefix("<") ? "" : value)
        }
    }

    private mutating func read(_ title: String, _ rows: [Row]) {
        switch title {
        case "Machine": for row in rows { readMachine(row) }
        case "CPU": readProcessor(rows)
        case "Memory": for row in rows { readMemory(row) }
        case "Network": readPorts(rows)
        case "Drives": readDrives(rows)
        case "Battery": for row in rows { readBattery(row) }
        default: break
        }
    }

    /// Two plates in one row: a serial number belongs to the last of System, Chassis and Mobo before it.
    private mutating func readMachine(_ row: Row) {
        var owner = ""
        for (name, value) in row {
            if ["System", "Chassis", "Mobo", "UEFI", "BIOS", "Type"].contains(name) {
                owner = name
            }
            let said = value.isEmpty ? nil : value
            switch (owner, name) {
            case ("Type", "Type"): report.kind = ChassisWord.kind(value)
            case ("System", "System"): report.system.maker = said
            case ("System", "product"): report.system.model = said
            case ("System", "serial"): report.system.serial = said
            case ("System", "uuid"): report.uuid = said
            case ("Chassis", "serial"): report.chassis.serial = said
            case ("Mobo", "Mobo"): report.board.maker = said
            case ("Mobo", "model"): report.board.model = said
            case ("Mobo", "serial"): report.board.serial = said
            case ("UEFI", "UEFI"), ("BIOS", "BIOS"): report.firmware.maker = said
            case ("UEFI", "v"), ("BIOS", "v"): report.firmware.version = said
            default:
                if name == "uuid" { report.uuid = report.uuid ?? said }
            }
        }
        if let type = row.first(where: { $0.name == "Type" })?.value {
            report.isVirtual =
                report.isVirtual || ["Kvm", "Vmware", "Virtualbox", "Xen"].contains(type)
        }
    }

    private mutating func readProcessor(_ rows: [Row]) {
        let values = rows.flatMap(\.self)
        guard let model = Self.first("model", values) else { return }
        var processor = HardwareReport.Processor(model: model)
        processor.cores = Self.first("cores", values).flatMap(Figures.count)
        processor.threads = Self.first("threads", values).flatMap(Figures.count)
        report.processors.append(processor)
    }

    private mutating func readMemory(_ row: Row) {
        if let total = Self.first("total", row), report.memoryMB == nil {
            report.memoryMB = Figures.mebibytes(total)
        }
        guard row.contains(where: { $0.name == "Device" }) else { return }
        report.memorySlots = (report.memorySlots ?? 0) + 1
        guard let size = Self.first("size", row).flatMap(Figures.mebibytes) else { return }
        var module = HardwareReport.MemoryModule(sizeMB: size)
        module.slot = Self.first("Device", row)
        module.technology = Self.first("type", row)
        module.plate.maker = Self.first("manufacturer", row)
        module.plate.model = Self.first("part-no", row)
        module.plate.serial = Self.first("serial", row)
        report.memory.append(module)
    }

    /// The address stands in the row after the device's own.
    private mutating func readPorts(_ rows: [Row]) {
        var device: Row = []
        for row in rows {
            if row.contains(where: { $0.name == "Device" }) { device = row }
            guard let mac = Self.first("mac", row).flatMap(Figures.mac) else { continue }
            var port = HardwareReport.NetworkPort(mac: mac)
            port.plate.model = Self.first("Device", device)
            port.isBuiltIn = !device.isEmpty && Self.first("type", device) != "USB"
            port.isWireless = Self.first("class-ID", device) == "0280"
            report.ports.append(port)
            device = []
        }
    }

    private mutating func readDrives(_ rows: [Row]) {
        for row in rows {
            guard let name = Self.first("ID", row), name.hasPrefix("/dev/") else {
                readHealth(row)
                continue
            }
            let kind = Self.first("type", row)
            var drive = DriveReport()
            drive.maker = Self.first("vendor", row)
            drive.model = Self.first("model", row)
            drive.serial = Self.first("serial", row)
            drive.firmware = Self.first("rev", row) ?? Self.first("fw-rev", row)
            drive.bytes = Self.first("size", row).flatMap(Figures.bytes)
            drive.kind = Self.kind(name, kind ?? Self.first("tech", row))
            if kind != "USB", kind != "Removable" { report.drives.append(drive) }
        }
    }

    private static func kind(_ name: String, _ word: String?) -> MediaKind? {
        if name.hasPrefix("/dev/nvme") { return .nvme }
        if name.hasPrefix("/dev/mmcblk") { return .embeddedFlash }
        return word == "SSD" ? .ssd : word == "HDD" ? .hdd : nil
    }

    private mutating func readHealth(_ row: Row) {
        guard !report.drives.isEmpty, let health = Self.first("health", row) else { return }
        report.drives[report.drives.count - 1].health.passed = health.hasPrefix("PASSED")
    }

    /// `condition: 20.1/33.7 Wh (59.7%)`.
    private mutating func readBattery(_ row: Row) {
        guard Self.first("ID", row)?.hasPrefix("BAT") == true else { return }
        var battery = BatteryReport()
        battery.maker = Self.first("vendor", row)
        battery.model = Self.first("model", row)
        battery.serial = Self.first("serial", row)
        battery.cycles = Self.first("cycles", row).flatMap(Figures.count)
        let condition = Self.first("condition", row) ?? ""
        let halves = condition.split(separator: "/")
        if halves.count == 2 {
            battery.fullMWh = Figures.number(String(halves[0])).flatMap {
                Figures.whole($0 * 1000)
            }
            battery.designMWh = Figures.milliwattHours(String(halves[1]))
        }
        report.batteries.append(battery)
    }

    private static func first(_ name: String, _ row: Row) -> String? {
        row.first { $0.name == name && !$0.value.isEmpty }?.value
    }
}
