import Tabular

/// The door of the readers of reports and logs: their words as the programs wrote them, whatever they went through on the way here.
public enum ReportText {
    /// In UTF-8, without what only a terminal obeys and without the marks of a mail that quotes it.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        unquoted(TerminalCodes.removed(from: TextDecoder.utf8(bytes)))
    }

    /// The same as a text.
    public static func text(_ bytes: [UInt8]) -> String {
        String(decoding: utf8(bytes), as: UTF8.self)
    }

    /// A text of any charset as it is to be kept: decoded, and otherwise untouched.
    public static func decoded(_ bytes: [UInt8]) -> String {
        String(decoding: TextDecoder.utf8(bytes), as: UTF8.self)
    }

    /// The documents of a JSON text.
    static func documents(_ text: [UInt8]) throws(JSONFault) -> [JSONTree] {
        var reader = JSONReader(text)
        let documents = try reader.documents()
        // Signs that a terminal obeys are written with a backslash and a letter.
        let hasEscapes = zip(text, text.dropFirst()).contains { sign, letter in
            sign == UInt8(ascii: "\\")
                && (letter == UInt8(ascii: "u") || letter == UInt8(ascii: "b"))
        }
        return hasEscapes ? documents.map(\.withoutTerminalCodes) : documents
    }

    /// Takes `> ` from the lines of a text that a mail quotes, however often; what the writer put above and below goes with it.
    private static func unquoted(_ text: [UInt8]) -> [UInt8] {
        let newline = UInt8(ascii: "\n")
        var text = text
        while opensQuoted(text.prefix(1 << 12)) {
            let lines = text.split(separator: newline, omittingEmptySubsequences: false)
            let said = lines.count { line in line.contains { $0 > 0x20 } }
            let quoted = lines.indices.filter { lines[$0].first == mark }
            guard let first = quoted.first, let last = quoted.last, quoted.count >= 3,
                quoted.count * 2 > said
            else { return text }
            text = Array(lines[first...last].map(withoutMark).joined(separator: [newline]))
        }
        return text
    }

    /// Whether any of its lines begins as quoted ones do.
    private static func opensQuoted(_ start: ArraySlice<UInt8>) -> Bool {
        start.first == mark
            || zip(start, start.dropFirst()).contains { $0 == UInt8(ascii: "\n") && $1 == mark }
    }

    private static let mark = UInt8(ascii: ">")

    private static func withoutMark(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.first == mark else { return line }
        let rest = line.dropFirst()
        return rest.first == UInt8(ascii: " ") ? rest.dropFirst() : rest
    }
}
