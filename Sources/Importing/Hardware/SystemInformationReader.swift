import Domain
import Tabular

/// Reads what the systems of Microsoft and Apple tell of the machine that they run on.
enum SystemInformationReader {
    /// `Get-ComputerInfo | ConvertTo-Json`; nil for another document.
    static func windows(_ document: JSONTree) -> HardwareReport? {
        guard document["CsManufacturer"] != nil || document["CsModel"] != nil else { return nil }
        var report = HardwareReport(source: .windows)
        report.system.maker = document["CsManufacturer"]?.text
        report.system.model = document["CsModel"]?.text
        // Misspelt by Windows itself until some day.
        report.system.serial = (document["BiosSeralNumber"] ?? document["BiosSerialNumber"])?.text
        report.system.sku = document["CsSystemSKUNumber"]?.text
        report.firmware.maker = document["BiosManufacturer"]?.text
        report.firmware.version = document["BiosSMBIOSBIOSVersion"]?.text
        report.os = (document["OsName"] ?? document["WindowsProductName"])?.text
        report.processors = (document["CsProcessors"]?.items ?? []).compactMap { item in
            guard let name = item["Name"]?.text else { return nil }
            var processor = HardwareReport.Processor(model: name)
            processor.cores = item["NumberOfCores"]?.integer
            processor.threads = item["NumberOfLogicalProcessors"]?.integer
            return processor
        }
        // In kibibytes what is installed; in bytes what Windows has of it.
        let installed =
            (document["CsPhyicallyInstalledMemory"] ?? document["CsPhysicallyInstalledMemory"])?
            .integer
        report.memoryMB =
            installed.map { $0 >> 10 }
            ?? document["CsTotalPhysicalMemory"]?.integer.map { $0 >> 20 }
        report.kind = kind(document["CsPCSystemType"]?.text)
        report.isVirtual = [report.system.maker, report.system.model].contains {
            $0.map(ChassisWord.isVirtual) == true
        }
        return report
    }

    /// The kinds of Windows, by number or by name.
    private static func kind(_ type: String?) -> DeviceType? {
        switch type {
        case "1", "3", "Desktop", "Workstation": .desktopTower
        case "2", "Mobile": .laptop
        case "4", "5", "7", "EnterpriseServer", "SOHOServer", "PerformanceServer": .server
        default: nil
        }
    }

    /// `system_profiler -json SPHardwareDataType`; nil for another document.
    static func apple(_ document: JSONTree) -> HardwareReport? {
        guard let facts = document["SPHardwareDataType"]?.items.first else { return nil }
        return apple(
            name: facts["machine_name"]?.text,
            model: facts["machine_model"]?.text,
            serial: facts["serial_number"]?.text,
            uuid: facts["platform_UUID"]?.text,
            memory: facts["physical_memory"]?.text,
            processor: (facts["chip_type"] ?? facts["cpu_type"])?.text
        )
    }

    /// The same as a person reads it.
    static func isApple(_ text: String) -> Bool {
        text.contains("Hardware Overview:") && text.contains("Serial Number (system):")
    }

    static func apple(_ text: String) -> HardwareReport {
        var facts: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = String(line[..<colon].trimmingWhiteSpace)
            let value = String(line[line.index(after: colon)...].trimmingWhiteSpace)
            if facts[key] == nil, !value.isEmpty { facts[key] = value }
        }
        return apple(
            name: facts["Model Name"],
            model: facts["Model Identifier"],
            serial: facts["Serial Number (system)"],
            uuid: facts["Hardware UUID"],
            memory: facts["Memory"],
            processor: facts["Chip"] ?? facts["Processor Name"]
        )
    }

    /// Apple's identifier of the platform is the same that its firmware gives.
    private static func apple(
        name: String?,
        model: String?,
        serial: String?,
        uuid: String?,
        memory: String?,
        processor: String?
    ) -> HardwareReport {
        var report = HardwareReport(source: .apple)
        report.system = HardwareReport.Plate(
            maker: "Apple Inc.",
            model: model ?? name,
            serial: serial
        )
        report.uuid = uuid
        report.memoryMB = memory.flatMap(Figures.mebibytes)
        report.processors = processor.map { [HardwareReport.Processor(model: $0)] } ?? []
        let word = (name ?? model ?? "").lowercased().filter(\.isLetter)
        report.kind =
            word.hasPrefix("macbook")
            ? .laptop
            : word.hasPrefix("imac")
                ? .allInOne
                : word.hasPrefix("macmini")
                    ? .miniPc : word.hasPrefix("macpro") ? .desktopTower : nil
        return report
    }
}
