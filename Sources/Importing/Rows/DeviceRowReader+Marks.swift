import Tabular

extension DeviceRowReader {
    /// Whether the program that wrote the list had thrown the row away.
    func isDiscarded(_ record: CSVRecord) -> Bool {
        discardMarks.contains { index in
            guard let mark = record[index]?.trimmed else { return false }
            return mark.elementsEqual("1".utf8) || mark.elementsEqual("true".utf8)
        }
    }
}
