/// Whose papers an organisation issues.
///
/// The rule of its country decides who may get what.
public enum IssuingCountry: String, Vocabulary {
    case france = "FR"
    case belgium = "BE"
    case canada = "CA"
    case unitedKingdom = "GB"
    case unitedStates = "US"

    public var label: Phrase {
        switch self {
        case .france: Phrase(fr: "France", en: "France")
        case .belgium: Phrase(fr: "Belgique", en: "Belgium")
        case .canada: Phrase(fr: "Canada", en: "Canada")
        case .unitedKingdom: Phrase(fr: "Royaume-Uni", en: "United Kingdom")
        case .unitedStates: Phrase(fr: "États-Unis", en: "United States")
        }
    }

    /// The papers that thank for goods there, the one with a tax effect first (rulebook 1.1 and 1.8).
    ///
    /// In Belgium goods give no right to a tax certificate; in the United Kingdom it is their proceeds that are given.
    public var papersForGoods: [DocumentType] {
        switch self {
        case .france: [.rfe, .rfp, .acg, .adn]
        case .belgium: [.adn]
        case .canada: [.caOdr, .adn]
        case .unitedKingdom: [.ukRgaLetter, .adn]
        case .unitedStates: [.usAck, .adn]
        }
    }

    /// - Throws: `goods_not_eligible` where no paper for goods has a tax effect, `paper_of_another_country` where another
    ///   has; `next` names what to issue instead.
    public func require(_ paper: DocumentType) throws(Refusal) {
        guard !papersForGoods.contains(paper) else { return }
        let next = papersForGoods.map(\.rawValue)
        if self == .belgium {
            throw Refusal(
                .goodsNotEligible,
                ["country": .word(self), "instead": .list(papersForGoods)],
                next: next
            )
        }
        throw Refusal(
            .paperOfAnotherCountry,
            [
                "document": .word(paper), "country": .word(self),
                "instead": .list(papersForGoods),
            ],
            next: next
        )
    }
}
