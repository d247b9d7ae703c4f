import Importing
import Tabular

/// CSV: cut anywhere it reads the same, it agrees with a slow plain reader, and what is written again reads the same.
///
/// The first byte of an input chooses the delimiter, the second the size of the pieces; the rest is the text.
enum CSVTarget {
    static func run(_ input: UnsafeRawBufferPointer) {
        guard input.count > 2 else { return }
        let dialect = CSVDialect(
            delimiter: Delimiter.candidates[Int(input[0]) % Delimiter.candidates.count],
            escapesWithBackslash: input[0] & 0x80 != 0
        )
        let text = Array(input.dropFirst(2))
        let whole = read(text, dialect: dialect)
        let pieces = read(text, dialect: dialect, pieces: [1 + Int(input[1]) % 64])
        precondition(whole == pieces, "the pieces decide what is read")
        compare(whole, text, dialect)
        readList(text)
    }

    private static func compare(_ records: [ReadRecord], _ text: [UInt8], _ dialect: CSVDialect) {
        guard records.allSatisfy({ $0.fault == nil }), !dialect.escapesWithBackslash,
            !text.starts(with: "sep=".utf8), !text.starts(with: "\"sep=".utf8)
        else { return }
        let cells = records.map(\.fields)
        // White space after a closing quote is dropped by design; the plain reader keeps it.
        if !text.contains(0x20), !text.contains(0x09) {
            let plain = ReferenceCSV.records(text, delimiter: dialect.delimiter)
            precondition(
                cells == plain.map { $0.map { String(decoding: $0, as: UTF8.self) } },
                "the two readers disagree"
            )
        }
        var writer = CSVWriter(delimiter: dialect.delimiter)
        for record in cells {
            for cell in record { writer.append(cell) }
            writer.endRecord()
        }
        let again = read(writer.bytes, dialect: dialect)
        precondition(again.map(\.fields) == cells, "what was written reads otherwise")
    }

    /// The way of a donor's list, from charset and heading to typed rows.
    private static func readList(_ bytes: [UInt8]) {
        let sample = bytes.prefix(DeviceListPlan.sampleSize)
        let plan = Array(sample).withUnsafeBytes {
            try? DeviceListPlan(
                sample: $0,
                isWhole: sample.count == bytes.count,
                reference: FuzzReference.tables
            )
        }
        guard let plan else { return }
        var reader = DeviceListReader(plan)
        bytes.withUnsafeBytes { reader.feed($0, isLast: true) { _ in } }
    }
}
