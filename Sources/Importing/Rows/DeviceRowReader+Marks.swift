import Domain
import Tabular

extension DeviceRowReader {
    /// Whether the program that wrote the list had thrown the row away.
    func isDiscarded(_ record: CSVRecord) -> Bool {
        discardMarks.contains { index in
            guard let mark = record[index]?.trimmed else { return false }
            return mark.elementsEqual("1".utf8) || mark.elementsEqual("true".utf8)
        }
    }

    /// The machine of the row, and those whose serial numbers stand beside its own; nil when it is alone.
    ///
    /// A complete set is sold as one, with its screen.
    func machines(_ record: CSVRecord) -> [String]? {
        guard device.serial != nil, device.kind != .desktopSet else { return nil }
        let others = furtherMachines.filter { record[$0]?.trimmed.isEmpty == false }
        guard !others.isEmpty, let own = map.column(of: .serial) else { return nil }
        return [own.heading] + others.compactMap { map.columns[$0].further }
    }
}
