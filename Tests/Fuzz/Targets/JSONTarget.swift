import Importing
import Tabular

/// JSON: as a tree, as a table of devices, and as a report of a machine.
enum JSONTarget {
    static func run(_ input: UnsafeRawBufferPointer) {
        let text = Array(input)
        var reader = JSONReader(text)
        guard let documents = try? reader.documents() else { return }
        if let table = JSONTable(documents) { check(table) }
        ReportTarget.readHardware(input)
    }

    /// A table as CSV has no row longer than its heading, and nothing in it is unreadable.
    private static func check(_ table: JSONTable) {
        let records = read(table.csv(), dialect: CSVDialect())
        precondition(records.allSatisfy { $0.fault == nil }, "the table is no CSV")
        precondition(
            records.allSatisfy { $0.fields.count <= table.headings.count },
            "a row is longer than the heading"
        )
    }
}
