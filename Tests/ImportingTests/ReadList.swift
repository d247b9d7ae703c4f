import Domain
import Importing
import Tabular

/// A device as values that outlive the reader; what is nil is left out of its description.
struct ReadDevice: Hashable, CustomStringConvertible {
    var values: [String: String] = [:]

    subscript(_ field: String) -> String? { values[field] }

    init(_ values: [String: String]) { self.values = values }

    init(_ device: StagedDevice) {
        func put(_ name: String, _ bytes: LentBytes?) {
            values[name] = bytes.map { String(decoding: $0, as: UTF8.self) }
        }
        values["line"] = "\(device.line)"
        put("external_ref", device.externalRef)
        values["kind"] = device.kind?.rawValue
        put("maker", device.maker)
        put("model", device.model)
        put("serial", device.serial)
        put("serial_key", device.serialKey)
        put("cpu", device.cpu)
        values["ram_mb"] = device.ramMB.map { "\($0)" }
        values["storage_gb"] = device.storageGB.map { "\($0)" }
        values["storage_kind"] = device.storageKind?.rawValue
        put("drive_serial", device.driveSerial)
        values["bought_on"] = device.boughtOn.map { "\($0)" }
        put("condition", device.condition)
        put("os", device.os)
        values["weight_g"] = device.weightG.map { "\($0)" }
        put("imei", device.imei)
        put("mac", device.mac)
        put("uuid", device.uuid)
        put("comment", device.comment)
        put("extra", device.extra)
        if !device.notes.isEmpty {
            values["note"] = device.notes.map(\.text.en).joined(separator: "; ")
        }
        values["quantity"] = device.quantity.map { "\($0)" }
    }

    var description: String {
        values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
}

struct ReadList: Hashable {
    var devices: [ReadDevice] = []
    var errors: [RowError] = []
    var skipped = 0
}

/// Reads a whole list, in pieces of a size.
func readList(
    _ bytes: [UInt8],
    choices: DeviceListPlan.Choices = DeviceListPlan.Choices(),
    piece: Int = .max
) throws(FileRefusal) -> ReadList {
    var list = ReadList()
    let sample = bytes.prefix(DeviceListPlan.sampleSize)
    let plan = try Array(sample).span.withUnsafeBytes { (sample) throws(FileRefusal) in
        try DeviceListPlan(
            sample: sample,
            isWhole: sample.count == bytes.count,
            reference: reference,
            choices: choices
        )
    }
    var reader = DeviceListReader(plan)
    bytes.withUnsafeBytes { whole in
        var rest = whole[...]
        repeat {
            let next = rest.prefix(piece)
            rest = rest.dropFirst(next.count)
            reader.feed(UnsafeRawBufferPointer(rebasing: next), isLast: rest.isEmpty) { row in
                switch row {
                case .device(let device, _): list.devices.append(ReadDevice(device))
                case .rejected(let errors, _): list.errors += errors
                }
            }
        } while !rest.isEmpty
    }
    list.skipped = reader.skipped.count
    return list
}

func readList(
    _ text: String,
    choices: DeviceListPlan.Choices = DeviceListPlan.Choices()
) throws(FileRefusal) -> ReadList {
    try readList(Array(text.utf8), choices: choices)
}
