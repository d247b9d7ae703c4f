import Domain
import Tabular

/// Reads inventories of GLPI Agent, FusionInventory and OCS: JSON, or XML in capitals.
struct GLPIReader {
    private(set) var report = HardwareReport(source: .glpi)
    private let content: JSONTree

    /// Nil when the document has no content of that kind.
    init?(_ document: JSONTree) {
        guard let content = document["content"], content.isObject else { return nil }
        self.content = content
        report.isPartial = document["partial"]?.isTrue == true
        report.gatheredAt = Instant.seconds(content["accesslog"]?["logdate"])
        readBIOS()
        readHardware()
        if let device = content["network_device"] ?? content["device"]?["info"] {
            readNetworkDevice(device)
        }
        readParts()
        let type = document["itemtype"]?.text ?? content["device"]?["info"]?["type"]?.text
        if let kind = type.flatMap(Self.kind) { report.kind = kind }
        if report.kind == .smartphone { report.uuid = nil }
    }

    /// The document that the XML stands for: names in small letters, repeated elements as arrays.
    static func tree(_ element: XMLTree) -> JSONTree {
        guard !element.children.isEmpty else { return .string(element.text) }
        var names: [String] = []
        var values: [String: [JSONTree]] = [:]
        for child in element.children {
            let name = child.name.lowercased()
            if values[name] == nil { names.append(name) }
            values[name, default: []].append(tree(child))
        }
        return .object(
            names.map { name in
                let all = values[name] ?? []
                return JSONTree.Member(name: name, value: all.count == 1 ? all[0] : .array(all))
            }
        )
    }

    private static func kind(_ word: String) -> DeviceType? {
        switch word.lowercased() {
        case "phone": .smartphone
        case "printer": .printer
        case "networking", "networkequipment", "storage": .network
        default: nil
        }
    }

    private mutating func readBIOS() {
        guard let bios = content["bios"] else { return }
        report.system = HardwareReport.Plate(
            maker: bios["smanufacturer"]?.text,
            model: bios["smodel"]?.text,
            serial: bios["ssn"]?.text,
            sku: bios["skunumber"]?.text
        )
        report.board = HardwareReport.Plate(
            maker: bios["mmanufacturer"]?.text,
            model: bios["mmodel"]?.text,
            serial: bios["msn"]?.text
        )
        report.firmware = HardwareReport.Plate(
            maker: bios["bmanufacturer"]?.text,
            version: bios["bversion"]?.text
        )
        report.assetTag = bios["assettag"]?.text
        // OCS tells the case here, GLPI beside the rest of the machine.
        report.kind = bios["type"]?.text.flatMap(ChassisWord.kind)
    }

    private mutating func readHardware() {
        guard let hardware = content["hardware"] else { return }
        report.uuid = hardware["uuid"]?.text
        report.memoryMB = hardware["memory"]?.integer
        report.kind = hardware["chassis_type"]?.text.flatMap(ChassisWord.kind) ?? report.kind
        if let system = hardware["vmsystem"]?.text {
            report.isVirtual = system.lowercased() != "physical"
        }
        report.os = content["operatingsystem"]?["full_name"]?.text
    }

    private mutating func readNetworkDevice(_ device: JSONTree) {
        report.system = HardwareReport.Plate(
            maker: device["manufacturer"]?.text,
            model: device["model"]?.text,
            serial: device["serial"]?.text
        )
        report.kind = device["type"]?.text.flatMap(Self.kind)
        if let mac = device["mac"]?.text.flatMap(Figures.mac) {
            report.ports.append(HardwareReport.NetworkPort(mac: mac))
        }
    }

    private mutating func readParts() {
        report.processors = items("cpus").compactMap(Self.processor)
        report.memory = items("memories").compactMap(Self.module)
        let slots = items("memories").count { $0["numslots"] != nil }
        if slots > 0 { report.memorySlots = slots }
        report.drives = items("storages").compactMap(Self.drive)
        report.ports += items("networks").compactMap(Self.port)
        report.batteries = items("batteries").compactMap(Self.battery)
        for (section, kind) in [("videos", "graphics"), ("monitors", "display")] {
            report.parts += items(section).compactMap { Self.part($0, kind) }
        }
        report.imei =
            items("simcards").compactMap { $0["imei"]?.text }.first
            ?? content["hardware"]?["imei"]?.text
    }

