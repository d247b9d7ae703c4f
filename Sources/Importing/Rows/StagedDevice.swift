public import Domain

/// Bytes lent for the time of a callback.
public typealias LentBytes = UnsafeRawBufferPointer

/// One row of a device list, typed; the columns of the staging table, in its order.
///
/// Lent by ``DeviceRowReader``: the bytes are gone when the next row is read. Absent means that the list says nothing.
public struct StagedDevice {
    /// The physical line on which the row starts, counted from 1.
    public var line = 0
    /// The asset tag or inventory number of the giver, as written.
    public var externalRef: LentBytes?
    public var kind: DeviceType?
    public var maker: LentBytes?
    public var model: LentBytes?
    /// As written, trimmed.
    public var serial: LentBytes?
    /// For comparing: `serial` with ASCII letters in capitals and without spaces; hyphens stay, for makers use them.
    public var serialKey: LentBytes?
    public var cpu: LentBytes?
    /// Mebibytes, as memory is counted.
    public var ramMB: Int32?
    /// Decimal gigabytes, as drives are sold.
    public var storageGB: Int32?
    public var storageKind: StorageKind?
    public var driveSerial: LentBytes?
    /// Written among the extra facts, as is `condition`: no column is theirs.
    public var boughtOn: Day?
    public var condition: LentBytes?
    public var os: LentBytes?
    public var weightG: Int32?
    /// Digits only.
    public var imei: LentBytes?
    /// `aa:bb:cc:dd:ee:ff`, in small letters.
    public var mac: LentBytes?
    /// 8-4-4-4-12 hexadecimal digits, in small letters.
    public var uuid: LentBytes?
    public var comment: LentBytes?
    /// A JSON object of the columns that no field is known for, and of those for which there is no place; absent when they are all
    /// empty.
    public var extra: LentBytes?
    /// How many alike machines the row stands for; absent for one.
    public var quantity: Int32?
    /// What was made absent and why, for people.
    public var notes: [DeviceNote] = []

    public init() {}
}
