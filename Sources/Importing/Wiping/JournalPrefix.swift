import Tabular

/// What a system's journal writes before each line of nwipe: `Nov 23 17:08:40 shredos nwipe[412]: `.
struct JournalPrefix {
    /// The number of the process that spoke last.
    private var process: Substring?

    /// Hears of the next line; true when another process than before speaks, which is a run of its own.
    mutating func namesAnother(_ line: Substring) -> Bool {
        guard let name = Self.name(line) else { return false }
        defer { process = name.process }
        return process != nil && process != name.process
    }

    /// The line as nwipe wrote it.
    static func bare(_ line: Substring) -> Substring {
        guard let name = name(line) else { return line }
        return line[name.end...]
    }

    /// Nil for a line that stands by itself, as in a log that nwipe writes; a journal may leave the number out.
    private static func name(_ line: Substring) -> (process: Substring, end: Substring.Index)? {
        guard line.first != "[", let mark = line.prefix(160).firstRange(of: " nwipe") else {
            return nil
        }
        var rest = line[mark.upperBound...]
        var process = rest.prefix(0)
        if rest.first == "[" {
            process = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            rest = rest[process.endIndex...]
            guard !process.isEmpty, rest.first == "]" else { return nil }
            rest = rest.dropFirst()
        }
        guard rest.first == ":" else { return nil }
        rest = rest.dropFirst()
        return (process, rest.first == " " ? rest.index(after: rest.startIndex) : rest.startIndex)
    }
}
