import Domain
import Tabular

/// Reads snapshots of eReuse's workbench, of all its ages.
///
/// The first age lists components that the workbench had understood; the second carries the words of the programs themselves,
/// as documents or as texts that hold documents; the third wraps those into a credential.
struct EReuseReader {
    private(set) var report = HardwareReport(source: .ereuse)

    static func isSnapshot(_ document: JSONTree) -> Bool {
        let type = (document["type"] ?? document["@type"])?.items.compactMap(\.text) ?? []
        return type.contains { $0.lowercased().contains("snapshot") }
            || document["credentialSubject"] != nil
            || (document["device"]?.isObject == true && document["components"] != nil)
    }

    init(_ document: JSONTree) throws(HardwareRefusal) {
        report.gatheredAt = Instant.seconds(document["endTime"] ?? document["timestamp"])
        if let device = document["device"], device.isObject {
            readDevice(device)
            for component in document["components"]?.items ?? [] { readComponent(component) }
        } else if let data = document["data"] {
            for member in data.members { try read(member.name, member.value) }
        } else {
            for evidence in document["evidence"]?.items ?? [] {
                guard let program = evidence["operation"]?.text, let output = evidence["output"]
                else { continue }
                try read(program, output)
            }
        }
        if report.kind == nil, !report.batteries.isEmpty { report.kind = .laptop }
    }

    /// What one program said.
    private mutating func read(_ program: String, _ words: JSONTree) throws(HardwareRefusal) {
        switch program {
        case "dmidecode":
            if let text = words.text { report.fill(from: DmidecodeReader(text).report) }
        case "lshw":
            for document in try Self.documents(words, of: program) {
                if let lshw = LshwReader(document) { report.fill(from: lshw.report) }
            }
        case "inxi":
            for document in try Self.documents(words, of: program) {
                if let inxi = InxiReader(document) { report.fill(from: inxi.report) }
            }
        case "smart", "smartctl":
            var drives = HardwareReport(source: .smartctl)
            let documents = try Self.documents(words, of: program)
            drives.drives = documents.flatMap(\.items).compactMap(SmartctlReader.drive)
            report.fill(from: drives)
        default: break
        }
    }

    /// A document, or a text that holds some.
    private static func documents(
        _ words: JSONTree,
        of program: String
    ) throws(HardwareRefusal) -> [JSONTree] {
        guard case .string(let text) = words else { return [words] }
        guard !text.trimmingWhiteSpace.isEmpty else { return [] }
        do throws(JSONFault) { return try ReportText.documents(Array(text.utf8)) } catch {
            throw .part(program, error)
        }
    }

    private mutating func readDevice(_ device: JSONTree) {
        report.system = Self.plate(device)
        report.system.sku = device["sku"]?.text
        let words = [device["chassis"]?.text, (device["type"] ?? device["@type"])?.text]
        report.kind = words.compactMap { $0.flatMap(ChassisWord.kind) }.first
        report.isVirtual = device["chassis"]?.text == "Virtual"
    }

    private static func plate(_ item: JSONTree) -> HardwareReport.Plate {
        HardwareReport.Plate(
            maker: item["manufacturer"]?.text,
            model: item["model"]?.text,
            serial: item["serialNumber"]?.text
        )
    }

    private mutating func readComponent(_ item: JSONTree) {
        switch (item["type"] ?? item["@type"])?.text {
        case "Processor":
            guard let model = item["model"]?.text else { return }
            var processor = HardwareReport.Processor(model: model)
            processor.maker = item["manufacturer"]?.text
            processor.cores = item["cores"]?.integer
            processor.threads = item["threads"]?.integer
            report.processors.append(processor)
        case "RamModule":
            guard let size = item["size"]?.integer, size > 0 else { return }
            var module = HardwareReport.MemoryModule(sizeMB: size)
            module.plate = Self.plate(item)
            module.technology = item["interface"]?.text
            report.memory.append(module)
        case "HardDrive", "DataStorage": report.drives.append(Self.drive(item, nil))
        case "SolidStateDrive": report.drives.append(Self.drive(item, .ssd))
        case "NetworkAdapter": readPort(item)
        case "Battery": report.batteries.append(Self.battery(item))
        case "GraphicCard":
            report.parts.append(HardwareReport.Part(kind: "graphics", plate: Self.plate(item)))
        case "Display":
            report.parts.append(HardwareReport.Part(kind: "display", plate: Self.plate(item)))
        case "Motherboard":
            report.board = Self.plate(item)
            report.memorySlots = item["ramSlots"]?.integer
        default: break
        }
    }

    private mutating func readPort(_ item: JSONTree) {
        guard let mac = item["serialNumber"]?.text.flatMap(Figures.mac) else { return }
        var port = HardwareReport.NetworkPort(mac: mac)
        port.isWireless = item["wireless"]?.isTrue == true
        report.ports.append(port)
    }

    private static func actions(_ item: JSONTree) -> [JSONTree] {
        (item["actions"] ?? item["events"])?.items ?? []
    }

    /// Its sizes are in megabytes of a million bytes; it calls "HardDrive" also what it is not sure of.
    private static func drive(_ item: JSONTree, _ kind: MediaKind?) -> DriveReport {
        var drive = DriveReport()
        drive.maker = item["manufacturer"]?.text
        drive.model = item["model"]?.text
        drive.serial = item["serialNumber"]?.text
        drive.firmware = item["variant"]?.text
        drive.interface = item["interface"]?.text
        drive.bytes = item["size"]?.text.flatMap { Double($0) }
            .flatMap { Figures.whole($0 * 1_000_000) }
        drive.kind = drive.model?.uppercased().contains("SSD") == true ? .ssd : kind
        if drive.interface == "NVMe" { drive.kind = .nvme }
        for action in actions(item) {
            let type = (action["type"] ?? action["@type"])?.text ?? ""
            if type == "TestDataStorage" { drive.health = health(action) }
            if type.hasPrefix("Erase") { drive.erasures.append(EReuseErasure.report(action, type)) }
        }
        return drive
    }

    private static func health(_ action: JSONTree) -> DriveHealth {
        var health = DriveHealth()
        health.passed = action["assessment"]?.isTrue
        health.hours = action["lifetime"]?.integer
        health.powerCycles = action["powerCycleCount"]?.integer
        health.reallocatedSectors = action["reallocatedSectorCount"]?.integer
        health.pendingSectors = action["currentPendingSectorCount"]?.integer
        health.uncorrectableSectors = action["offlineUncorrectable"]?.integer
        return health
    }

    /// Its capacities are milliampere-hours, so only their ratio is taken.
    private static func battery(_ item: JSONTree) -> BatteryReport {
        var battery = BatteryReport()
        battery.maker = item["manufacturer"]?.text
        battery.model = item["model"]?.text
        battery.serial = item["serialNumber"]?.text
        battery.technology = item["technology"]?.text
        let measured = actions(item).first { $0["type"]?.text == "MeasureBattery" }
        battery.cycles = measured?["cycleCount"]?.integer
        if let design = item["size"]?.integer, let full = measured?["size"]?.integer, design > 0,
            full <= design * 3 / 2
        {
            battery.statedPercent = (full * 100 + design / 2) / design
        }
        return battery
    }
}
