import Domain
import Tabular

/// Reads what the system of Microsoft tells of the machine that it runs on.
enum SystemInformationReader {
    /// `Get-ComputerInfo | ConvertTo-Json`; nil for another document.
    static func windows(_ document: JSONTree) -> HardwareReport? {
        guard isReport(document) else { return nil }
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

    static func isReport(_ document: JSONTree) -> Bool {
        document["CsManufacturer"] != nil || document["CsModel"] != nil
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
}
