import Domain

/// The words by which lists name types of devices.
struct DeviceKinds: Sendable {
    private var types: [[UInt8]: DeviceType] = [:]
    private var words: [(folded: [UInt8], word: String)] = []

    init(_ text: String) throws(ReferenceFault) {
        let table = try ReferenceTable(text, name: "device_kinds", columns: ["word", "type"])
        for (index, row) in table.rows.enumerated() {
            guard let word = row["word"], let type = DeviceType(rawValue: row["type"] ?? "") else {
                throw ReferenceFault(table: "device_kinds", line: index + 2)
            }
            types[FoldedBytes.fold(word)] = type
            words.append((FoldedBytes.fold(word), word))
        }
    }

    /// The type that a word names; nil for an unknown word.
    func type(_ bytes: LentBytes, scratch: inout [UInt8]) -> DeviceType? {
        FoldedBytes.fold(bytes, into: &scratch)
        return types[scratch]
    }

    /// Up to three known words that a typing mistake may have been meant for.
    func nearest(to bytes: LentBytes) -> [String] {
        var folded: [UInt8] = []
        FoldedBytes.fold(LentBytes(rebasing: bytes.prefix(40)), into: &folded)
        let limit = max(1, folded.count / 3)
        let near = words.map { (EditDistance.between(folded, $0.folded), $0.word) }
            .filter { $0.0 <= limit }
            .sorted { $0.0 < $1.0 }
        return near.prefix(3).map(\.1)
    }
}

/// How many letters must be typed, dropped or changed between two words.
enum EditDistance {
    static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let changed = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
