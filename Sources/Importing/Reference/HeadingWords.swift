/// Words inside of headings that no list knows as a whole: those that say what the column is of, and those that betray a person.
///
/// And whole headings of a mark that a program sets on rows that it keeps and no longer shows.
struct HeadingWords: Sendable {
    /// "Computer" of "Computer Serial Number", "annotated" of "annotatedAssetId".
    private var leads: Set<[UInt8]> = []
    /// "name" of "manufacturer.name", where a program wraps a value into an object.
    private var wrappers: Set<[UInt8]> = []
    /// "user", and "managedby", of which the words stand behind each other.
    private var personal: Set<[UInt8]> = []
    /// The most words of one of them.
    private var longestPersonal = 1
    /// "Name", which is that of a person beside "First name".
    private var names: Set<[UInt8]> = []
    private var firstNames: Set<[UInt8]> = []
    /// "Description", which says what a row is of where no other column does.
    private var descriptions: Set<[UInt8]> = []
    /// "is_deleted".
    private var discarded: Set<[UInt8]> = []

    /// - Returns: False when `role` is none of these, and the word is not taken.
    mutating func add(_ word: String, _ role: String) -> Bool {
        switch role {
        case "lead": leads.insert(FoldedBytes.fold(word))
        case "wrapper": wrappers.insert(FoldedBytes.fold(word))
        case "personal_word":
            personal.insert(FoldedBytes.fold(word))
            longestPersonal = max(longestPersonal, Self.parts(word).count)
        case "name": names.insert(FoldedBytes.fold(word))
        case "first_name": firstNames.insert(FoldedBytes.fold(word))
        case "description": descriptions.insert(FoldedBytes.fold(word))
        case "discarded": discarded.insert(FoldedBytes.fold(word))
        default: return false
        }
        return true
    }

    /// In bytes; nobody reads a longer one, and what it may be is written anew without each of its words.
    private static let headingAtMost = 256
    private static let leadsAtMost = 4

    /// What the heading may be without the words that it can do without, the longest first: "AssetId" and "Id" of
    /// "annotatedAssetId"; nothing for one that has more of them than anybody writes.
    func shorter(_ heading: String) -> [String] {
        guard heading.utf8.count <= Self.headingAtMost else { return [] }
        let path = heading.split(separator: "." as Character)
        let last = path.last.map { FoldedBytes.fold(String($0)) } ?? []
        let isWrapped = path.count > 1 && wrappers.contains(last)
        let words = Self.words(isWrapped ? path.dropLast().joined(separator: " ") : heading)
        let leading = words.dropLast().prefix { leads.contains(FoldedBytes.fold($0)) }.count
        guard leading <= Self.leadsAtMost else { return [] }
        return (0...leading).dropFirst(isWrapped ? 0 : 1).map { count in
            words.dropFirst(count).joined(separator: " ")
        }
    }

    func nameAPerson(_ heading: String) -> Bool {
        guard !personal.isEmpty else { return false }
        let parts = Self.parts(heading)
        return parts.indices.contains { start in
            var phrase: [UInt8] = []
            return parts[start...].prefix(longestPersonal).contains { part in
                phrase += part
                return personal.contains(phrase) || personal.contains(Self.singular(phrase))
            }
        }
    }

    /// The words as small as they can be parted: "l'élève" is two, and so is "BitLocker".
    private static func parts(_ heading: String) -> [[UInt8]] {
        words(heading).flatMap { FoldedBytes.words($0) }
    }

    func isName(_ heading: String) -> Bool { names.contains(FoldedBytes.fold(heading)) }

    func isFirstName(_ heading: String) -> Bool {
        firstNames.contains(FoldedBytes.fold(heading))
    }

    func isDescription(_ heading: String) -> Bool {
        descriptions.contains(FoldedBytes.fold(heading))
    }

    private static func singular(_ word: [UInt8]) -> [UInt8] {
        word.count > 3 && word.last == UInt8(ascii: "s") ? word.dropLast() : word
    }

    func marksDiscarded(_ heading: String) -> Bool {
        discarded.contains(FoldedBytes.fold(heading))
    }

    /// The words of "Details_Table0_AssetTag" and "annotatedAssetId", parted at signs and before capitals; a sign that stands for
    /// something, such as that of "S/N", parts nothing.
    private static func words(_ heading: String) -> [String] {
        var words: [String] = [""]
        var last: Character = " "
        for letter in heading {
            if letter.isWhitespace || "_.-:".contains(letter) {
                words.append("")
            } else {
                if letter.isUppercase, last.isLowercase { words.append("") }
                words[words.count - 1].append(letter)
            }
            last = letter
        }
        return words.filter { !$0.isEmpty }
    }
}
