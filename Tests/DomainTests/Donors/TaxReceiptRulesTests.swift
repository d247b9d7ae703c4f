import Domain
import Testing

@Suite struct TaxReceiptRulesTests {
    @Test(arguments: [
        (DonorKind.publicBody, ["acg", "enr"]), (.association, ["adn"]),
    ])
    func `who pays no such tax gets another document`(kind: DonorKind, instead: [String]) {
        var gift = Gift.laptops
        gift.donorKind = kind

        let refusal = refusal(of: gift)

        #expect(refusal?.code == .noTaxRight)
        #expect(refusal?.next == instead)
    }

    @Test func `an organisation that is not authorised issues nothing`() {
        let issuer = ReceiptIssuer(name: "Moulin", authorisation: .none)

        #expect(refusal(of: .laptops, issuer)?.code == .issuerNotAuthorised)
    }

    @Test func `a value that nobody wrote down is missing`() {
        var gift = Gift.laptops
        gift.valuation = GiftValuation(basis: .netBookValue, unitValue: .eur(60), writtenProof: nil)

        #expect(refusal(of: gift)?.code == .valuationMissing)
    }

    @Test func `a company does not estimate as a person does`() {
        var gift = Gift.laptops
        gift.valuation = GiftValuation(
            basis: .donorEstimate,
            unitValue: .eur(60),
            writtenProof: "letter"
        )

        #expect(refusal(of: gift)?.code == .valuationBasisNotAllowed)
    }

    @Test func `a gift of which nothing was accepted has no receipt`() {
        var gift = Gift.laptops
        gift.acceptedCount = 0

        #expect(refusal(of: gift)?.code == .nothingAccepted)
    }

    @Test func `what the donor got in return is not shown as given`() throws {
        var gift = Gift.laptops
        gift.counterpart = .eur(400)
        #expect(try TaxReceiptRules.draft(for: gift, issuer: .town).amount == .eur(2_000))

        gift.counterpart = .eur(2_400)
        #expect(refusal(of: gift)?.code == .zeroValue)
    }

    @Test(arguments: ["street", "postal_code", "town"])
    func `each part of the address is needed`(part: String) {
        var gift = Gift.laptops
        switch part {
        case "street": gift.address.street = " "
        case "postal_code": gift.address.postalCode = ""
        default: gift.address.town = ""
        }

        #expect(refusal(of: gift)?.code == .addressIncomplete)
        #expect(refusal(of: gift)?.facts["missing"] == part)
    }

    @Test func `a company is named with its form and number`() {
        var gift = Gift.laptops
        gift.legalForm = nil
        gift.siren = nil

        #expect(refusal(of: gift)?.facts["missing"] == "legal_form, siren")
    }

    @Test func `raising a value needs a reason, lowering none`() throws {
        let grid = Money.eur(90)

        #expect(
            try ReviewedValuation(estimate: .eur(50), gridValue: grid, gridVersion: "V").kept
                == .eur(50)
        )
        #expect(
            try ReviewedValuation(estimate: nil, gridValue: grid, gridVersion: "V", kept: .eur(70))
                .kept
                == .eur(70)
        )
        #expect(throws: Refusal.self) {
            try ReviewedValuation(estimate: nil, gridValue: grid, gridVersion: "V", kept: .eur(91))
        }
        #expect(
            try ReviewedValuation(
                estimate: nil,
                gridValue: grid,
                gridVersion: "V",
                kept: .eur(91),
                reason: "neuf en boîte"
            ).reason == "neuf en boîte"
        )
    }

    private func refusal(of gift: Gift, _ issuer: ReceiptIssuer = .town) -> Refusal? {
        #expect(throws: Refusal.self) { try TaxReceiptRules.draft(for: gift, issuer: issuer) }
    }
}

extension ReceiptIssuer {
    static let town = ReceiptIssuer(name: "Le Moulin d'Issy", authorisation: .rescritPositive)
}

extension Gift {
    /// Forty laptops of a company at a net book value of 60 euros.
    static let laptops = Gift(
        name: "D-12",
        donorName: "Meunier SAS",
        donorKind: .company,
        address: PostalAddress(
            street: "1 rue du Moulin",
            postalCode: "92130",
            town: "Issy-les-Moulineaux"
        ),
        legalForm: "SAS",
        siren: "732829320",
        acceptedCount: 40,
        valuation: GiftValuation(basis: .netBookValue, unitValue: .eur(60), writtenProof: "letter"),
        givenOn: Day(number: 20_731)
    )
}
