/// What people write in the column of serial numbers that is none: "non visible", "HS", "(écran cassé)".
///
/// No list of words has them all. A serial number without a figure is rare, and then it is of capitals without sense.
enum SerialRemark {
    /// Whether the cell is a phrase of some language, and no number of a machine.
    static func isPhrase(_ cell: LentBytes) -> Bool {
        let text = String(decoding: cell.prefix(longest), as: UTF8.self)
        guard !text.contains(where: \.isNumber) else { return isPhraseWithFigures(text) }
        let words = text.split { !$0.isLetter }
        if words.reduce(0, { $0 + $1.count }) <= 3 { return true }
        if words.contains(where: { !$0.allSatisfy(\.isASCII) }) { return true }
        if text.contains(where: \.isWhitespace) { return words.contains(where: isSpoken) }
        return words.contains { isWritten($0, least: 1) }
            && words.allSatisfy { $0.dropFirst().allSatisfy(\.isLowercase) }
    }

    /// A serial number and the remark that stands behind it; nil where nothing there is a remark.
    static func parted(_ cell: LentBytes, _ isKnown: (LentBytes) -> Bool) -> Parted? {
        guard cell.count <= longest, !cell.contains(UInt8(ascii: "?")) else { return nil }
        for place in places(in: cell) {
            let number = LentBytes(rebasing: cell[..<place.end]).trimmed
            let remark = LentBytes(rebasing: cell[place.start...])
            guard isNumber(number) else { continue }
            let words = String(decoding: remark, as: UTF8.self)
            let least = place.isSpace ? 4 : 3
            let isRemark = isPhraseWithFigures(words, least: least, words: 1)
            if isRemark || !place.isSpace && isKnown(remark) {
                return Parted(number: number, remark: remark)
            }
        }
        return nil
    }

    struct Parted {
        let number: LentBytes
        let remark: LentBytes
    }

    /// More than anybody writes beside a number.
    private static let longest = 200

    private struct Place {
        /// Where the number ends, and where the remark begins.
        let end, start: Int
        let isSpace: Bool
    }

    /// Where a remark may begin: at a bracket that the cell closes, at a sign between spaces, at a space.
    private static func places(in cell: LentBytes) -> [Place] {
        var places: [Place] = []
        if cell.last == UInt8(ascii: ")"), let open = cell.firstIndex(of: UInt8(ascii: "(")) {
            places.append(Place(end: open, start: open, isSpace: false))
        }
        if cell.last == UInt8(ascii: "]"), let open = cell.firstIndex(of: UInt8(ascii: "[")) {
            places.append(Place(end: open, start: open, isSpace: false))
        }
        for index in cell.indices.dropFirst().dropLast() {
            let (byte, next) = (cell[index], cell[index + 1])
            if ",;:\n\r".utf8.contains(byte) || byte == 0x20 && "-/".utf8.contains(next) {
                let start = byte == 0x20 ? index + 1 : index
                places.append(Place(end: index, start: start, isSpace: false))
            } else if byte == 0x20 {
                places.append(Place(end: index, start: index + 1, isSpace: true))
            }
        }
        return places
    }

    private static func isNumber(_ cell: LentBytes) -> Bool {
        cell.count >= 4 && cell.contains { $0 >= 0x30 && $0 <= 0x39 } && !isPhrase(cell)
    }

    /// "voir ligne 12": words, and no figures that are long enough for a number.
    private static func isPhraseWithFigures(
        _ text: String,
        least: Int = 4,
        words: Int = 2
    ) -> Bool {
        let isNumbered = text.split { !$0.isLetter && !$0.isNumber }.contains { part in
            part.count >= 4 && part.contains(where: \.isNumber)
        }
        guard !isNumbered else { return false }
        return text.split { !$0.isLetter }.count { isWritten($0, least: least) } >= words
    }

    /// A word in small letters, perhaps behind a capital, that can be spoken.
    private static func isWritten(_ word: Substring, least: Int) -> Bool {
        guard word.count >= least, word.dropFirst().allSatisfy(\.isLowercase),
            word.last?.isLowercase == true
        else { return false }
        return isSpoken(word)
    }

    /// Makers leave the vowels out of their numbers, so that none of them is a word.
    private static func isSpoken(_ word: Substring) -> Bool {
        word.contains { !$0.isASCII || "aeiouyAEIOUY".contains($0) }
    }
}
