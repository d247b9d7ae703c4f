/// The identifier that firmware gives a machine.
public enum SystemUUID {
    /// The one form under which both spellings of the same bytes are found, in capitals; nil when it is no such identifier.
    ///
    /// Before SMBIOS 2.6 the first three groups stood in the network's order, since then in the processor's; programs print
    /// either. Of both orders the smaller one is the key.
    public static func key(_ text: String) -> String? {
        let digits = text.uppercased().filter { $0 != "-" && $0 != "{" && $0 != "}" && $0 != " " }
        guard digits.count == 32, digits.allSatisfy(\.isHexDigit) else { return nil }
        let pairs = stride(from: 0, to: 32, by: 2).map { String(digits.dropFirst($0).prefix(2)) }
        return min(dashed(pairs), dashed(swapped(pairs)))
    }

    /// Both orders of the same bytes, the key first.
    public static func spellings(_ key: String) -> [String] {
        let digits = key.filter { $0 != "-" }
        let pairs = stride(from: 0, to: 32, by: 2).map { String(digits.dropFirst($0).prefix(2)) }
        return [key, dashed(swapped(pairs))]
    }

    private static func swapped(_ pairs: [String]) -> [String] {
        [3, 2, 1, 0, 5, 4, 7, 6].map { pairs[$0] } + pairs[8...]
    }

    private static func dashed(_ pairs: [String]) -> String {
        let groups = [pairs[0..<4], pairs[4..<6], pairs[6..<8], pairs[8..<10], pairs[10..<16]]
        return groups.map { $0.joined() }.joined(separator: "-")
    }
}
