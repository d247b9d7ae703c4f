import Domain
import Tabular

/// Reads what dmidecode prints, of any of its versions, whole or cut.
///
/// Blocks are told by their number, for their headings were translated and reworded over the years; by these only where the
/// program was asked to be quiet and prints no numbers.
struct DmidecodeReader {
    struct Block {
        let handle: String
        let type: Int
        /// Whether the program named itself just before: it was run once more.
        var opensRun = false
        var values: [String: String] = [:]

        /// Nil when the line is not there or says nothing.
        subscript(_ key: String) -> String? { values[key] }
    }

    private let blocks: [Block]
    private(set) var report = HardwareReport(source: .dmidecode)

    /// The machines of a text, each with what was printed of it.
    static func reports(_ text: some StringProtocol) -> [HardwareReport] {
        DmidecodeMachines(blocks(text)).machines.map { DmidecodeReader($0.blocks).report }
    }

    /// All of the text is of one machine.
    init(_ text: some StringProtocol) {
        self.init(Self.blocks(text))
    }

    private init(_ blocks: [Block]) {
        self.blocks = blocks
        readPlates()
        readProcessors()
        readMemory()
        report.batteries = of(22).compactMap(Self.battery)
        if report.kind == nil, !of(22).isEmpty { report.kind = .laptop }
        report.isVirtual = [report.system.maker, report.system.model].contains {
            $0.map(ChassisWord.isVirtual) == true
        }
    }

    private func of(_ type: Int) -> [Block] {
        blocks.filter { $0.type == type }
    }

    /// Whether the text is of `dmidecode -q`, which leaves out the numbers of its blocks.
    static func isQuiet(_ text: String) -> Bool {
        text.contains("System Information\n\tManufacturer:")
    }

    private static func blocks(_ text: some StringProtocol) -> [Block] {
        var blocks: [Block] = []
        let isNumbered = text.contains("Handle 0x")
        var opensRun = false
        func open(_ block: Block) {
            blocks.append(block)
            blocks[blocks.count - 1].opensRun = opensRun
            opensRun = false
        }
        for line in text.split(whereSeparator: \.isNewline) {
            if isOpening(line) {
                opensRun = true
                continue
            }
            if line.hasPrefix("Handle ") {
                if let block = block(opening: line) { open(block) }
                continue
            }
            if line.first?.isWhitespace == false {
                let type = headings[String(line)]
                if !isNumbered || isLost(type, after: blocks.last) {
                    open(Block(handle: "", type: type ?? -1))
                }
                continue
            }
            guard !blocks.isEmpty, line.first?.isWhitespace == true,
                let colon = line.firstIndex(of: ":")
            else { continue }
            let key = String(line[..<colon].trimmingWhiteSpace)
            let value = String(line[line.index(after: colon)...].trimmingWhiteSpace)
            let last = blocks.count - 1
            if !value.isEmpty, blocks[last].values[key] == nil { blocks[last].values[key] = value }
        }
        return blocks
    }

    /// `# dmidecode 3.3` or, where comments were taken out, `SMBIOS 3.0.0 present.`.
    private static func isOpening(_ line: some StringProtocol) -> Bool {
        line.hasPrefix("# dmidecode")
            || (line.hasPrefix("SMBIOS ") && line.trimmingWhiteSpace.hasSuffix("present."))
    }

    /// Whether a heading opens a block of its own among numbered ones: the line with its number was lost, as where a report was made
    /// anonymous.
    private static func isLost(_ type: Int?, after last: Block?) -> Bool {
        guard let type, let last else { return false }
        return last.type != type || !last.values.isEmpty
    }

    /// What the blocks are called where nothing else tells them; younger and older words.
    private static let headings = [
        "BIOS Information": 0, "System Information": 1, "Base Board Information": 2,
        "Chassis Information": 3, "Processor Information": 4, "Memory Module Information": 6,
        "Physical Memory Array": 16, "Memory Device": 17, "Portable Battery": 22,
    ]

