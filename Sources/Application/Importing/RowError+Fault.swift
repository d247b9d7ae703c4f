import Domain
import Importing
import Store

extension RowError {
    /// An error that only the whole file or the database can see, told like those of the row itself.
    init(_ fault: ImportStore.Fault, _ plan: DeviceListPlan) {
        let repeated: DeviceField? =
            switch fault.fault {
            case "serial_twice_in_file": .serial
            case "reference_twice_in_file": .externalRef
            case "imei_twice_in_file": .imei
            case "uuid_twice_in_file": .uuid
            case "drive_twice_in_file": .driveSerial
            default: nil
            }
        let field = repeated ?? .kind
        let column = plan.map.column(of: field)
        self.init(
            line: Int(fault.line),
            column: column?.number ?? 0,
            heading: column?.heading ?? field.rawValue,
            value: fault.value ?? "",
            problem: repeated == nil ? .kindMissing : .repeated
        )
    }
}
