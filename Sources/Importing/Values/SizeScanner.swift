/// Finds the numbers with units in a cell.
struct SizeScanner {
    /// What stands between two signs of addition.
    struct Summand {
        var sizes: [Double] = []
        /// Numbers without unit.
        var bare: [Double] = []
    }

    private(set) var summands = [Summand()]
    private(set) var kind: StorageKind?
    private(set) var hasUnknownWord = false
    /// Whether a word only says that there are pieces: "disque", "barrettes".
    private(set) var hasPieceWord = false
    /// Whether drives of two technologies are named.
    private(set) var hasSeveralKinds = false
    /// Whether the last number has three decimals, or as many thousands.
    private(set) var hasThreeDecimals = false
    /// What forbids to read the cell, where more can be said than that it is no size.
    private(set) var problem: Problem?
    /// What one of the last unit is.
    private(set) var lastFactor = 1.0

    var sizes: [Double] { summands.flatMap(\.sizes) }
    var bare: [Double] { summands.flatMap(\.bare) }

    private var hasSizes: Bool { summands.contains { !$0.sizes.isEmpty } }
    private var hasNumbers: Bool {
        summands.contains { !$0.sizes.isEmpty || !$0.bare.isEmpty }
    }

    private let text: [UInt8]
    private let quantity: Units.Quantity
    private let units: Units
    private var index = 0

    init(_ cell: LentBytes, _ quantity: Units.Quantity, _ units: Units) {
        let small = BlankBytes.plain(cell.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
        text = Array(String(decoding: small, as: UTF8.self).replacing("×", with: "x").utf8)
        self.quantity = quantity
        self.units = units
    }

    /// - Returns: false when the cell cannot be read as sizes.
    mutating func scan() -> Bool {
        // What stands in parentheses explains the size before it.
        while index < text.count, text[index] != UInt8(ascii: "(") {
            if isDigit(text[index]) {
                guard scanSize() else { return false }
            } else if takesKind() {
                continue
            } else if isLetter(text[index]) {
                let word = takeWord(withDigits: true)
                // What can be built in is not built in.
                if hasSizes, SizeWords.most.contains(word) { return true }
                guard hear(word) else { return false }
            } else if "+&".utf8.contains(text[index]) {
                summands.append(Summand())
                index += 1
            } else if text[index] == UInt8(ascii: "-"), !hasNumbers, nextIsDigit {
                return false
            } else {
                index += 1
            }
        }
        return true
    }

    /// "SSD256", "SSD-256": the kind of a drive against its size.
    private mutating func takesKind() -> Bool {
        let letters = text[index...].prefix(6).prefix { isLetter($0) }
        var next = index + letters.count
        guard next < text.count, !letters.isEmpty else { return false }
        if text[next] == UInt8(ascii: "-") { next += 1 }
        let word = String(decoding: letters, as: UTF8.self)
        guard next < text.count, isDigit(text[next]), StorageKind(word: word) != nil else {
            return false
        }
        note(word: word)
        index = next
        return true
    }

    /// - Returns: false when the word leaves open which of two sizes it is.
    private mutating func hear(_ word: String) -> Bool {
        if SizeWords.adding.contains(word) {
            summands.append(Summand())
        } else if SizeWords.choosing.contains(word), hasNumbers {
            problem = .severalSizes
            return false
        } else {
            note(word: word)
        }
        return true
    }

    private var nextIsDigit: Bool { index + 1 < text.count && isDigit(text[index + 1]) }

    private mutating func scanSize() -> Bool {
        guard var number = takeNumber() else { return false }
        skipSpaces()
        if takesTimes() || takesPieces(number), let times = takeNumber() {
            number *= times
            skipSpaces()
        }
        guard index < text.count, isLetter(text[index]) else {
            if takesAnother { problem = .severalSizes }
            summands[summands.count - 1].bare.append(number)
            return problem == nil
        }
        let word = takeWord(withDigits: false)
        guard let factor = units.factor(word, of: quantity) else {
            summands[summands.count - 1].bare.append(number)
            return hear(word)
        }
        // Kilograms have decimals, and grams thousands: nothing else that is given away weighs as much.
        if quantity == .weight, factor < 100, hasThreeDecimals { number *= 1000 }
        // "1T500" is said of 1.5 TB.
        if word == "t", index < text.count, isDigit(text[index]), let rest = takeNumber() {
            number += rest / 1000
            _ = takeWord(withDigits: false)
        }
        if problem != nil, factor < 1e12 { return false }
        problem = nil
        lastFactor = factor
        summands[summands.count - 1].sizes.append(number * factor)
        return true
    }

    /// "240/500": a sign between two numbers, of which only the second may have a unit.
    private var takesAnother: Bool {
        index + 1 < text.count && (text[index] == 0x2F || text[index] == 0x2D) && nextIsDigit
    }

    /// "2 barrettes de 8", "2 SSD 256": a few pieces, before the size of each.
    private mutating func takesPieces(_ number: Double) -> Bool {
        let start = index
        let heard = kind
        guard index < text.count, number <= 16, number == number.rounded() else { return false }
        let word = takeWord(withDigits: false)
        if StorageKind(word: word) != nil { note(word: word) }
        skipSpaces()
        let isPiece = SizeWords.pieces.contains(word) || StorageKind(word: word) != nil
        while index < text.count, isLetter(text[index]) {
            guard SizeWords.ofEach.contains(takeWord(withDigits: true)) else { break }
            skipSpaces()
        }
        if isPiece, index < text.count, isDigit(text[index]) { return true }
        index = start
        kind = heard
        return false
    }

    /// "2 x 8", "2*8": the sign between two factors.
    private mutating func takesTimes() -> Bool {
        let isTimes = index < text.count && "x*".utf8.contains(text[index])
        guard isTimes else { return false }
        var next = index + 1
        while next < text.count, text[next] == 0x20 { next += 1 }
        guard next < text.count, isDigit(text[next]) else { return false }
        index = next
        return true
    }

    /// A number with a decimal comma or point, and spaces between thousands; the same sign twice is of thousands too.
    private mutating func takeNumber() -> Double? {
        let start = index
        hasThreeDecimals = false
        if let grouped = takeGrouped() { return grouped }
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
        hasThreeDecimals = fraction.count == 3 && digits.count <= 3 && digits != "0"
        if hasThreeDecimals, quantity != .weight {
            let written = String(decoding: text[start..<index], as: UTF8.self)
            problem = .thousandsOrDecimals(digits, fraction, of: written)
        }
        return Double("\(digits).\(fraction.prefix(15))")
    }

    /// "8,282,968,064", "8.282.968.064": two groups of three figures or more behind one and the same sign.
    private mutating func takeGrouped() -> Double? {
        let run = text[index...].prefix(25).prefix { isDigit($0) || $0 == 0x2C || $0 == 0x2E }
        let signs = Set(run.filter { !isDigit($0) })
        guard signs.count == 1, let sign = signs.first else { return nil }
        let groups = run.split(separator: sign, omittingEmptySubsequences: false)
        guard groups.count >= 3, (1...3).contains(groups[0].count),
            groups.dropFirst().allSatisfy({ $0.count == 3 }), run.count <= 24
        else { return nil }
        index += run.count
        return Double(String(decoding: groups.joined(), as: UTF8.self))
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
            if let kind, kind != named, kind == .hdd || named == .hdd { hasSeveralKinds = true }
            kind = kind == .nvme ? .nvme : named
        } else if SizeWords.pieces.contains(word) || SizeWords.ofEach.contains(word) {
            hasPieceWord = true
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
