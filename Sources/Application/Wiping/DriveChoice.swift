import Domain
import Store

/// Which of the drives of a machine a person means.
struct DriveChoice {
    let text: String?
    let device: Int64

    init(_ text: String?, of device: Int64) {
        self.text = text
        self.device = device
    }

    /// The drive by serial number or `#place`; the only one when none is named.
    ///
    /// - Throws: `drives_not_counted` when none is, `drive_not_counted` with the names of those that are.
    func choose(among drives: [BenchDrive]) throws(Failure) -> BenchDrive {
        let label = DeviceReference(number: device).text
        guard !drives.isEmpty else {
            throw .refused(
                Refusal(.drivesNotCounted, ["device": .text(label)], next: ["count-drives"])
            )
        }
        guard let text else {
            let open = drives.filter { $0.clearedBy == nil }
            if let only = open.first ?? drives.first, open.count <= 1 { return only }
            throw .refused(notCounted("?", label, drives))
        }
        let key = DriveStore.key(text)
        let found = drives.first { drive in
            drive.serial.map(DriveStore.key) == key || "#\(drive.slot)" == key
        }
        guard let found else { throw .refused(notCounted(text, label, drives)) }
        return found
    }

    private func notCounted(_ text: String, _ label: String, _ drives: [BenchDrive]) -> Refusal {
        let known = drives.map(\.name).joined(separator: ", ")
        return Refusal(
            .driveNotCounted,
            ["device": .text(label), "drive": .text(text), "known": .text(known)],
            next: ["count-drives"]
        )
    }
}
