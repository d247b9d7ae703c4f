/// Reads the plain YAML that programs write: block mappings, block sequences and scalars.
///
/// Strict: whatever two readers could understand in two ways is refused with its line. Scalars stay as they are written; only
/// `null`, `~`, `true` and `false` mean something else.
public struct YAMLReader {
    private struct Line {
        let number: Int
        let indent: Int
        /// Without indentation, comment and trailing space; never empty.
        let text: Substring
    }

    private let lines: [Line]
    private let limits: JSONLimits
    private var next = 0
    private var values = 0

    /// - Throws: ``YAMLFault`` for a tab in an indentation.
    public init(_ text: String, limits: JSONLimits = JSONLimits()) throws(YAMLFault) {
        self.limits = limits
        var lines: [Line] = []
        let written = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in written.enumerated() {
            let spaces = line.prefix { $0 == " " }.count
            let rest = Self.withoutComment(line.dropFirst(spaces)).trimmingTrailingSpace
            guard !rest.isEmpty else { continue }
            guard rest.first != "\t" else {
                throw YAMLFault(reason: .indentation, line: index + 1)
            }
            lines.append(Line(number: index + 1, indent: spaces, text: rest))
        }
        self.lines = lines
    }

    /// A comment begins the line or follows a space, outside of quotes.
    private static func withoutComment(_ text: Substring) -> Substring {
        var quote: Character?
        var before: Character = " "
        for index in text.indices {
            let sign = text[index]
            if let open = quote {
                if sign == open { quote = nil }
            } else if sign == "#", before == " " {
                return text[..<index]
            } else if sign == "\"" || sign == "'", before == " " || before == ":" {
                quote = sign
            }
            before = sign
        }
        return text
    }

    /// The one document of the text.
    ///
    /// - Throws: ``YAMLFault`` with the line that cannot be read.
    public mutating func document() throws(YAMLFault) -> JSONTree {
        if next < lines.count, lines[next].text == "---" { next += 1 }
        guard next < lines.count else { return .null }
        let value = try block(indent: lines[next].indent, depth: 0)
        if next < lines.count, lines[next].text == "..." { next += 1 }
        guard next == lines.count else { throw fault(.indentation) }
        return value
    }

    private func fault(_ reason: YAMLFault.Reason) -> YAMLFault {
        YAMLFault(reason: reason, line: lines[min(next, lines.count - 1)].number)
    }

    private mutating func block(indent: Int, depth: Int) throws(YAMLFault) -> JSONTree {
        guard depth < limits.depth else { throw fault(.tooDeep) }
        if Self.isItem(lines[next].text) { return try sequence(indent: indent, depth: depth) }
        return try mapping(indent: indent, first: nil, depth: depth)
    }

    private static func isItem(_ text: Substring) -> Bool { text == "-" || text.hasPrefix("- ") }

    private mutating func sequence(indent: Int, depth: Int) throws(YAMLFault) -> JSONTree {
        var items: [JSONTree] = []
        while next < lines.count, lines[next].indent == indent, Self.isItem(lines[next].text) {
            let rest = lines[next].text.dropFirst().drop { $0 == " " }
            let column = indent + (lines[next].text.count - rest.count)
            try countValue()
            if rest.isEmpty {
                next += 1
                items.append(try nested(deeperThan: indent, depth: depth))
            } else if Self.member(rest) != nil {
                items.append(try mapping(indent: column, first: rest, depth: depth + 1))
            } else {
                items.append(try scalar(rest))
                next += 1
            }
        }
        try endBlock(indent)
        return .array(items)
    }

    private mutating func countValue() throws(YAMLFault) {
        values += 1
        guard values <= limits.values else { throw fault(.tooLong) }
    }

    /// A mapping whose first member may stand behind the sign of an item.
    private mutating func mapping(
        indent: Int,
        first: Substring?,
        depth: Int
    ) throws(YAMLFault) -> JSONTree {
        guard depth < limits.depth else { throw fault(.tooDeep) }
        var members: [JSONTree.Member] = []
        var names: Set<String> = []
        var text = first
        while next < lines.count, text != nil || lines[next].indent == indent {
            let written = text ?? lines[next].text
            if text == nil, Self.isItem(written) || written == "..." { break }
            text = nil
            guard let (name, value) = Self.member(written) else { throw fault(.unexpected) }
            guard names.insert(name).inserted else { throw fault(.nameTwice) }
            try countValue()
            guard value.isEmpty else {
                members.append(JSONTree.Member(name: name, value: try scalar(value)))
                next += 1
                continue
            }
            next += 1
            members.append(JSONTree.Member(name: name, value: try whatStandsBelow(indent, depth)))
        }
        try endBlock(indent)
        return .object(members)
    }

