import Tabular

/// A record of the sample, as text.
struct SampleRecord {
    var number: Int
    var line: Int
    var cells: [String]

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }

    /// The records that are complete and can be read.
    static func read(_ text: [UInt8], _ dialect: CSVDialect, isWhole: Bool) -> [SampleRecord] {
        var reader = CSVReader(dialect: dialect)
        var records: [SampleRecord] = []
        text.withUnsafeBytes { bytes in
            reader.feed(bytes, isLast: isWhole) { record in
                let cells = record.fault == nil ? record.texts : []
                records.append(
                    SampleRecord(
                        number: record.number,
                        line: record.line,
                        cells: cells.map { String($0.trimmingWhiteSpace) }
                    )
                )
            }
        }
        return records
    }
}
