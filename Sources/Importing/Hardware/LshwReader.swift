import Domain
import Tabular

/// Reads the tree that lshw prints, as JSON or as XML.
struct LshwReader {
    private(set) var report = HardwareReport(source: .lshw)

    /// The machines of a document, each by itself; none when it is of another program.
    static func reports(_ root: JSONTree) -> [HardwareReport] {
        // Parts of this class have a place in their machine.
        let machines = root.items.filter { $0["class"]?.text == "system" && $0["physid"] == nil }
        let roots = machines.count > 1 ? machines : [root]
        return roots.compactMap { LshwReader($0)?.report }
    }

    /// `root` is the machine, a list that holds it, or its parts of one class (`lshw -class disk`).
    init?(_ root: JSONTree) {
        guard let machine = Self.machine(root) ?? Self.parts(root) else { return nil }
        if machine["class"] != nil { readMachine(machine) }
        visit(machine, [])
        if report.kind == nil, !report.batteries.isEmpty { report.kind = .laptop }
    }

    private static func machine(_ root: JSONTree) -> JSONTree? {
        root.items.first { $0["class"]?.text == "system" }
    }

    /// Parts without their machine, as if they stood in one that says nothing of itself.
    private static func parts(_ root: JSONTree) -> JSONTree? {
        let items = root.items
        guard !items.isEmpty, items.allSatisfy({ $0["class"] != nil && $0["id"] != nil }) else {
            return nil
        }
        return .object([JSONTree.Member(name: "children", value: .array(items))])
    }

    /// The same tree as JSON would have it.
    static func tree(_ element: XMLTree) -> JSONTree {
        var members: [JSONTree.Member] = element.attributes.map { name, value in
            JSONTree.Member(name: name, value: .string(value))
        }
        for child in element.children where child.name != "node" {
            members.append(JSONTree.Member(name: child.name, value: settings(child)))
            if let unit = child.attributes["units"] {
                members.append(JSONTree.Member(name: "units", value: .string(unit)))
            }
        }
        let nodes = element.children.filter { $0.name == "node" }.map(tree)
        if !nodes.isEmpty {
            members.append(JSONTree.Member(name: "children", value: .array(nodes)))
        }
        return .object(members)
    }

    private static func settings(_ element: XMLTree) -> JSONTree {
        guard !element.children.isEmpty else { return .string(element.text) }
        return .object(
            element.children.map { setting in
                let name = setting.attributes["id"] ?? setting.name
                return JSONTree.Member(
                    name: name,
                    value: .string(setting.attributes["value"] ?? setting.text)
                )
            }
        )
    }

    private mutating func readMachine(_ node: JSONTree) {
        report.system = Self.plate(node)
        // "Latitude E7240 (05CA)": the SKU follows the name in brackets.
        if let sku = node["configuration"]?["sku"]?.text {
            report.system.sku = sku
            if let model = report.system.model, model.hasSuffix(" (\(sku))") {
                report.system.model = String(model.dropLast(sku.count + 3))
            }
        }
        report.uuid = node["configuration"]?["uuid"]?.text
        let words = [node["configuration"]?["chassis"]?.text, node["description"]?.text]
        report.kind = words.compactMap { $0.flatMap(ChassisWord.kind) }.first
        report.isVirtual = [report.system.maker, report.system.model].contains {
            $0.map(ChassisWord.isVirtual) == true
        }
    }

    private static func plate(_ node: JSONTree) -> HardwareReport.Plate {
        HardwareReport.Plate(
            maker: node["vendor"]?.text,
            model: node["product"]?.text,
            serial: node["serial"]?.text,
            version: node["version"]?.text
        )
    }

    /// `path` holds the nodes above, the nearest last.
    private mutating func visit(_ node: JSONTree, _ path: [JSONTree]) {
        for child in node["children"]?.items ?? [] {
            read(child, path + [node])
            visit(child, path + [node])
        }
    }

    private mutating func read(_ node: JSONTree, _ path: [JSONTree]) {
        let id = node["id"]?.text ?? ""
        switch node["class"]?.text {
        case "bus" where id == "core": report.board = Self.plate(node)
        case "memory" where id == "firmware":
            report.firmware = HardwareReport.Plate(
                maker: node["vendor"]?.text,
                version: node["version"]?.text
            )
        case "memory": readMemory(node, id, path)
        case "processor": readProcessor(node)
        case "network": readPort(node)
        case "disk", "storage": readDrive(node, path)
        case "display" where node["product"] != nil:
            report.parts.append(HardwareReport.Part(kind: "graphics", plate: Self.plate(node)))
        case "power" where id.hasPrefix("battery"): readBattery(node)
        default: break
        }
    }

