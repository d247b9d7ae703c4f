import Domain
import Tabular

/// Reads the JSON of smartctl, one drive a document, of any of its versions.
enum SmartctlReader {
    /// Nil when the document is not about a drive: a list of drives, or a program that found none.
    static func drive(_ document: JSONTree) -> DriveReport? {
        var drive = DriveReport()
        drive.model =
            document["model_name"]?.text ?? document["scsi_model_name"]?.text ?? scsiModel(document)
        drive.serial = document["serial_number"]?.text
        guard drive.model != nil || drive.serial != nil else { return nil }
        drive.maker = document["scsi_vendor"]?.text
        drive.wwn = wwn(document)
        drive.firmware = document["firmware_version"]?.text ?? document["scsi_revision"]?.text
        let protocolName = document["device"]?["protocol"]?.text
        drive.interface = document["scsi_transport_protocol"]?["name"]?.text ?? protocolName
        drive.bytes =
            document["user_capacity"]?["bytes"]?.integer
            ?? document["nvme_total_capacity"]?.integer
        drive.kind = kind(document, protocolName)
        drive.health = health(document)
        return drive
    }

    private static func scsiModel(_ document: JSONTree) -> String? {
        guard let product = document["scsi_product"]?.text ?? document["product"]?.text else {
            return nil
        }
        let vendor = document["scsi_vendor"]?.text ?? document["vendor"]?.text
        return vendor.map { "\($0) \(product)" } ?? product
    }

    private static func wwn(_ document: JSONTree) -> String? {
        if let unit = document["logical_unit_id"]?.text {
            return unit.lowercased().hasPrefix("0x") ? String(unit.lowercased().dropFirst(2)) : nil
        }
        guard let name = document["wwn"], let naa = name["naa"]?.integer,
            let oui = name["oui"]?.integer,
            let id = name["id"]?.integer
        else { return nil }
        let number =
            UInt64(naa & 0xF) << 60 | UInt64(oui & 0xFF_FFFF) << 36 | UInt64(id & 0xF_FFFF_FFFF)
        return String(number, radix: 16)
    }

    /// A speed of zero is an SSD; a missing one says nothing, since old SSDs and old disks both leave it out.
    private static func kind(_ document: JSONTree, _ protocolName: String?) -> MediaKind? {
        if protocolName == "NVMe" { return .nvme }
        if let speed = document["rotation_rate"]?.integer { return speed == 0 ? .ssd : .hdd }
        if document["trim"]?["supported"]?.isTrue == true { return .ssd }
        if document["model_name"]?.text?.uppercased().contains("SSD") == true { return .ssd }
        let names =
            document["ata_smart_attributes"]?["table"]?.items.compactMap { $0["name"]?.text } ?? []
        return names.contains("Spin_Up_Time") || names.contains("Spin_Retry_Count") ? .hdd : nil
    }

    private static func health(_ document: JSONTree) -> DriveHealth {
        var health = DriveHealth()
        health.passed = document["smart_status"]?["passed"]?.isTrue
        health.hours = document["power_on_time"]?["hours"]?.integer
        health.powerCycles = document["power_cycle_count"]?.integer
        health.temperature = document["temperature"]?["current"]?.integer
        for attribute in document["ata_smart_attributes"]?["table"]?.items ?? [] {
            let raw = attribute["raw"]?["value"]?.integer
            switch attribute["id"]?.integer {
            case 5: health.reallocatedSectors = raw
            case 197: health.pendingSectors = raw
            case 198: health.uncorrectableSectors = raw
            default: break
            }
        }
        if let log = document["nvme_smart_health_information_log"] {
            health.percentUsed = log["percentage_used"]?.integer
            health.uncorrectableSectors = log["media_errors"]?.integer
            health.hours = health.hours ?? log["power_on_hours"]?.integer
        }
        health.reallocatedSectors =
            health.reallocatedSectors ?? document["scsi_grown_defect_list"]?.integer
        return health
    }
}
