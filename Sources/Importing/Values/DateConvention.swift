import Domain

/// Whether a column writes the day or the month first, where it writes the year last.
public enum DateConvention: String, Sendable, Hashable, CaseIterable {
    case dayFirst = "dmy"
    case monthFirst = "mdy"

    /// The convention that the values of a column prove; nil when none of them tells, or when they contradict each other.
    ///
    /// Only a number above 12 tells, or points: `25/03/2021` and `03.04.2021` have the day first.
    static func detect(_ values: some Sequence<[UInt8]>, _ words: DateWords) -> DateConvention? {
        var found: Set<DateConvention> = []
        for value in values {
            guard
                let (first, second) = value.withUnsafeBytes({ DateReading.leadingPair($0, words) })
            else {
                continue
            }
            let isDotted = value.withUnsafeBytes { DateReading.isDotted($0) }
            if second <= 12, first > 12 || isDotted { found.insert(.dayFirst) }
            if second > 12, first <= 12 { found.insert(.monthFirst) }
        }
        return found.count == 1 ? found.first : nil
    }
}
