import Tabular

/// A line of a log in which power failed: nwipe goes on writing where it stopped, without a new line.
enum TornLine {
    /// The line, or, where a time stands in the middle of it, what stands before and from there on.
    static func pieces(_ line: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var rest = line
        while let cut = laterTime(in: rest) {
            pieces.append(rest[..<cut])
            rest = rest[cut...]
        }
        return pieces.isEmpty ? [line] : pieces + [rest]
    }

    /// Where a time begins that is not the first thing on the line.
    private static func laterTime(in line: Substring) -> Substring.Index? {
        let text = line.trimmingWhiteSpace
        guard !text.isEmpty else { return nil }
        var rest = text.dropFirst()
        while let open = rest.firstIndex(of: "[") {
            if isTime(rest[open...].prefix(21)) { return open }
            rest = rest[rest.index(after: open)...]
        }
        return nil
    }

    /// `[2026/11/23 20:00:00]`.
    private static func isTime(_ text: Substring) -> Bool {
        text.utf8.count == pattern.utf8.count
            && zip(text.utf8, pattern.utf8).allSatisfy { byte, sign in
                sign == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == sign
            }
    }

    private static let pattern = "[0000/00/00 00:00:00]"
}
