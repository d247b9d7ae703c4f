public import Domain
public import Tabular

/// Writes the rows that were not taken as a list of the same form, with the reasons in a last column.
///
/// Corrected, it can be imported as it is: the column of reasons is ignored on the way back. Written in UTF-8 with its mark,
/// which spreadsheets need.
public struct RejectsWriter: Sendable {
    public static let heading = "moulin_reasons"

    private var csv: CSVWriter
    private let columns: Int
    private let language: Language
    private var isEmpty = true
    private let headings: [String]

    public init(_ writing: ListWriting, language: Language) {
        csv = CSVWriter(delimiter: writing.dialect.delimiter)
        headings = writing.headings
        // A list of rejects fed again already ends with the reasons.
        columns = writing.headings.firstIndex(of: Self.heading) ?? writing.headings.count
        self.language = language
    }

    /// Adds a row; one that could not even be cut into cells is put into the first cell as it is.
    public mutating func append(_ record: CSVRecord, _ errors: [RowError]) {
        if isEmpty { writeHeading() }
        if record.fault != nil {
            csv.append(record.written)
            for _ in 0..<max(0, columns - 1) { csv.append("") }
        } else {
            let width = max(
                columns,
                record.excess(over: columns + 1) == nil ? columns : record.count
            )
            for index in 0..<width { csv.append(record[index] ?? LentBytes(start: nil, count: 0)) }
        }
        csv.append(errors.map { $0.reason(in: language) }.joined(separator: " ; "))
        csv.endRecord()
    }

    private mutating func writeHeading() {
        isEmpty = false
        for (index, heading) in headings.prefix(columns).enumerated() {
            csv.append(index == 0 ? "\u{FEFF}" + heading : heading)
        }
        csv.append(Self.heading)
        csv.endRecord()
    }

    /// Hands over the bytes written since the last time.
    public mutating func take() -> [UInt8] { csv.take() }
}
