/// Values that look like data and say nothing: "To Be Filled By O.E.M.", a serial of zeros, a network address of an emulator.
///
/// Whole values only: a genuine serial may well hold seven zeros or the letters SN.
struct JunkIdentities: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        /// A drive's number is junk where any serial number is, and where a bridge gives it to every drive.
        case any, maker, model, serial, drive, uuid, mac, imei
        /// What stands for memory or a drive that is not there.
        case size
        /// What says the same as the row above.
        case ditto
    }

    private var exact: [Kind: Set<[UInt8]>] = [:]
    private var prefixes: [Kind: [[UInt8]]] = [:]
    /// Words that betray a text without figures, wherever they stand in it.
    private var words: [Kind: Set<[UInt8]>] = [:]
    /// The marks of repetition that are no word.
    private var signs: [String] = []
    /// The least length from which one character repeated is junk.
    private var repeated: [Kind: Int] = [:]
    /// The greatest length of a run of characters that is junk when a value is nothing but that run, over and over.
    private var cyclic: [Kind: Int] = [:]
    /// No junk of a text is longer than this many bytes, with a few signs more than usual.
    let longest: Int
    /// The first four folded bytes of all junk, hashed to sixteen bits.
    private var starts = [Bool](repeating: false, count: 1 << 16)

    private static let texts: [Kind] = [.any, .maker, .model, .serial]

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
            if Self.texts.contains(kind) { length = max(length, value.utf8.count) }
            switch row["match"] {
            case "exact": exact[kind, default: []].insert(folded)
            case "word": words[kind, default: []].insert(folded)
            case "sign": signs.append(value)
            case "prefix": prefixes[kind, default: []].append(folded)
            case "repeated":
                guard let least = Int(value) else { throw fault }
                repeated[kind] = least
            case "cyclic":
                guard let most = Int(value) else { throw fault }
                cyclic[kind] = most
            default: throw fault
            }
        }
        longest = length + 8
        noteStarts()
    }

    private mutating func noteStarts() {
        for folded in exact.values.joined() where folded.count >= 4 { note(folded) }
        for folded in prefixes.values.joined() where folded.count >= 4 { note(folded) }
    }

    private mutating func note(_ folded: [UInt8]) {
        let start = folded.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        starts[Self.hash(start)] = true
    }

    private static func hash(_ start: UInt32) -> Int {
        Int((start &* 0x9E37_79B9) >> 16)
    }

    /// Whether a value that says nothing was written where `kind` was asked for; a value without letter or digit never says anything.
    func contains(_ bytes: UnsafeRawBufferPointer, as kind: Kind, scratch: inout [UInt8]) -> Bool {
        if Self.isPlaceholder(bytes) { return true }
        FoldedBytes.fold(bytes, into: &scratch)
        if scratch.isEmpty { return true }
        if matches(scratch, .any) || matches(scratch, kind) { return true }
        return Self.numbers.contains(kind) && matches(scratch, .ditto) || holdsWord(bytes, kind)
    }

    /// Numbers that one machine has alone, so that nothing is the same as above.
    private static let numbers: Set<Kind> = [.serial, .uuid, .mac, .imei]

    private func holdsWord(_ bytes: UnsafeRawBufferPointer, _ kind: Kind) -> Bool {
        guard let words = words[kind], !bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
            return false
        }
        let text = String(decoding: bytes.prefix(200), as: UTF8.self)
        return FoldedBytes.words(text).contains(where: words.contains)
    }

    /// Whether a value says no more than that it is the one above: "idem", `"`, `-"-`.
    func isDitto(_ bytes: UnsafeRawBufferPointer, scratch: inout [UInt8]) -> Bool {
        guard bytes.count <= longest else { return false }
        FoldedBytes.fold(bytes, into: &scratch)
        if !scratch.isEmpty { return matches(scratch, .ditto) }
        let text = String(decoding: bytes, as: UTF8.self).filter { !" -–—".contains($0) }
        return signs.contains { sign in
            !text.isEmpty && text.count.isMultiple(of: sign.count)
                && text == String(repeating: sign, count: text.count / sign.count)
        }
    }

    /// What a program writes in place of a value: `<filter>`, `<superuser required>`.
    private static func isPlaceholder(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count > 1 && bytes.first == UInt8(ascii: "<") && bytes.last == UInt8(ascii: ">")
    }

    /// Whether ``contains(_:as:scratch:)`` needs to be asked; false for nearly every genuine value, at little cost.
    @inline(__always)
    func mayContain(_ bytes: LentBytes) -> Bool {
        var start: UInt32 = 0
        var taken = 0
        for byte in bytes {
            let small = byte | 0x20
            guard byte < 0x80 else { return true }
            if small >= 0x61 && small <= 0x7A {
                start = start << 8 | UInt32(small)
            } else if byte >= 0x30 && byte <= 0x39 {
                start = start << 8 | UInt32(byte)
            } else {
                if byte == UInt8(ascii: "<") { return true }
                continue
            }
            taken += 1
            guard taken < 4 else {
                // One character four times over begins a run of it.
                let isRun = start == (start & 0xFF) &* 0x0101_0101
                return isRun || starts[Self.hash(start)]
            }
        }
        return true
    }

    private static func isCyclic(_ folded: [UInt8], _ most: Int) -> Bool {
        (1...most).contains { length in
            folded.count >= 2 * length && folded.count.isMultiple(of: length)
                && zip(folded, folded.dropFirst(length)).allSatisfy { $0 == $1 }
        }
    }

    private func matches(_ folded: [UInt8], _ kind: Kind) -> Bool {
        if exact[kind]?.contains(folded) == true { return true }
        if let least = repeated[kind], folded.count >= least,
            folded.allSatisfy({ $0 == folded[0] })
        {
            return true
        }
        if let most = cyclic[kind], Self.isCyclic(folded, most) { return true }
        return prefixes[kind]?.contains { folded.starts(with: $0) } == true
    }
}
