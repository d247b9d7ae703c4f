extension Money {
    /// In cents: a thousand million, more than anybody here gives, earns or owes.
    ///
    /// A quotient in whole euros must fit into 32 bits, and sums and shares of amounts into 64.
    public static let largest: Int64 = 100_000_000_000

    /// Reads an amount as people write it: `1 234,56 €`, `60`, `60.00`, `1.234,56`, `€1,234.56`.
    ///
    /// Strict: groups of thousands must be whole, decimals one or two, and a currency mark must be
    /// of `currency`. `1.234` and `1,234` are refused, for they mean two things. So is an amount beyond
    /// ``largest``.
    public init(reading text: String, in currency: Currency = .eur) throws(Unreadable) {
        var reading = AmountReading(text: text, currency: currency)
        self.init(cents: try reading.cents(), currency: currency)
    }
}

/// The steps of reading one amount, and the text to show when it fails.
private struct AmountReading {
    let text: String
    let currency: Currency
    private var rest: Substring

    init(text: String, currency: Currency) {
        self.text = text
        self.currency = currency
        rest = text[...]
    }

    mutating func cents() throws(Unreadable) -> Int64 {
        trim()
        let isNegative = takeMinus()
        takeCurrencyMark()
        let (whole, decimals) = try splitAtDecimalMark()
        let digits = try ungrouped(whole) + (decimals + "00").prefix(2)
        guard let magnitude = Int64(digits), magnitude <= Money.largest else {
            throw unreadable(Phrase(fr: "montant trop grand", en: "the amount is too large"))
        }
        return isNegative ? -magnitude : magnitude
    }

    private mutating func trim() {
        rest = rest.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
    }

    private mutating func takeMinus() -> Bool {
        guard let first = rest.first, first == "-" || first == "\u{2212}" else { return false }
        rest.removeFirst()
        trim()
        return true
    }

    private mutating func takeCurrencyMark() {
        for mark in currency.marks {
            if rest.hasPrefix(mark) {
                rest.removeFirst(mark.count)
                return trim()
            }
            if rest.hasSuffix(mark) {
                rest.removeLast(mark.count)
                return trim()
            }
        }
    }

    private func splitAtDecimalMark() throws(Unreadable) -> (Substring, Substring) {
        try requireKnownCharacters()
        guard let mark = rest.lastIndex(where: { $0 == "." || $0 == "," }) else {
            return (rest, "")
        }
        let decimals = rest[rest.index(after: mark)...]
        let whole = rest[..<mark]
        switch decimals.count {
        case 1...2 where !whole.contains(rest[mark]):
            return (whole, decimals)
        case 3 where whole.contains(rest[mark]):
            return (rest, "")
        case 3:
            throw unreadable(
                Phrase(
                    fr: "milliers ou décimales ? écrire 1234 ou 1,23",
                    en: "thousands or decimals? write 1234 or 1.23"
                )
            )
        default:
            throw unreadable(Self.example)
        }
    }

    private func requireKnownCharacters() throws(Unreadable) {
        guard rest.first?.isASCIIDigit == true, rest.last?.isASCIIDigit == true else {
            throw unreadable(Self.example)
        }
        for index in rest.indices where !rest[index].isASCIIDigit && !Self.isSeparator(rest[index])
        {
            throw unreadable(Self.example, at: text.distance(from: text.startIndex, to: index) + 1)
        }
    }

    /// The digits alone, once every group of thousands is known to be whole.
    private func ungrouped(_ whole: Substring) throws(Unreadable) -> String {
        guard let separator = whole.first(where: { !$0.isASCIIDigit }) else { return String(whole) }
        let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
        let areWhole = groups.dropFirst().allSatisfy { $0.count == 3 }
        guard areWhole, (1...3).contains(groups[0].count),
            groups.joined().allSatisfy(\.isASCIIDigit)
        else { throw unreadable(Self.example) }
        return groups.joined()
    }

    private func unreadable(_ expected: Phrase, at place: Int? = nil) -> Unreadable {
        Unreadable(text, at: place, expected: expected)
    }

    private static func isSeparator(_ character: Character) -> Bool {
        " \u{A0}\u{202F}\u{2009}.,'’".contains(character)
    }

    private static let example = Phrase(
        fr: "un montant comme 1 234,56 ou 60",
        en: "an amount such as 1,234.56 or 60"
    )
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
