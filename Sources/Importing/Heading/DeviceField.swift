/// What a column of a device list can say of a device; the names are those of the staging table.
public enum DeviceField: String, ListField {
    case externalRef = "external_ref"
    case kind
    case maker
    case model
    case serial
    case cpu
    case ramMB = "ram_mb"
    case storageGB = "storage_gb"
    case storageKind = "storage_kind"
    case driveSerial = "drive_serial"
    case boughtOn = "bought_on"
    case condition
    case os
    case weightG = "weight_g"
    case imei
    case mac
    case uuid
    case comment
    /// How many alike machines the row stands for.
    case quantity
}