    /// What stands below a name: a sequence may stand as deep as the name itself.
    private mutating func whatStandsBelow(_ indent: Int, _ depth: Int) throws(YAMLFault) -> JSONTree
    {
        if next < lines.count, lines[next].indent == indent, Self.isItem(lines[next].text) {
            return try sequence(indent: indent, depth: depth + 1)
        }
        return try nested(deeperThan: indent, depth: depth)
    }

    private mutating func nested(deeperThan indent: Int, depth: Int) throws(YAMLFault) -> JSONTree {
        guard next < lines.count, lines[next].indent > indent else { return .null }
        return try block(indent: lines[next].indent, depth: depth + 1)
    }

    /// What follows a block stands less deep.
    private func endBlock(_ indent: Int) throws(YAMLFault) {
        guard next < lines.count else { return }
        if lines[next].indent > indent { throw fault(.indentation) }
    }

    /// The name before a colon that a space or nothing follows, and what stands behind it.
    private static func member(_ text: Substring) -> (name: String, value: Substring)? {
        if let quote = text.first, quote == "\"" || quote == "'" {
            guard let end = text.dropFirst().firstIndex(of: quote) else { return nil }
            let rest = text[text.index(after: end)...]
            guard rest.first == ":", rest.count == 1 || rest.dropFirst().first == " " else {
                return nil
            }
            let name = text[text.index(after: text.startIndex)..<end]
            return (String(name), rest.dropFirst().drop { $0 == " " })
        }
        for index in text.indices where text[index] == ":" {
            let after = text[text.index(after: index)...]
            guard after.isEmpty || after.first == " " else { continue }
            guard index > text.startIndex, !"[{&*!|>%@`\"'".contains(text[text.startIndex]) else {
                return nil
            }
            return (String(text[..<index].trimmingTrailingSpace), after.drop { $0 == " " })
        }
        return nil
    }

    private func scalar(_ text: Substring) throws(YAMLFault) -> JSONTree {
        switch text {
        case "null", "~", "Null", "NULL": return .null
        case "true", "True": return .bool(true)
        case "false", "False": return .bool(false)
        case "[]": return .array([])
        case "{}": return .object([])
        default: break
        }
        guard let first = text.first else { return .null }
        if first == "\"" || first == "'" { return .string(try quoted(text, first)) }
        guard !"[{&*!|>%@`".contains(first) else { throw fault(.notSupported) }
        return .string(String(text))
    }

    /// A quoted scalar on one line; in double quotes only `\"`, `\\`, `\n` and `\t` are known.
    private func quoted(_ text: Substring, _ quote: Character) throws(YAMLFault) -> String {
        let inner = text.dropFirst()
        var value = ""
        var index = inner.startIndex
        while index < inner.endIndex {
            let sign = inner[index]
            let after = inner.index(after: index)
            if sign == quote {
                if quote == "'", after < inner.endIndex, inner[after] == "'" {
                    value.append("'")
                    index = inner.index(after: after)
                    continue
                }
                guard after == inner.endIndex else { throw fault(.unexpected) }
                return value
            }
            if sign == "\\", quote == "\"" {
                guard after < inner.endIndex, let escaped = Self.escapes[inner[after]] else {
                    throw fault(.notSupported)
                }
                value.append(escaped)
                index = inner.index(after: after)
                continue
            }
            value.append(sign)
            index = after
        }
        throw fault(.notSupported)
    }

    private static let escapes: [Character: Character] = [
        "\"": "\"", "\\": "\\", "n": "\n", "t": "\t", "/": "/",
    ]
}

extension Substring {
    /// Without the white space behind.
    fileprivate var trimmingTrailingSpace: Substring {
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex
        return self[startIndex..<end]
    }
}
