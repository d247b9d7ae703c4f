import Domain
import Importing
import Store

extension RowError {
    /// An error that only the whole file or the database can see, told like those of the row itself.
    init(_ fault: ImportStore.Fault, _ plan: DeviceListPlan) {
        let field: DeviceField
        let value: String
        let problem: Problem
        switch fault.fault {
        case "serial_twice_in_file":
            (field, value, problem) = (.serial, fault.serial ?? "", .repeated)
        case "reference_twice_in_file":
            (field, value, problem) = (.externalRef, fault.reference ?? "", .repeated)
        default:
            (field, value, problem) = (.kind, "", .kindMissing)
        }
        let column = plan.map.column(of: field)
        self.init(
            line: Int(fault.line),
            column: column?.number ?? 0,
            heading: column?.heading ?? field.rawValue,
            value: value,
            problem: problem
        )
    }
}
