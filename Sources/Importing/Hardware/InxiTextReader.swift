/// Reads what inxi prints for people: sections of rows of `name: value`.
enum InxiTextReader {
    typealias Section = (title: String, rows: [[(name: String, value: String)]])

    static func isReport(_ text: String) -> Bool {
        let plain = text.prefix(4000)
        return (plain.hasPrefix("System:") || plain.hasPrefix("Machine:"))
            && plain.contains("Machine:") && plain.contains("Mobo:")
    }

    static func sections(_ text: String) -> [Section] {
        var sections: [Section] = []
        for line in text.split(whereSeparator: \.isNewline) {
            var rest = line[...]
            if line.first?.isWhitespace == false, let colon = line.firstIndex(of: ":") {
                sections.append((String(line[..<colon]), []))
                rest = line[line.index(after: colon)...]
            }
            guard !sections.isEmpty else { continue }
            for pair in pairs(rest) {
                let isFirst = sections[sections.count - 1].rows.isEmpty
                if isFirst || pair.opensRow { sections[sections.count - 1].rows.append([]) }
                let row = sections[sections.count - 1].rows.count - 1
                sections[sections.count - 1].rows[row].append((pair.name, pair.value))
            }
        }
        return sections
    }

    /// What the program printed each time that it was run; sections without a machine are of the one before.
    static func reports(_ text: String) -> [[Section]] {
        var reports: [[Section]] = [[]]
        var run: [Section] = []
        func close() {
            let isFurther = run.contains { $0.title == "Machine" } && !reports[0].isEmpty
            if isFurther { reports.append(run) } else { reports[reports.count - 1] += run }
            run = []
        }
        for section in sections(text) {
            let opens = section.title == "System" || section.title == "Machine"
            if opens, run.contains(where: { $0.title == section.title }) { close() }
            run.append(section)
        }
        close()
        return reports
    }

    /// A name is a word with a colon behind it; `Device-1` and `ID-2` begin a row of their own.
    private static func pairs(
        _ line: Substring
    ) -> [(name: String, value: String, opensRow: Bool)] {
        var pairs: [(name: String, value: String, opensRow: Bool)] = []
        for word in line.split(separator: " ") {
            if word.last == ":", word.count > 1 {
                let name = word.dropLast()
                let bare = name.split(separator: "-")
                let isRanked = bare.count == 2 && bare[1].allSatisfy(\.isNumber)
                pairs.append((String(isRanked ? bare[0] : name), "", isRanked))
            } else if !pairs.isEmpty {
                let last = pairs.count - 1
                pairs[last].value += pairs[last].value.isEmpty ? word : " \(word)"
            }
        }
        return pairs.map { pair in
            let says = pair.value != "N/A" && !pair.value.hasPrefix("<")
            return (pair.name, says ? pair.value : "", pair.opensRow)
        }
    }
}
