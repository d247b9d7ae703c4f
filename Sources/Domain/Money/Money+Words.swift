extension Money {
    /// The amount in words, as a receipt prints it: `deux mille quatre cents euros`.
    public func inWords(in language: Language) -> String {
        let (units, hundredths) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        var parts: [String] = []
        if units > 0 || hundredths == 0 {
            parts.append(currency.words(in: language).unit(for: units, in: language))
        }
        if hundredths > 0 {
            parts.append(currency.words(in: language).hundredth(for: hundredths, in: language))
        }
        let joined = parts.joined(separator: language == .fr ? " et " : " and ")
        guard cents < 0 else { return joined }
        return (language == .fr ? "moins " : "minus ") + joined
    }
}

/// What a language calls a currency and its hundredth, one and several.
private struct CurrencyWords {
    let one: String
    let several: String
    let oneHundredth: String
    let severalHundredths: String

    func unit(for count: UInt64, in language: Language) -> String {
        switch language {
        case .fr:
            // "un million d'euros": a round number of millions is a noun.
            let isNoun = count >= 1_000_000 && count.isMultiple(of: 1_000_000)
            let elides = several.first.map { "aeiou".contains($0) } ?? false
            let link = isNoun ? (elides ? " d'" : " de ") : " "
            return FrenchNumber.words(count) + link + (count < 2 ? one : several)
        case .en:
            return EnglishNumber.words(count) + " " + (count == 1 ? one : several)
        }
    }

    func hundredth(for count: UInt64, in language: Language) -> String {
        let number = language == .fr ? FrenchNumber.words(count) : EnglishNumber.words(count)
        return number + " " + (count == 1 ? oneHundredth : severalHundredths)
    }
}

extension Currency {
    fileprivate func words(in language: Language) -> CurrencyWords {
        let words: [String] =
            switch (self, language) {
            case (.eur, .fr): ["euro", "euros", "centime", "centimes"]
            case (.eur, .en): ["euro", "euros", "cent", "cents"]
            case (.gbp, .fr): ["livre sterling", "livres sterling", "penny", "pence"]
            case (.gbp, .en): ["pound", "pounds", "penny", "pence"]
            case (.usd, .fr): ["dollar américain", "dollars américains", "cent", "cents"]
            case (.usd, .en): ["US dollar", "US dollars", "cent", "cents"]
            case (.cad, .fr): ["dollar canadien", "dollars canadiens", "cent", "cents"]
            case (.cad, .en): ["Canadian dollar", "Canadian dollars", "cent", "cents"]
            }
        return CurrencyWords(
            one: words[0],
            several: words[1],
            oneHundredth: words[2],
            severalHundredths: words[3]
        )
    }
}
