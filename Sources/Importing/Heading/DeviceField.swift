/// What a column of a device list can say of a device; the names are those of the staging table.
public enum DeviceField: String, Sendable, Hashable, CaseIterable {
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

/// What is done with a column.
public enum ColumnRole: Sendable, Hashable {
    case field(DeviceField)
    /// Kept as a further fact under its own heading.
    case extra
    /// About a person: dropped unless the import says otherwise.
    case personal
    /// Written by Moulin for the reader, such as the reasons in a file of rejects.
    case ignored

    /// From the word in `headings.csv`, or of a person.
    public init?(word: String) {
        switch word {
        case "extra": self = .extra
        case "personal": self = .personal
        case "ignored": self = .ignored
        default:
            guard let field = DeviceField(rawValue: word) else { return nil }
            self = .field(field)
        }
    }

    /// All the words there are.
    public static var words: [String] {
        DeviceField.allCases.map(\.rawValue) + ["extra", "personal", "ignored"]
    }

    /// The word under which reports show it.
    public var word: String {
        switch self {
        case .field(let field): field.rawValue
        case .extra: "extra"
        case .personal: "personal"
        case .ignored: "ignored"
        }
    }
}
