import Tabular

/// Reads what lshw prints when it is asked for nothing else: a tree by indentation, told as the JSON of the same program would.
enum LshwTextReader {
    /// One thing, with what stands below it.
    private struct Node {
        /// Where its star, or its name, stands.
        let depth: Int
        let title: [JSONTree.Member]
        var facts: [JSONTree.Member] = []
        var children: [JSONTree] = []

        /// False for a line that is none of the report's, such as a shell's prompt or a warning about rights: of a machine lshw
        /// says at least what it is.
        var isPart: Bool { depth > 0 || !facts.isEmpty }

        var tree: JSONTree {
            let below = JSONTree.Member(name: "children", value: .array(children))
            return .object(title + facts + (children.isEmpty ? [] : [below]))
        }
    }

    static func isReport(_ text: String) -> Bool {
        text.contains("*-") && text.contains("\n       description: ")
            || text.contains("  *-core\n") || text.contains("  *-core ")
            || text.contains("  *-") && LshwLabels.areKnown(in: text)
    }

    /// The machine, or an array of its parts when the program was asked for one class alone; nil for parts that are nested deeper
    /// than in any machine.
    static func tree(_ text: String) -> JSONTree? {
        var open: [Node] = []
        var roots: [JSONTree] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let bare = line.drop { $0 == " " }
            let depth = line.count - bare.count
            if bare.hasPrefix("*-") {
                close(&open, &roots, to: depth)
                guard open.count < JSONLimits().depth else { return nil }
                open.append(node(bare.dropFirst(2), depth))
            } else if depth == 0 {
                close(&open, &roots, to: 0)
                open.append(machine(bare))
            } else if !open.isEmpty, let fact = fact(bare) {
                open[open.count - 1].facts.append(fact)
            }
        }
        close(&open, &roots, to: 0)
        return .array(roots)
    }

    private static func close(_ open: inout [Node], _ roots: inout [JSONTree], to depth: Int) {
        while let last = open.last, last.depth >= depth {
            open.removeLast()
            let trees = last.isPart ? [last.tree] : last.children
            if open.isEmpty { roots += trees } else { open[open.count - 1].children += trees }
        }
    }

    private static func machine(_ name: Substring) -> Node {
        Node(
            depth: 0,
            title: [member("id", String(name.trimmingWhiteSpace)), member("class", "system")]
        )
    }

    /// "bank:0", "disk UNCLAIMED".
    private static func node(_ line: Substring, _ depth: Int) -> Node {
        let words = line.split(separator: " ")
        let id = words.first.map(String.init) ?? ""
        var title = [member("id", id), member("class", classOf(id))]
        if words.contains(where: { LshwLabels.switchedOff.contains(String($0)) }) {
            title.append(JSONTree.Member(name: "disabled", value: .bool(true)))
        }
        return Node(depth: depth, title: title)
    }

    /// The class that lshw gives the parts of this name; it prints the name alone.
    private static func classOf(_ id: String) -> String {
        let name = id.prefix { $0.isLetter }
        return switch name {
        case "core": "bus"
        case "memory", "bank", "cache", "firmware": "memory"
        case "cpu": "processor"
        case "network": "network"
        case "disk", "namespace": "disk"
        case "nvme", "storage", "sata", "ide", "scsi", "raid": "storage"
        case "display": "display"
        case "battery": "power"
        default: "generic"
        }
    }

    private static func fact(_ line: Substring) -> JSONTree.Member? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let name = LshwLabels.english(line[..<colon].filter { $0 != " " })
        let value = String(line[line.index(after: colon)...].trimmingWhiteSpace)
        guard !value.isEmpty else { return nil }
        switch name {
        case "configuration": return JSONTree.Member(name: name, value: settings(value))
        case "capabilities":
            let words = value.split(separator: " ").map { member(String($0), "true") }
            return JSONTree.Member(name: name, value: .object(words))
        case "size":
            guard let bytes = bytes(value) else { return nil }
            return JSONTree.Member(name: name, value: .number(String(bytes)))
        case "capacity":
            return Figures.milliwattHours(value).map {
                JSONTree.Member(name: name, value: .number(String($0)))
            }
        default: return member(name, value)
        }
    }

    /// `238GiB (256GB)`: what stands in brackets is not rounded to the eye.
    private static func bytes(_ value: String) -> Int? {
        let halves = value.split { $0 == "(" || $0 == ")" }
        return (halves.count > 1 ? Figures.bytes(String(halves[1])) : nil)
            ?? Figures.bytes(String(halves.first ?? ""))
    }

    /// `chassis=notebook family=ThinkPad T480 uuid=…`: a value ends where the next name begins.
    private static func settings(_ text: String) -> JSONTree {
        var members: [(name: String, value: String)] = []
        for word in text.split(separator: " ") {
            if let sign = word.firstIndex(of: "="), sign > word.startIndex {
                members.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
            } else if !members.isEmpty {
                members[members.count - 1].value += " \(word)"
            }
        }
        return .object(members.map { member($0.name, $0.value) })
    }

    private static func member(_ name: String, _ value: String) -> JSONTree.Member {
        JSONTree.Member(name: name, value: .string(value))
    }
}
