/// The known words for kinds inside of longer texts, and which of them decides over the others.
struct KindPhrases: Sendable {
    /// Where a word for an accessory or a part stands when the words beside it only say what it is for.
    enum Head: String, Sendable {
        case none = ""
        /// As French does: "housse portable", "chargeur pour PC portable".
        case first
        /// As English and German do: "monitor arm".
        case last
        /// "docking station for laptop", "laptop docking station".
        case either
        /// A word that also describes what stands before it: "portable" of "climatiseur portable" names nothing.
        case weak
        /// A word that names a kind by itself and nothing inside of a longer text: "bureau".
        case alone
    }

    struct Entry: Sendable {
        let reading: DeviceKinds.Reading
        let head: Head
        /// What else the word may stand for.
        let mayBe: DeviceTypes
    }

    struct Match: Sendable {
        let words: Range<Int>
        let reading: DeviceKinds.Reading
        let head: Head
        let mayBe: DeviceTypes
    }

    /// What stands between signs and words that join things: "PC portable" and "sacoche" of "PC portable + sacoche".
    struct Part: Sendable {
        var folded: [UInt8] = []
        var matches: [Match] = []

        /// The accessory that the part is about; nil when it names machines.
        var accessory: Match? {
            guard let first = matches.first else { return nil }
            if first.head == .first || first.head == .either { return first }
            let pairs = zip(matches, matches.dropFirst())
            return pairs.first { machine, accessory in
                [.last, .either].contains(accessory.head) && machine.head == .none
                    && machine.words.upperBound == accessory.words.lowerBound
            }?.1
        }

        /// What is named apart from the accessories that a machine comes with: "portable clavier azerty".
        var machines: [DeviceKinds.Reading] {
            let plain = matches.filter { $0.head == .none }
            return (plain.isEmpty ? matches : plain).map(\.reading)
        }
    }

    private var known: [[[UInt8]]: Entry] = [:]
    /// Words that a kind may stand behind without describing them: makers, "vieux".
    private var asides: Set<[UInt8]> = []
    private var longest = 1

    /// Two letters inside a longer text may be anything, and so may three that name a machine.
    mutating func add(_ word: String, _ entry: Entry) {
        guard entry.head != .alone else { return }
        let phrase = FoldedBytes.words(word).map(Self.singular)
        let least = entry.head == .none || entry.head == .weak ? 4 : 3
        guard FoldedBytes.fold(word).count >= least || phrase.count > 1 else { return }
        known[phrase] = entry
        longest = max(longest, phrase.count)
    }

    mutating func add(aside word: String) {
        for word in FoldedBytes.words(word) { asides.insert(Self.singular(word)) }
    }

    /// The parts of a text with the longest known phrases that begin in each.
    func parts(of text: String) -> [Part] {
        let (words, places) = Self.words(text)
        var parts: [Part] = []
        for (word, place) in zip(words, places) {
            while parts.count <= place { parts.append(Part()) }
            parts[place].folded += word
        }
        for match in matches(in: words) {
            parts[places[match.words.lowerBound]].matches.append(match)
        }
        return parts
    }

    /// The first word for an accessory of a text, with the words before it, and whether a part of the text ends before it.
    func accessory(in text: String) -> (match: Match, before: [[UInt8]], isFurther: Bool)? {
        let (words, places) = Self.words(text)
        guard let match = matches(in: words).first(where: { [.first, .either].contains($0.head) })
        else { return nil }
        let start = match.words.lowerBound
        return (match, Array(words[..<start]), places[start] > 0)
    }

    private func matches(in words: [[UInt8]]) -> [Match] {
        let all = words.map(Self.singular)
        var found: [Match] = []
        var start = 0
        while start < all.count {
            let most = min(longest, all.count - start)
            let length = stride(from: most, to: 0, by: -1).first { length in
                known[Array(all[start..<start + length])] != nil
            }
            if let length, let entry = known[Array(all[start..<start + length])],
                entry.head != .weak || !describes(start, all, behind: found.last)
            {
                found.append(
                    Match(
                        words: start..<start + length,
                        reading: entry.reading,
                        head: entry.head == .weak ? .none : entry.head,
                        mayBe: entry.mayBe
                    )
                )
            }
            start += length ?? 1
        }
        return found
    }

    /// Whether a word stands behind one that is not known, and therefore says of what sort that is.
    private func describes(_ place: Int, _ words: [[UInt8]], behind last: Match?) -> Bool {
        var before = place - 1
        while before >= 0, Self.links.contains(words[before]) { before -= 1 }
        guard before >= 0, before >= last?.words.upperBound ?? 0 else { return false }
        let word = words[before]
        return !asides.contains(word) && !Self.joining.contains(word)
            && !word.contains { $0 <= UInt8(ascii: "9") }
    }

    private static let links: Set<[UInt8]> = Set(
        ["de", "du", "des", "d", "la", "le", "l", "en", "a", "di", "da", "del"].map {
            FoldedBytes.fold($0)
        }
    )

    private static let joining: Set<[UInt8]> = Set(
        [
            "et", "and", "und", "avec", "with", "mit", "sans", "without", "ohne", "plus", "con",
            "incl", "inkl", "inclus",
        ].map { FoldedBytes.fold($0) }
    )

    /// The words of a text, and the number of the part in which each stands.
    private static func words(_ text: String) -> (words: [[UInt8]], places: [Int]) {
        var words: [[UInt8]] = []
        var places: [Int] = []
        var place = 0
        for piece in text.split(whereSeparator: { "+&,;/(\n".contains($0) }) {
            for word in FoldedBytes.words(String(piece)) {
                if joining.contains(word), !words.isEmpty { place += 1 }
                words.append(word)
                places.append(place)
            }
            if !words.isEmpty { place += 1 }
        }
        return (words, places)
    }

    /// Without the "s" of a plural; words of three letters keep it.
    private static func singular(_ word: [UInt8]) -> [UInt8] {
        word.count > 3 && word.last == UInt8(ascii: "s") ? word.dropLast() : word
    }
}
