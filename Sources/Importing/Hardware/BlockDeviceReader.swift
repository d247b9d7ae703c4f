import Domain
import Tabular

/// Reads the drives of `lsblk -J`, `hdparm -I` and `nvme list`: their names and sizes, and nothing of their health.
enum BlockDeviceReader {
    /// Nil when this is no document of lsblk; drives without a name of their own are left out.
    static func lsblk(_ document: JSONTree) -> [DriveReport]? {
        guard let devices = document["blockdevices"]?.items else { return nil }
        return devices.compactMap { device in
            guard device["type"]?.text ?? "disk" == "disk", !isTrue(device["rm"]),
                device["tran"]?.text != "usb",
                device["serial"] != nil || device["wwn"] != nil
            else { return nil }
            var drive = DriveReport()
            drive.maker = device["vendor"]?.text
            drive.model = device["model"]?.text
            drive.serial = device["serial"]?.text
            drive.firmware = device["rev"]?.text
            drive.wwn = device["wwn"]?.text.map(bareWWN)
            drive.bytes = device["size"]?.text.flatMap(size)
            let name = device["name"]?.text ?? ""
            drive.kind = kind(name, device["tran"]?.text, device["rota"].map(isTrue))
            return drive
        }
    }

    /// `465.8G` of a person's lsblk, which counts by 1,024, or the bytes of `lsblk -b`.
    private static func size(_ text: String) -> Int? {
        if let bytes = Int(text) { return bytes }
        return text.last.map { $0.isLetter ? text + "iB" : text }.flatMap(Figures.bytes)
    }

    private static func bareWWN(_ text: String) -> String {
        let small = text.lowercased()
        return small.hasPrefix("0x") ? String(small.dropFirst(2)) : small
    }

    /// Younger versions write true, older ones "1".
    private static func isTrue(_ value: JSONTree?) -> Bool {
        value?.isTrue == true || value?.text == "1"
    }

    private static func kind(_ name: String, _ bus: String?, _ isRotating: Bool?) -> MediaKind? {
        if name.contains("nvme") || bus == "nvme" { return .nvme }
        if name.contains("mmcblk") { return .embeddedFlash }
        return isRotating.map { $0 ? .hdd : .ssd }
    }

    static func isHdparm(_ text: String) -> Bool {
        text.contains("ATA device, with") && text.contains("Serial Number:")
    }

    /// One drive of a text of hdparm.
    static func hdparm(_ text: String) -> DriveReport? {
        var facts: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = line[..<colon].trimmingWhiteSpace.lowercased()
            let value = String(line[line.index(after: colon)...].trimmingWhiteSpace)
            if facts[key] == nil, !value.isEmpty { facts[key] = value }
        }
        guard let serial = facts["serial number"] else { return nil }
        var drive = DriveReport()
        drive.model = facts["model number"]
        drive.serial = serial
        drive.firmware = facts["firmware revision"]
        drive.wwn = facts["logical unit wwn device identifier"]?.lowercased()
        let sectors =
            facts["lba48  user addressable sectors"] ?? facts["lba48 user addressable sectors"]
        drive.bytes = sectors.flatMap { Figures.count($0) }.map { $0 * 512 }
        let speed = facts["nominal media rotation rate"] ?? ""
        drive.kind = speed.contains("Solid State") ? .ssd : Int(speed) == nil ? nil : .hdd
        return drive
    }

    /// Nil when this is no list of nvme; since its version 2 a drive stands under its subsystem and controller.
    static func nvme(_ document: JSONTree) -> [DriveReport]? {
        guard let devices = document["Devices"]?.items else { return nil }
        let nested = devices.flatMap { $0["Subsystems"]?.items ?? [] }
            .flatMap { $0["Controllers"]?.items ?? [] }
        let drives = (devices + nested).filter { $0["ModelNumber"] != nil }.map { item in
            var drive = DriveReport()
            drive.kind = .nvme
            drive.model = item["ModelNumber"]?.text
            drive.serial = item["SerialNumber"]?.text
            drive.firmware = item["Firmware"]?.text
            drive.bytes =
                (item["PhysicalSize"] ?? item["Namespaces"]?.items.first?["PhysicalSize"])?.integer
            return drive
        }
        return drives.isEmpty ? nil : drives
    }
}
