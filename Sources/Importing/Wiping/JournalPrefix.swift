import Tabular

/// What a system's journal writes before each line of nwipe: `Nov 23 17:08:40 shredos nwipe[412]: `.
struct JournalPrefix {
    /// A process of one computer; a journal may collect those of several, which count their processes from 1 each.
    private struct Speaker: Equatable {
        var host: Substring
        var process: Substring
    }

    private var last: Speaker?

    /// Hears of the next line; true when another process than before speaks, which is a run of its own.
    mutating func namesAnother(_ line: Substring) -> Bool {
        guard let (speaker, _) = Self.parts(line) else { return false }
        defer { last = speaker }
        return last != nil && last != speaker
    }

    /// The line as nwipe wrote it.
    static func bare(_ line: Substring) -> Substring {
        parts(line).map { line[$0.end...] } ?? line
    }

    /// Nil for a line that stands by itself, as in a log that nwipe writes; a journal may leave host or number out.
    private static func parts(_ line: Substring) -> (speaker: Speaker, end: Substring.Index)? {
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
        let speaker = Speaker(host: host(before: line[..<mark.lowerBound]), process: process)
        return (speaker, rest.first == " " ? rest.index(after: rest.startIndex) : rest.startIndex)
    }

    /// The last word, unless it is the time, which stands there where hosts are left out.
    private static func host(before prefix: Substring) -> Substring {
        let word = prefix.split(separator: " ").last ?? prefix
        let isTime = word.contains(":") && !word.contains("::")
        return isTime ? word.prefix(0) : word
    }
}
