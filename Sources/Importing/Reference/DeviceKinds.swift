import Domain
import Tabular

/// The words by which lists name types of devices.
struct DeviceKinds: Sendable {
    /// What a cell says of a kind.
    enum Reading: Equatable {
        case type(DeviceType)
        /// A word that stands where a kind belongs and says none, such as the "Windows" of network scanners.
        case unsaid
        /// No word of it is known, or it names several kinds.
        case unknown
    }

    private var readings: [[UInt8]: Reading] = [:]
    private var phrases: [[[UInt8]]: Reading] = [:]
    private var longestPhrase = 1
    private var words: [(folded: [UInt8], word: String)] = []

    init(_ text: String) throws(ReferenceFault) {
        let table = try ReferenceTable(text, name: "device_kinds", columns: ["word", "type"])
        for (index, row) in table.rows.enumerated() {
            guard let word = row["word"], let reading = Self.reading(row["type"] ?? "") else {
                throw ReferenceFault(table: "device_kinds", line: index + 2)
            }
            readings[FoldedBytes.fold(word)] = reading
            guard reading != .unsaid else { continue }
            words.append((FoldedBytes.fold(word), word))
            let phrase = FoldedBytes.words(word).map(Self.singular)
            // Two letters inside a longer text may be anything.
            guard FoldedBytes.fold(word).count >= 4 || phrase.count > 1 else { continue }
            phrases[phrase] = reading
            longestPhrase = max(longestPhrase, phrase.count)
        }
    }

    private static func reading(_ word: String) -> Reading? {
        word == "unsaid" ? .unsaid : DeviceType(rawValue: word).map(Reading.type)
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
            case .unsaid, .unknown: false
            }
        }
        return further ? parts.filter { !$0.isEmpty } : nil
    }

    private func partReading(_ part: String) -> Reading {
        readings[FoldedBytes.fold(part)] ?? contained(in: part)
    }

    /// Without the "s" of a plural; words of three letters keep it.
    private static func singular(_ word: [UInt8]) -> [UInt8] {
        word.count > 3 && word.last == UInt8(ascii: "s") ? word.dropLast() : word
    }

    /// Whether a text is a known word for a kind, with nothing else in it.
    func knows(wholly text: String) -> Bool {
        readings[FoldedBytes.fold(text)] != nil
    }

    /// The longest known phrases win; two that disagree leave it to a person.
    private func contained(in text: String) -> Reading {
        let all = FoldedBytes.words(text).map(Self.singular)
        var found: [Reading] = []
        var start = 0
        while start < all.count {
            let longest = min(longestPhrase, all.count - start)
            let match = stride(from: longest, to: 0, by: -1).first { length in
                phrases[Array(all[start..<start + length])] != nil
            }
            if let match, let reading = phrases[Array(all[start..<start + match])] {
                found.append(reading)
            }
            start += match ?? 1
        }
        guard let first = found.first, found.allSatisfy({ $0 == first }) else { return .unknown }
        return first
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
