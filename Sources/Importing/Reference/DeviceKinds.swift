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
        /// No word of it is known, or it names several kinds.
        case unknown
    }

    private var readings: [[UInt8]: Reading] = [:]
    private(set) var phrases = KindPhrases()
    private var words: [(folded: [UInt8], word: String)] = []

    init(_ text: String) throws(ReferenceFault) {
        let table = try ReferenceTable(
            text,
            name: "device_kinds",
            columns: ["word", "type", "head"]
        )
        for (index, row) in table.rows.enumerated() {
            guard let word = row["word"], let reading = Self.reading(row["type"] ?? ""),
                let head = KindPhrases.Head(rawValue: row["head"] ?? "")
            else { throw ReferenceFault(table: "device_kinds", line: index + 2) }
            readings[FoldedBytes.fold(word)] = reading
            guard reading != .unsaid else { continue }
            if reading != .part { words.append((FoldedBytes.fold(word), word)) }
            phrases.add(word, reading, head)
        }
    }

    private static func reading(_ word: String) -> Reading? {
        switch word {
        case "unsaid": .unsaid
        case "part": .part
        default: DeviceType(rawValue: word).map(Reading.type)
        }
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
