import Domain

/// What a maker's own name for a family of machines says of their kind: every ThinkPad is a laptop.
///
/// Asked only for rows that do not say their kind themselves.
struct ModelFamilies: Sendable {
    private struct Family: Sendable {
        let words: [[UInt8]]
        let type: DeviceType
    }

    private var families: [Family] = []

    init(_ text: String) throws(ReferenceFault) {
        let name = "model_families"
        let table = try ReferenceTable(text, name: name, columns: ["words", "type"])
        for (index, row) in table.rows.enumerated() {
            guard let words = row["words"], let type = DeviceType(rawValue: row["type"] ?? "")
            else { throw ReferenceFault(table: name, line: index + 2) }
            let folded = words.split(separator: "+").map { FoldedBytes.fold(String($0)) }
            families.append(Family(words: folded, type: type))
        }
    }

    /// The kind of the family with the most words in a model's name; nil when none is known, or when two disagree.
    func type(ofModel model: LentBytes) -> DeviceType? {
        type(ofWords: FoldedBytes.words(String(decoding: model.prefix(200), as: UTF8.self)))
    }

    func type(ofWords words: [[UInt8]]) -> DeviceType? {
        var best: (count: Int, types: Set<DeviceType>) = (1, [])
        for family in families where family.words.count >= best.count {
            guard family.words.allSatisfy({ word in words.contains { Self.names($0, word) } })
            else { continue }
            if family.words.count > best.count { best = (family.words.count, []) }
            best.types.insert(family.type)
        }
        return best.types.count == 1 ? best.types.first : nil
    }

    /// "OptiPlex7060" and "iMac14,1" name their family too.
    private static func names(_ word: [UInt8], _ family: [UInt8]) -> Bool {
        guard word.starts(with: family) else { return false }
        guard word.count > family.count else { return true }
        return word[family.count] <= UInt8(ascii: "9")
    }
}
