import Tabular
import Testing

@Suite struct CSVReaderPropertyTests {
    /// Bytes that meet each other often, so that short texts reach the corners.
    static let alphabet = ["a", "b", ",", ";", "\"", "\"\"", "\n", "\r", "\r\n", " ", "é"]

    static func text(_ random: inout FixedRandom) -> [UInt8] {
        (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in
            Array((alphabet.randomElement(using: &random) ?? "").utf8)
        }
    }

    /// A record past two limits at once is refused for the one that is seen first, which the pieces decide.
    static func withoutWhichLimit(_ record: ReadRecord) -> ReadRecord {
        var record = record
        guard let reason = record.fault?.reason,
            reason == .fieldTooLong || reason == .recordTooLong
        else { return record }
        record.fault = CSVFault(reason: .recordTooLong, line: record.line, column: 0, offset: 0)
        return record
    }

    @Test func `every way of cutting a text in two reads the same`() {
        let text = Array("a,\"b\"\"c\r\nd\",é\r\n\r\ne,\"f\" ,\0g\r\"h\n,i".utf8)
        let whole = read(text)

        for first in 0...text.count {
            #expect(read(text, pieces: [first, .max]) == whole, "cut at \(first)")
        }
    }

    @Test(arguments: 1...200)
    func `pieces of any sizes read the same`(seed: UInt64) {
        var random = FixedRandom(seed)
        for _ in 0..<50 {
            let text = Self.text(&random)
            let limits = CSVLimits(fieldBytes: 8, columns: 5, recordBytes: 14)
            let sizes = (0..<6).map { _ in Int.random(in: 1...9, using: &random) }

            let whole = read(text, limits: limits).map(Self.withoutWhichLimit)
            let pieces = read(text, limits: limits, pieces: sizes).map(Self.withoutWhichLimit)

            #expect(pieces == whole, "\(String(decoding: text, as: UTF8.self).debugDescription)")
        }
    }

    @Test(arguments: 1...200)
    func `fast and slow readers agree on every text that is well formed`(seed: UInt64) {
        var random = FixedRandom(seed &* 7919)
        for _ in 0..<50 {
            let text = Self.text(&random)
            guard String(validating: text, as: UTF8.self) != nil else { continue }
            let records = read(text, dialect: CSVDialect(delimiter: UInt8(ascii: ";")))
            guard records.allSatisfy({ $0.fault == nil }) else { continue }

            let expected = ReferenceCSV.records(text, delimiter: UInt8(ascii: ";"))

            // A space after a closing quote is dropped by design; the slow reader keeps it.
            guard !text.contains(0x20) else { continue }
            #expect(
                records.map(\.fields)
                    == expected.map { $0.map { String(decoding: $0, as: UTF8.self) } }
            )
        }
    }

    /// Text, and bytes that are none wherever they stand; long enough together to lie across what is looked at at once.
    private static let fragments: [[UInt8]] = [
        Array("abcdefg".utf8), Array("hijklmnopqrs".utf8), Array(",".utf8), Array("\n".utf8),
        Array("é".utf8),
        Array("ß".utf8), Array("€".utf8), Array("漢字".utf8), Array("🙂".utf8), [0xC3], [0xA9],
        [0xC0, 0x80], [0xC1], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5], [0xFF],
    ]

    @Test(arguments: 1...100)
    func `a record is refused as no text if and only if it is none`(seed: UInt64) {
        var random = FixedRandom(seed &* 104_729)
        for _ in 0..<30 {
            // Most fragments are of whole text, so that not every record is refused.
            let text = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
                let isWhole = Int.random(in: 0...9, using: &random) > 0
                let some = isWhole ? Self.fragments[..<9] : Self.fragments[9...]
                return some.randomElement(using: &random) ?? []
            }
            let sizes = (0..<8).map { _ in Int.random(in: 1...90, using: &random) }

            let lines = text.split(separator: UInt8(ascii: "\n"))
            let expected = lines.map { String(validating: $0, as: UTF8.self) == nil }

            #expect(read(text, pieces: sizes).map { $0.fault?.reason == .invalidText } == expected)
        }
    }
}
