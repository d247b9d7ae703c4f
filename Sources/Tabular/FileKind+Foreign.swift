extension FileKind {
    /// A text that holds a table in a form that is no list; nil for any other.
    static func foreignText(_ text: [UInt8]) -> FileKind? {
        let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingWhiteSpace }.filter { !$0.isEmpty }
        guard let first = lines.first?.lowercased() else { return nil }
        if first.hasPrefix("mime-version:") || first.hasPrefix("from: <saved by") { return .mhtml }
        if lines.contains(where: isStatement) || lines.prefix(3).contains(where: opensDump) {
            return .sql
        }
        return lines.count > 2 && isRule(lines[1], under: lines[0]) ? .alignedTable : nil
    }

    /// "INSERT INTO `assets` (…": the words of a statement with the bracket that must follow.
    private static func isStatement(_ line: Substring) -> Bool {
        let start = line.prefix(200).lowercased()
        let words = ["insert into ", "insert ignore into ", "replace into ", "create table "]
        guard let verb = words.first(where: { start.hasPrefix($0) }) else { return false }
        let name = start.dropFirst(verb.count).prefix { !"(;,\t".contains($0) }
        let rest = start.dropFirst(verb.count + name.count)
        return rest.first == "(" || name.contains(" values") && rest.first != ";"
    }

    /// "-- MySQL dump 10.13".
    private static func opensDump(_ line: Substring) -> Bool {
        line.hasPrefix("--") && line.lowercased().contains(" dump")
    }

    /// Groups of dashes with spaces between them, under words without any other separator.
    private static func isRule(_ line: Substring, under heading: Substring) -> Bool {
        guard !heading.contains(where: { ";,\t|".contains($0) }),
            line.allSatisfy({ $0 == "-" || $0 == "=" || $0 == " " })
        else { return false }
        let groups = line.split(separator: " ")
        return groups.count >= 2 && groups.allSatisfy { $0.count >= 2 }
    }
}
