/// Whether a gift opens the right to a French tax receipt, and what it will say (rulebook 1.1, 1.2).
public enum TaxReceiptRules {
    /// The draft of the receipt.
    ///
    /// A company values its own gift: its figure is multiplied by what was accepted and never
    /// otherwise computed.
    ///
    /// - Throws: `no_tax_right`, `issuer_not_authorised`, `nothing_accepted`, `valuation_missing`,
    ///   `valuation_basis_not_allowed`, `counterpart_too_high`, `zero_value`, `address_incomplete`
    ///   or `identity_incomplete`, in this order; `next` names the document to issue instead.
    public static func draft(
        for gift: Gift,
        issuer: ReceiptIssuer
    ) throws(Refusal) -> TaxReceiptDraft {
        guard let article = gift.donorKind.taxArticle, let document = gift.donorKind.documents.first
        else { throw noTaxRight(gift.donorKind) }
        guard issuer.authorisation != .none else {
            throw Refusal(.issuerNotAuthorised, ["issuer": .text(issuer.name)], next: [adn])
        }
        let valuation = try valuation(of: gift)
        let amount = valuation.unitValue * gift.acceptedCount
        try requireCounterpart(of: gift, within: amount)
        let shown = amount - (gift.counterpart ?? .zero(amount.currency))
        guard shown.cents > 0 else {
            throw Refusal(.zeroValue, ["donation": .text(gift.name)], next: [adn])
        }
        try requireDonor(of: gift)
        return TaxReceiptDraft(
            document: document,
            article: article,
            amount: shown,
            basis: valuation.basis,
            itemCount: gift.acceptedCount,
            givenOn: gift.givenOn,
            information: gift.donorKind.information(for: shown)
        )
    }

    private static let adn = DocumentType.adn.rawValue

    private static func noTaxRight(_ kind: DonorKind) -> Refusal {
        Refusal(
            .noTaxRight,
            ["donor_kind": .word(kind), "instead": .list(kind.documents)],
            next: kind.documents.map(\.rawValue)
        )
    }

    private static func valuation(of gift: Gift) throws(Refusal) -> GiftValuation {
        let name = Fact.text(gift.name)
        guard gift.acceptedCount > 0 else { throw Refusal(.nothingAccepted, ["donation": name]) }
        guard let valuation = gift.valuation, valuation.writtenProof != nil else {
            throw Refusal(.valuationMissing, ["donation": name])
        }
        let allowed = gift.donorKind.valuationBases
        guard allowed.contains(valuation.basis) else {
            throw Refusal(
                .valuationBasisNotAllowed,
                [
                    "basis": .word(valuation.basis), "donor_kind": .word(gift.donorKind),
                    "allowed": .list(allowed),
                ]
            )
        }
        return valuation
    }

    /// An individual gets back at most a quarter of what they give (rulebook 1.1).
    private static func requireCounterpart(of gift: Gift, within amount: Money) throws(Refusal) {
        guard gift.donorKind == .individual, amount.cents > 0, let counterpart = gift.counterpart,
            4 * counterpart.cents > amount.cents
        else { return }
        throw Refusal(
            .counterpartTooHigh,
            [
                "donation": .text(gift.name), "counterpart": .money(counterpart),
                "limit": .money(Money(cents: amount.cents / 4)),
            ],
            next: [adn]
        )
    }

    private static func requireDonor(of gift: Gift) throws(Refusal) {
        let missing = gift.address.missing
        guard missing.isEmpty else {
            throw Refusal(
                .addressIncomplete,
                ["donor": .text(gift.donorName), "missing": .list(missing)]
            )
        }
        guard gift.donorKind == .company else { return }
        var unknown: [(String, Phrase)] = []
        if gift.legalForm == nil {
            unknown.append(("legal_form", Phrase(fr: "la forme juridique", en: "legal form")))
        }
        if gift.siren == nil { unknown.append(("siren", Phrase(fr: "le SIREN", en: "SIREN"))) }
        guard unknown.isEmpty else {
            throw Refusal(
                .identityIncomplete,
                ["donor": .text(gift.donorName), "missing": .list(unknown)]
            )
        }
    }
}