    private func items(_ section: String) -> [JSONTree] {
        content[section]?.items ?? []
    }

    private static func processor(_ item: JSONTree) -> HardwareReport.Processor? {
        guard let name = item["name"]?.text else { return nil }
        var processor = HardwareReport.Processor(model: name)
        processor.maker = item["manufacturer"]?.text
        processor.cores = item["core"]?.integer
        processor.threads = item["thread"]?.integer
        return processor
    }

    private static func module(_ item: JSONTree) -> HardwareReport.MemoryModule? {
        guard let size = item["capacity"]?.integer, size > 0 else { return nil }
        var module = HardwareReport.MemoryModule(sizeMB: size)
        module.plate.maker = item["manufacturer"]?.text
        module.plate.model = item["model"]?.text
        module.plate.serial = item["serialnumber"]?.text
        module.technology = item["type"]?.text
        return module
    }

    private static func drive(_ item: JSONTree) -> DriveReport? {
        let words = [item["type"]?.text, item["interface"]?.text, item["description"]?.text]
            .compactMap { $0?.lowercased() }
        let isOther = words.contains { word in
            ["cd", "dvd", "usb", "removable", "tape", "floppy", "card reader"].contains {
                word.contains($0)
            }
        }
        guard !isOther else { return nil }
        var drive = DriveReport()
        drive.model = item["model"]?.text ?? item["name"]?.text
        drive.maker = item["manufacturer"]?.text
        drive.serial = item["serial"]?.text ?? item["serialnumber"]?.text
        drive.firmware = item["firmware"]?.text
        drive.wwn = item["wwn"]?.text.map { $0.lowercased().filter(\.isHexDigit) }
        drive.interface = item["interface"]?.text
        drive.bytes = item["disksize"]?.integer.flatMap { Figures.whole(Double($0) * 1e6) }
        let name = item["name"]?.text ?? ""
        if name.hasPrefix("nvme") || drive.model?.contains("NVMe") == true {
            drive.kind = .nvme
        } else if drive.model?.uppercased().contains("SSD") == true || words.contains("ssd") {
            drive.kind = .ssd
        } else if words.contains("hdd") {
            drive.kind = .hdd
        }
        return drive.model == nil && drive.serial == nil ? nil : drive
    }

    private static func port(_ item: JSONTree) -> HardwareReport.NetworkPort? {
        let isVirtual = item["virtualdev"]?.isTrue == true || item["virtualdev"]?.text == "1"
        guard !isVirtual, item["type"]?.text != "loopback",
            let mac = (item["macaddr"] ?? item["mac"])?.text.flatMap(Figures.mac)
        else { return nil }
        var port = HardwareReport.NetworkPort(mac: mac)
        port.isWireless = item["type"]?.text == "wifi"
        port.isBuiltIn = item["pcislot"] != nil || item["pciid"] != nil
        port.plate.model = item["model"]?.text
        return port
    }

    private static func battery(_ item: JSONTree) -> BatteryReport? {
        var battery = BatteryReport()
        battery.maker = item["manufacturer"]?.text
        battery.model = item["name"]?.text
        battery.serial = item["serial"]?.text
        battery.technology = item["chemistry"]?.text
        battery.designMWh = item["capacity"]?.integer
        battery.fullMWh = item["real_capacity"]?.integer
        battery.cycles = item["cycles"]?.integer
        return battery.model == nil && battery.serial == nil ? nil : battery
    }

    private static func part(_ item: JSONTree, _ kind: String) -> HardwareReport.Part? {
        let plate = HardwareReport.Plate(
            maker: item["manufacturer"]?.text,
            model: (item["caption"] ?? item["name"] ?? item["chipset"])?.text,
            serial: item["serial"]?.text
        )
        return plate.model == nil && plate.serial == nil
            ? nil : HardwareReport.Part(kind: kind, plate: plate)
    }
}