    /// Modules by the name of their slot, never by their description, which is translated.
    private mutating func readMemory(_ node: JSONTree, _ id: String, _ path: [JSONTree]) {
        guard let bytes = node["size"]?.integer, bytes > 0 else {
            if id.hasPrefix("bank") { report.memorySlots = (report.memorySlots ?? 0) + 1 }
            return
        }
        let above = path.last?["id"]?.text ?? ""
        if id.hasPrefix("bank"), above.hasPrefix("memory") {
            var module = HardwareReport.MemoryModule(sizeMB: bytes >> 20)
            module.plate = Self.plate(node)
            module.slot = node["slot"]?.text
            report.memory.append(module)
            report.memorySlots = (report.memorySlots ?? 0) + 1
        } else if id.hasPrefix("memory"), above == "core" {
            report.memoryMB = (report.memoryMB ?? 0) + bytes >> 20
        }
    }

    private mutating func readProcessor(_ node: JSONTree) {
        guard node["disabled"]?.isTrue != true, let model = node["product"]?.text else { return }
        var processor = HardwareReport.Processor(model: model)
        processor.maker = node["vendor"]?.text
        processor.cores = node["configuration"]?["cores"]?.integer
        processor.threads = node["configuration"]?["threads"]?.integer
        report.processors.append(processor)
    }

    private mutating func readPort(_ node: JSONTree) {
        guard let mac = node["serial"]?.text.flatMap(Figures.mac) else { return }
        var port = HardwareReport.NetworkPort(mac: mac)
        port.plate = Self.plate(node)
        port.plate.serial = nil
        port.isBuiltIn = node["businfo"]?.text?.hasPrefix("pci") == true
        port.isWireless =
            node["configuration"]?["wireless"] != nil || node["capabilities"]?["wireless"] != nil
        report.ports.append(port)
    }

    /// More than any machine has; each is compared with those before it.
    private static let drivesAtMost = 1000

    /// Disks, and NVMe controllers, whose namespaces older versions do not show as disks.
    private mutating func readDrive(_ node: JSONTree, _ path: [JSONTree]) {
        let names = node["logicalname"]?.items.compactMap(\.text) ?? []
        let bus = node["businfo"]?.text ?? ""
        let isNVMe =
            names.contains { $0.hasPrefix("/dev/nvme") }
            || node["configuration"]?["driver"]?.text == "nvme"
        guard report.drives.count < Self.drivesAtMost, node["class"]?.text == "disk" || isNVMe,
            node["capabilities"]?["removable"] == nil,
            !bus.hasPrefix("usb"), !path.contains(where: Self.isOutside)
        else { return }
        var drive = DriveReport()
        drive.maker = node["vendor"]?.text
        drive.model = node["product"]?.text
        drive.serial = node["serial"]?.text
        drive.firmware = node["version"]?.text
        if node["units"]?.text ?? "bytes" == "bytes" { drive.bytes = node["size"]?.integer }
        drive.kind = Self.kind(names, isNVMe, drive.model, node)
        if let index = report.drives.firstIndex(where: { $0.isSame(as: drive) }) {
            report.drives[index].fill(from: drive)
        } else if drive.serial != nil || drive.bytes != nil {
            if isNVMe, node["class"]?.text == "disk" {
                mergeNamespace(drive)
            } else {
                report.drives.append(drive)
            }
        }
    }

    /// A namespace has the size, its controller above has the name.
    private mutating func mergeNamespace(_ drive: DriveReport) {
        guard drive.serial == nil,
            let index = report.drives.lastIndex(where: { $0.kind == .nvme && $0.bytes == nil })
        else { return report.drives.append(drive) }
        report.drives[index].bytes = drive.bytes
    }

    private static func isOutside(_ node: JSONTree) -> Bool {
        node["businfo"]?.text?.hasPrefix("usb") == true
    }

    /// Only what is certain: lshw does not tell a hard disk from an SSD but by its name or its speed.
    private static func kind(
        _ names: [String],
        _ isNVMe: Bool,
        _ model: String?,
        _ node: JSONTree
    ) -> MediaKind? {
        if isNVMe { return .nvme }
        if names.contains(where: { $0.hasPrefix("/dev/mmcblk") }) { return .embeddedFlash }
        if model?.uppercased().contains("SSD") == true { return .ssd }
        let speeds = node["capabilities"]?.members.map(\.name) ?? []
        return speeds.contains { $0.hasSuffix("rpm") } ? .hdd : nil
    }

    private mutating func readBattery(_ node: JSONTree) {
        var battery = BatteryReport()
        battery.maker = node["vendor"]?.text
        battery.model = node["product"]?.text
        battery.serial = node["serial"]?.text
        battery.designMWh = node["capacity"]?.integer.flatMap { $0 > 0 ? $0 : nil }
        if battery.model != nil || battery.serial != nil { report.batteries.append(battery) }
    }
}
