/// The two ways in which Dell writes one number: its service tag, and the express service code, which is the tag read as a
/// number of base 36.
enum ServiceTag {
    /// The tag of a cell that holds both, in whatever order, and nothing else; nil where they are not the same number.
    static func beside(itsCode cell: LentBytes) -> LentBytes? {
        guard cell.count <= 40 else { return nil }
        let parts = cell.split { !isLetterOrFigure($0) }
        guard parts.count >= 2, let first = parts.first, let last = parts.last else { return nil }
        if isCode(parts.dropFirst(), of: first) { return LentBytes(rebasing: first) }
        return isCode(parts.dropLast(), of: last) ? LentBytes(rebasing: last) : nil
    }

    private static func isCode(_ groups: ArraySlice<Slice<LentBytes>>, of tag: Slice<LentBytes>)
        -> Bool
    {
        let code = String(decoding: groups.joined(), as: UTF8.self)
        guard (5...7).contains(tag.count), (8...11).contains(code.count),
            let number = Int(code, radix: 10)
        else { return false }
        return Int(String(decoding: tag, as: UTF8.self), radix: 36) == number
    }

    private static func isLetterOrFigure(_ byte: UInt8) -> Bool {
        let small = byte | 0x20
        return byte >= 0x30 && byte <= 0x39 || small >= 0x61 && small <= 0x7A
    }
}
