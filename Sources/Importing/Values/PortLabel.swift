/// The word for a port before or behind its address: "WiFi: 54:BF:64:01:02:0F", "54:BF:64:01:02:0F (LAN)".
enum PortLabel {
    /// The cell without it; only a word that no hexadecimal digits make is one.
    static func removed(from cell: LentBytes) -> LentBytes {
        var rest = cell
        if rest.last == UInt8(ascii: ")"), let open = rest.lastIndex(of: UInt8(ascii: "(")),
            isLabel(rest[open...])
        {
            rest = LentBytes(rebasing: rest[..<open]).trimmed
        }
        let ends = rest.prefix(longest).indices.filter { " :=".utf8.contains(rest[$0]) }
        guard let end = ends.first(where: { isLabel(rest[..<$0]) }) else { return rest }
        let address = rest[end...].drop { " :=".utf8.contains($0) }
        return LentBytes(rebasing: address)
    }

    private static let longest = 24

    private static func isLabel(_ bytes: Slice<LentBytes>) -> Bool {
        bytes.contains { $0 | 0x20 >= 0x67 && $0 | 0x20 <= 0x7A }
    }
}
