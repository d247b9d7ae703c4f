import Domain
import Tabular

/// The words by which lists name types of devices.
struct DeviceKinds: Sendable {
    /// What a cell says of a kind.
    enum Reading: Equatable {
        case type(DeviceType)
        /// What is built into a machine or used up by it: a module of memory, toner.
        case part
        /// A word that stands where a kind belongs and says none, such as the "Windows" of network scanners.
        case unsaid
        /// No word of it is known, it names several kinds, or a thing that is no device: "chaise de bureau".
        case unknown
    }

    private var readings: [[UInt8]: Reading] = [:]
    /// Words that yield to what the model is known to be, with the types to which they do.
    private var generic: [[UInt8]: DeviceTypes] = [:]
    private(set) var phrases = KindPhrases()
    private var words: [(folded: [UInt8], word: String)] = []

    init(_ text: String) throws(ReferenceFault) {
        let table = try ReferenceTable(
            text,
            name: "device_kinds",
            columns: ["word", "type", "head", "may_be"]
        )
        for (index, row) in table.rows.enumerated() {
            guard let word = row["word"], let type = row["type"],
                let head = KindPhrases.Head(rawValue: row["head"] ?? ""),
                let mayBe = DeviceTypes(words: row["may_be"] ?? ""), add(word, type, head, mayBe)
            else { throw ReferenceFault(table: "device_kinds", line: index + 2) }
        }
    }

    private mutating func add(
        _ word: String,
        _ type: String,
        _ head: KindPhrases.Head,
        _ mayBe: DeviceTypes
    ) -> Bool {
        guard type != "aside" else {
            phrases.add(aside: word)
            return true
        }
        guard let reading = Self.reading(type) else { return false }
        let folded = FoldedBytes.fold(word)
        readings[folded] = reading
        if !mayBe.isEmpty { generic[folded] = mayBe }
        guard reading != .unsaid else { return true }
        if case .type = reading { words.append((folded, word)) }
        phrases.add(word, KindPhrases.Entry(reading: reading, head: head, mayBe: mayBe))
        return true
    }

    private static func reading(_ word: String) -> Reading? {
        switch word {
        case "unsaid": .unsaid
        case "part": .part
        case "other": .unknown
        default: DeviceType(rawValue: word).map(Reading.type)
        }
    }

    /// What else than its ``reading(_:scratch:)`` a cell may stand for: "PC" is whatever its model is.
    func alternatives(_ bytes: LentBytes, scratch: inout [UInt8]) -> DeviceTypes {
        FoldedBytes.fold(bytes, into: &scratch)
        guard readings[scratch] == nil else { return generic[scratch] ?? DeviceTypes() }
        let text = String(decoding: bytes.prefix(200), as: UTF8.self)
        let named = phrases.parts(of: text).flatMap(\.matches).filter { $0.head == .none }
        guard var common = named.first?.mayBe else { return DeviceTypes() }
        for match in named.dropFirst() { common.formIntersection(match.mayBe) }
        return common
    }

    /// Whether a text is a known word for a kind in the plural, as the titles of sections are: "Écrans", "PC portables".
    func isPlural(_ words: [[UInt8]]) -> Bool {
        let single = words.map { word in
            word.count > 3 && word.last == UInt8(ascii: "s") ? word.dropLast() : word
        }
        guard single != words, case .type = readings[Array(single.joined())] else { return false }
        return true
    }

    /// What a cell names: as a whole, or by the known words in it, as "PC portable 15 pouces" does.
    func reading(_ bytes: LentBytes, scratch: inout [UInt8]) -> Reading {
        FoldedBytes.fold(bytes, into: &scratch)
        if let whole = readings[scratch] { return whole }
        return contained(in: String(decoding: bytes.prefix(200), as: UTF8.self))
    }

    /// The parts of a text that each name a machine of its own, such as "PC + écran + clavier"; nil for one machine.
    ///
    /// Keyboards and the like go with their machine. A known word is one kind, whatever it is made of: "Unité + écran".
    func severalMachines(in bytes: LentBytes, parting separators: String) -> [String]? {
        let text = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard !knows(wholly: text) else { return nil }
        let words = text.replacing(" et ", with: " + ").replacing(" and ", with: " + ")
        let parts = words.split { separators.contains($0) }.map {
            String($0.trimmingWhiteSpace)
        }
        let further = parts.dropFirst().contains { part in
            switch partReading(part) {
            case .type(let type): type != .peripheral
            case .part, .unsaid, .unknown: false
            }
        }
        return further ? parts.filter { !$0.isEmpty } : nil
    }

    private func partReading(_ part: String) -> Reading {
        readings[FoldedBytes.fold(part)] ?? contained(in: part)
    }

    /// Whether a text is a known word for a kind, with nothing else in it.
    func knows(wholly text: String) -> Bool {
        readings[FoldedBytes.fold(text)] != nil
    }

    /// What the parts of a text agree upon; two that disagree leave it to a person.
    ///
    /// Accessories behind the first part go with the machine that it names: "Laptop with charger".
    private func contained(in text: String) -> Reading {
        var found: [Reading] = []
        for part in phrases.parts(of: text) {
            let said = said(by: part)
            let isAccessory = said.allSatisfy { $0 == .type(.peripheral) || $0 == .part }
            guard found.isEmpty || !isAccessory && part.accessory == nil else { continue }
            found += said
        }
        guard let first = found.first, found.allSatisfy({ $0 == first }) else { return .unknown }
        return first
    }

    private func said(by part: KindPhrases.Part) -> [Reading] {
        if let accessory = part.accessory { return [accessory.reading] }
        guard part.matches.isEmpty, case .type(let type) = readings[part.folded] else {
            return part.machines
        }
        return [.type(type)]
    }

    /// Up to three known words that a typing mistake may have been meant for.
    func nearest(to bytes: LentBytes) -> [String] {
        var folded: [UInt8] = []
        FoldedBytes.fold(LentBytes(rebasing: bytes.prefix(40)), into: &folded)
        let limit = max(1, folded.count / 3)
        let near = words.map { (EditDistance.between(folded, $0.folded), $0.word) }
            .filter { $0.0 <= limit }
            .sorted { $0.0 < $1.0 }
        return near.prefix(3).map(\.1)
    }
}

/// How many letters must be typed, dropped or changed between two words.
public enum EditDistance {
    public static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let changed = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
