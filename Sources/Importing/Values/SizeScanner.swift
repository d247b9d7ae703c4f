/// Finds the numbers with units in a cell.
struct SizeScanner {
    private(set) var sizes: [Double] = []
    /// Numbers without unit.
    private(set) var bare: [Double] = []
    private(set) var kind: StorageKind?
    private(set) var hasUnknownWord = false
    /// The readings of a number whose comma may be of thousands or of decimals.
    private(set) var ambiguity: [String]?

    private let text: [UInt8]
    private let quantity: Units.Quantity
    private let units: Units
    private var index = 0

    init(_ cell: LentBytes, _ quantity: Units.Quantity, _ units: Units) {
        text = BlankBytes.plain(cell.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
        self.quantity = quantity
        self.units = units
    }

    /// - Returns: false when the cell cannot be read as sizes.
    mutating func scan() -> Bool {
        // What stands in parentheses explains the size before it.
        while index < text.count, text[index] != UInt8(ascii: "(") {
            if isDigit(text[index]) {
                guard scanSize() else { return false }
            } else if isLetter(text[index]) {
                note(word: takeWord(withDigits: true))
            } else if text[index] == UInt8(ascii: "-"), sizes.isEmpty, bare.isEmpty, nextIsDigit {
                return false
            } else {
                index += 1
            }
        }
        return true
    }

    private var nextIsDigit: Bool { index + 1 < text.count && isDigit(text[index + 1]) }

    private mutating func scanSize() -> Bool {
        guard var number = takeNumber() else { return false }
        skipSpaces()
        if takesTimes(), let times = takeNumber() {
            number *= times
            skipSpaces()
        }
        guard index < text.count, isLetter(text[index]) else {
            bare.append(number)
            return ambiguity == nil
        }
        let word = takeWord(withDigits: false)
        guard let factor = units.factor(word, of: quantity) else {
            bare.append(number)
            note(word: word)
            return true
        }
        // "1T500" is said of 1.5 TB.
        if word == "t", index < text.count, isDigit(text[index]), let rest = takeNumber() {
            number += rest / 1000
            _ = takeWord(withDigits: false)
        }
        if ambiguity != nil, factor < 1e12 { return false }
        ambiguity = nil
        sizes.append(number * factor)
        return true
    }

    /// "2 x 8": the sign between two factors.
    private mutating func takesTimes() -> Bool {
        let isTimes = index < text.count && text[index] == UInt8(ascii: "x")
        guard isTimes else { return false }
        var next = index + 1
        while next < text.count, text[next] == 0x20 { next += 1 }
        guard next < text.count, isDigit(text[next]) else { return false }
        index = next
        return true
    }

    /// A number with a decimal comma or point, and spaces between thousands.
    private mutating func takeNumber() -> Double? {
        var digits = takeDigits()
        while let groupStart = thousandsStart() {
            index = groupStart
            digits += takeDigits()
        }
        guard digits.count <= 18 else { return nil }
        let hasFraction =
            index + 1 < text.count && (text[index] == 0x2C || text[index] == 0x2E) && nextIsDigit
        guard hasFraction else { return Double(digits) }
        index += 1
        let fraction = takeDigits()
        if fraction.count == 3, digits.count <= 3, digits != "0" {
            ambiguity = ["\(digits),\(fraction)", digits + fraction]
        }
        return Double("\(digits).\(fraction.prefix(15))")
    }

    /// Where the three digits behind a space of thousands begin; nil when what follows is something else.
    private func thousandsStart() -> Int? {
        guard index < text.count, text[index] == 0x20 else { return nil }
        let next = index + 1
        let group = text[next...].prefix { isDigit($0) }
        return group.count == 3 ? next : nil
    }

    private mutating func takeDigits() -> String {
        let digits = text[index...].prefix { isDigit($0) }
        index += digits.count
        return String(decoding: digits, as: UTF8.self)
    }

    private mutating func takeWord(withDigits: Bool) -> String {
        let word = text[index...].prefix {
            isLetter($0) || (withDigits && (isDigit($0) || $0 == 0x2E || $0 == 0x2D))
        }
        index += word.count
        return String(decoding: word, as: UTF8.self)
    }

    private mutating func note(word: String) {
        if let named = StorageKind(word: word) {
            kind = kind == .nvme ? .nvme : named
        } else if !word.hasPrefix("ddr"), !["de", "ram", "sata", "m.2", "pcie"].contains(word) {
            hasUnknownWord = true
        }
    }

    private mutating func skipSpaces() {
        while index < text.count, text[index] == 0x20 { index += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private func isLetter(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0xC3 && byte != 0xE2)
    }
}
