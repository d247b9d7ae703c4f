import Tabular

/// What a reader made of one record, as values that outlive it.
struct ReadRecord: Hashable, CustomStringConvertible {
    var line: Int
    var fields: [String]
    var fault: CSVFault?

    var description: String { "line \(line): \(fields) \(fault.map { "\($0)" } ?? "")" }
}

/// Everything a text holds, read in pieces of the sizes given (the last size repeats).
func read(
    _ bytes: [UInt8],
    dialect: CSVDialect = CSVDialect(),
    limits: CSVLimits = CSVLimits(),
    pieces: [Int] = [.max]
) -> [ReadRecord] {
    var reader = CSVReader(dialect: dialect, limits: limits)
    var records: [ReadRecord] = []
    func take(_ record: CSVRecord) {
        records.append(
            ReadRecord(
                line: record.line,
                fields: record.fault == nil ? record.texts : [],
                fault: record.fault
            )
        )
    }
    bytes.withUnsafeBytes { whole in
        var rest = whole[...]
        var sizes = pieces[...]
        while !rest.isEmpty {
            let piece = rest.prefix(sizes.first ?? .max)
            if sizes.count > 1 { sizes = sizes.dropFirst() }
            rest = rest.dropFirst(piece.count)
            reader.feed(UnsafeRawBufferPointer(rebasing: piece), isLast: false, take)
        }
        reader.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, take)
    }
    return records
}

func read(
    _ text: String,
    dialect: CSVDialect = CSVDialect(),
    limits: CSVLimits = CSVLimits(),
    pieces: [Int] = [.max]
) -> [ReadRecord] {
    read(Array(text.utf8), dialect: dialect, limits: limits, pieces: pieces)
}

/// A fixed sequence of numbers, so that a failure can be repeated.
struct FixedRandom: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
