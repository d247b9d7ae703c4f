import Domain
import Importing
import Postgres

extension BinaryCopyEncoder {
    /// Appends a device as a row of the staging table, in the order of its columns.
    mutating func stage(
        _ device: StagedDevice,
        into writer: inout CopyWriter
    ) throws(Failure) {
        beginRow()
        append(Int32(clamping: device.line))
        append(optional: device.externalRef)
        append(optional: device.kind?.rawValue)
        append(optional: device.maker)
        append(optional: device.model)
        append(optional: device.serial)
        append(optional: device.serialKey)
        append(optional: device.cpu)
        append(optional: device.ramMB)
        append(optional: device.storageGB)
        append(optional: device.storageKind?.rawValue)
        append(optional: device.driveSerial)
        append(optional: device.os)
        append(optional: device.weightG)
        append(optional: device.imei)
        append(optional: device.mac)
        append(optional: device.uuid)
        append(optional: device.comment)
        append(optional: device.extra)
        append(optional: device.quantity)
        do { try endRow(into: &writer) } catch { throw .postgres(error) }
    }

    private mutating func append(optional text: UnsafeRawBufferPointer?) {
        if let text { append(text: text) } else { appendNull() }
    }

    private mutating func append(optional text: String?) {
        if let text { append(text: text) } else { appendNull() }
    }

    private mutating func append(optional number: Int32?) {
        if let number { append(number) } else { appendNull() }
    }
}
