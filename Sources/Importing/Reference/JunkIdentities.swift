/// Values that look like data and say nothing: "To Be Filled By O.E.M.", a serial of zeros, a network address of an emulator.
///
/// Whole values only: a genuine serial may well hold seven zeros or the letters SN.
struct JunkIdentities: Sendable {
    enum Kind: String, Sendable, CaseIterable { case any, maker, model, serial, uuid, mac, imei }

    private var exact: [Kind: Set<[UInt8]>] = [:]
    private var prefixes: [Kind: [[UInt8]]] = [:]
    /// The least length from which one character repeated is junk.
    private var repeated: [Kind: Int] = [:]
    /// No junk is longer than this many bytes, as written with generous punctuation.
    let longest: Int
    /// For each pair of first letters or digits, whether some junk serial begins so.
    private var serialStarts = [Bool](repeating: false, count: 1 << 16)

    init(_ text: String) throws(ReferenceFault) {
        let name = "junk_identities"
        let table = try ReferenceTable(text, name: name, columns: ["kind", "match", "value"])
        var length = 0
        for (index, row) in table.rows.enumerated() {
            let fault = ReferenceFault(table: name, line: index + 2)
            guard let kind = Kind(rawValue: row["kind"] ?? ""), let value = row["value"] else {
                throw fault
            }
            let folded = FoldedBytes.fold(value)
            length = max(length, value.utf8.count)
            switch row["match"] {
            case "exact": exact[kind, default: []].insert(folded)
            case "prefix": prefixes[kind, default: []].append(folded)
            case "repeated":
                guard let least = Int(value) else { throw fault }
                repeated[kind] = least
            default: throw fault
            }
        }
        longest = length * 2
        noteSerialStarts()
    }

    private mutating func noteSerialStarts() {
        for kind in [Kind.any, .serial] {
            for folded in Array(exact[kind] ?? []) + (prefixes[kind] ?? []) where folded.count > 1 {
                serialStarts[Int(folded[0]) << 8 | Int(folded[1])] = true
            }
        }
        for byte in 0..<256 { serialStarts[byte << 8 | byte] = true }
    }

    /// Whether a value that says nothing was written where `kind` was asked for; a value without letter or digit never says anything.
    func contains(_ bytes: UnsafeRawBufferPointer, as kind: Kind, scratch: inout [UInt8]) -> Bool {
        FoldedBytes.fold(bytes, into: &scratch)
        if scratch.isEmpty { return true }
        return matches(scratch, .any) || matches(scratch, kind)
    }

    /// Whether a serial needs ``contains(_:as:scratch:)`` to be asked; false for nearly every genuine one, at little cost.
    @inline(__always)
    func mayContain(serial bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count > 3 else { return true }
        let first = bytes[0]
        let second = bytes[1]
        guard Self.isAlphanumeric(first), Self.isAlphanumeric(second) else { return true }
        return serialStarts[Int(Self.small(first)) << 8 | Int(Self.small(second))]
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 ? byte | 0x20 : byte }

    private func matches(_ folded: [UInt8], _ kind: Kind) -> Bool {
        if exact[kind]?.contains(folded) == true { return true }
        if let least = repeated[kind], folded.count >= least,
            folded.allSatisfy({ $0 == folded[0] })
        {
            return true
        }
        return prefixes[kind]?.contains { folded.starts(with: $0) } == true
    }
}