    /// `Handle 0x0100, DMI type 1, 27 bytes`; `.` ends it in some versions.
    private static func block(opening line: some StringProtocol) -> Block? {
        let parts = line.split(separator: ",")
        guard parts.count >= 2, let type = parts[1].split(separator: " ").last.flatMap({ Int($0) })
        else { return nil }
        return Block(handle: String(parts[0].dropFirst(7)), type: type)
    }

    private mutating func readPlates() {
        if let system = of(1).first {
            report.system = Self.plate(system, model: "Product Name")
            report.system.sku = system["SKU Number"]
            report.uuid = system["UUID"]
        }
        let boards = of(2)
        if let board = boards.first(where: { $0["Type"] == "Motherboard" }) ?? boards.first {
            report.board = Self.plate(board, model: "Product Name")
        }
        for chassis in of(3) {
            let kind = chassis["Type"].flatMap(ChassisWord.kind)
            guard report.chassis.isEmpty || (report.kind == nil && kind != nil) else { continue }
            report.chassis = Self.plate(chassis, model: "Type")
            report.chassis.model = nil
            report.kind = kind
            report.assetTag = chassis["Asset Tag"]
        }
        if let firmware = of(0).first {
            report.firmware = HardwareReport.Plate(
                maker: firmware["Vendor"],
                version: firmware["Version"]
            )
        }
    }

    private static func plate(_ block: Block, model: String) -> HardwareReport.Plate {
        HardwareReport.Plate(
            maker: block["Manufacturer"],
            model: block[model],
            serial: block["Serial Number"],
            version: block["Version"]
        )
    }

    private mutating func readProcessors() {
        for block in of(4) {
            let status = block["Status"] ?? ""
            guard !status.hasPrefix("Unpopulated"),
                block["Type"] ?? "Central Processor" == "Central Processor",
                let model = [block["Version"], block["Family"]].compactMap(\.self).first(
                    where: Self.says
                )
            else { continue }
            var processor = HardwareReport.Processor(model: model)
            processor.maker = block["Manufacturer"]
            processor.cores = block["Core Count"].flatMap(Figures.count)
            processor.threads = block["Thread Count"].flatMap(Figures.count)
            report.processors.append(processor)
        }
    }

    private static func says(_ value: String) -> Bool {
        !["Unknown", "Other", "Not Specified", "<BAD INDEX>", "<OUT OF SPEC>"].contains(value)
    }

    /// Video and flash memory are told apart by the array that a module sits in.
    private mutating func readMemory() {
        let others = Set(
            of(16).filter { ($0["Use"] ?? "System Memory") != "System Memory" }.map(\.handle)
        )
        let slots = of(17).filter { slot in
            slot["Type"] != "Flash" && !others.contains(slot["Array Handle"] ?? "")
        }
        report.memory = slots.compactMap(Self.module)
        if !slots.isEmpty { report.memorySlots = slots.count }
        guard slots.isEmpty else { return }
        // Before SMBIOS 2.1 there is only the older block: "512 MB (Double-bank Connection)".
        report.memory = of(6).compactMap { block in
            (block["Installed Size"] ?? block["Enabled Size"]).flatMap(Figures.mebibytes).map {
                HardwareReport.MemoryModule(sizeMB: $0)
            }
        }
    }

    private static func module(_ block: Block) -> HardwareReport.MemoryModule? {
        guard let size = block["Size"].flatMap(Figures.mebibytes) else { return nil }
        var module = HardwareReport.MemoryModule(sizeMB: size)
        module.plate = plate(block, model: "Part Number")
        module.plate.version = nil
        module.technology = block["Type"].flatMap { says($0) ? $0 : nil }
        module.slot = block["Locator"]
        module.isSoldered = block["Form Factor"] == "Row Of Chips"
        return module
    }

    private static func battery(_ block: Block) -> BatteryReport? {
        var battery = BatteryReport()
        battery.maker = block["Manufacturer"]
        battery.model = block["Name"]
        battery.serial = block["Serial Number"] ?? block["SBDS Serial Number"]
        // Its chemistry is wrong in two of five records, so it is not taken.
        battery.designMWh = block["Design Capacity"].flatMap(Figures.milliwattHours)
        return battery.maker == nil && battery.model == nil && battery.serial == nil ? nil : battery
    }
}
