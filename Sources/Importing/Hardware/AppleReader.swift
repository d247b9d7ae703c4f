import Domain
import Tabular

/// Reads what the system of Apple tells of the machine that it runs on.
enum AppleReader {
    /// `system_profiler -json`: the hardware and, where they were asked for, its drives; nil for another document.
    static func report(_ document: JSONTree) -> HardwareReport? {
        guard let facts = document["SPHardwareDataType"]?.items.first else { return nil }
        var report = report(
            name: facts["machine_name"]?.text,
            model: facts["machine_model"]?.text,
            serial: facts["serial_number"]?.text,
            uuid: facts["platform_UUID"]?.text,
            memory: facts["physical_memory"]?.text,
            processor: (facts["chip_type"] ?? facts["cpu_type"])?.text
        )
        report.drives = [
            ("SPNVMeDataType", MediaKind.nvme), ("SPSerialATADataType", nil),
        ].flatMap { name, kind in drives(document[name], kind) }
        return report
    }

    /// The drives below the controllers of one bus; what takes discs, or is not fixed in the machine, is left out.
    private static func drives(_ bus: JSONTree?, _ kind: MediaKind?) -> [DriveReport] {
        let items = (bus?.items ?? []).flatMap { $0["_items"]?.items ?? [] }
        return items.compactMap { item in
            guard let serial = item["device_serial"]?.text?.trimmingWhiteSpace, !serial.isEmpty,
                let bytes = item["size_in_bytes"]?.integer
                    ?? item["size"]?.text.flatMap(Figures.bytes),
                item["removable_media"]?.text != "yes", item["detachable_drive"]?.text != "yes"
            else { return nil }
            var drive = DriveReport()
            drive.serial = String(serial)
            drive.model = (item["device_model"] ?? item["_name"])?.text
            drive.firmware = item["device_revision"]?.text
            drive.bytes = bytes
            drive.kind = kind ?? self.kind(item["spsata_medium_type"]?.text)
            return drive
        }
    }

    static func kind(_ medium: String?) -> MediaKind? {
        switch medium {
        case "Solid State": .ssd
        case "Rotational": .hdd
        default: nil
        }
    }

    /// Apple's identifier of the platform is the same that its firmware gives.
    static func report(
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
