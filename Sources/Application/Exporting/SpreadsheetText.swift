import Tabular

/// Records as CSV that is safe to open in a spreadsheet: nothing in it runs as a formula.
public enum SpreadsheetText {
    public static func write(_ records: [[String]]) -> String {
        var writer = CSVWriter(lineEnd: [0x0A], neutralisesFormulas: true)
        for record in records {
            for cell in record { writer.append(cell) }
            writer.endRecord()
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
