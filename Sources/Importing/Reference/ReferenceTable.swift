import Tabular

/// A text of reference data as records by column name.
struct ReferenceTable {
    let rows: [[String: String]]

    /// - Throws: ``ReferenceFault`` when a column is missing or a record cannot be read.
    init(_ text: String, name: String, columns: [String]) throws(ReferenceFault) {
        var records: [[String]] = []
        var faultLine: Int?
        var text = text
        text.withUTF8 { bytes in
            var reader = CSVReader()
            reader.feed(UnsafeRawBufferPointer(bytes), isLast: true) { record in
                if record.fault != nil { faultLine = faultLine ?? record.line }
                records.append(record.texts)
            }
        }
        if let faultLine { throw ReferenceFault(table: name, line: faultLine) }
        guard let heading = records.first, columns.allSatisfy(heading.contains) else {
            throw ReferenceFault(table: name, line: 1)
        }
        rows = records.dropFirst().map { record in
            Dictionary(zip(heading, record)) { first, _ in first }
        }
    }
}

/// Reference data that cannot be used: a mistake of whoever edited the file.
public struct ReferenceFault: Error, Sendable, Hashable {
    /// The file's name without extension.
    public var table: String
    public var line: Int
}
