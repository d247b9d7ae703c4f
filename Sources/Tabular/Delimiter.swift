/// Finds out how a text separates its cells.
public enum Delimiter {
    /// In the order of preference when two fit equally well.
    public static let candidates: [UInt8] = [
        UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "|"),
        UInt8(ascii: ":"),
    ]

    /// The dialect in which most records of a sample have the same number of cells, more than one.
    ///
    /// The language of the list plays no part. A text of a single column is read with the comma.
    ///
    /// `sample` is the beginning of the text, in UTF-8 without byte order mark.
    public static func detect(_ sample: UnsafeRawBufferPointer) -> CSVDialect {
        if let declared = DelimiterDeclaration(firstBytes: sample) {
            return CSVDialect(
                delimiter: declared.delimiter,
                escapesWithBackslash: escapesWithBackslash(sample, declared.delimiter)
            )
        }
        var best = (delimiter: UInt8(ascii: ","), fit: 0.0)
        for candidate in candidates {
            let fit = fit(sample, candidate)
            if fit > best.fit { best = (candidate, fit) }
        }
        return CSVDialect(
            delimiter: best.delimiter,
            escapesWithBackslash: escapesWithBackslash(sample, best.delimiter)
        )
    }

    /// Between 0 (does not separate anything) and about 2: the share of records of the usual width, and a little for width.
    private static func fit(_ sample: UnsafeRawBufferPointer, _ delimiter: UInt8) -> Double {
        var reader = CSVReader(dialect: CSVDialect(delimiter: delimiter))
        var widths: [Int: Int] = [:]
        var total = 0
        reader.feed(sample, isLast: false) { record in
            total += 1
            widths[record.fault == nil ? record.count : 1, default: 0] += 1
        }
        if total < 2 {
            total = 0
            widths = [:]
            reader.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) { record in
                total += 1
                widths[record.fault == nil ? record.count : 1, default: 0] += 1
            }
        }
        let wide = widths.filter { $0.key > 1 }
        guard let usual = wide.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
            return 0
        }
        let share = Double(usual.value) / Double(total)
        // Times and hardware addresses are full of colons: every record must agree before one is believed.
        if delimiter == UInt8(ascii: ":"), share < 1 || total < 3 { return 0 }
        return share + min(Double(usual.key), 40) / 100
    }

    /// Whether `\"` is met inside quoted cells where a closing quote makes no sense.
    private static func escapesWithBackslash(
        _ sample: UnsafeRawBufferPointer,
        _ delimiter: UInt8
    ) -> Bool {
        guard sample.count > 2 else { return false }
        return (1..<sample.count - 1).contains { index in
            guard sample[index] == 0x22, sample[index - 1] == UInt8(ascii: "\\") else {
                return false
            }
            let next = sample[index + 1]
            return next != delimiter && next != 0x0A && next != 0x0D && next != 0x22
        }
    }
}
