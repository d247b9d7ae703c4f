import Domain
import Testing

/// A company gives 40 laptops on 2026-10-05; its letter says 60 euros of net book value each.
@Suite struct W02CompanyOfFortyLaptops {
    @Test func `the receipt shows 2,400 euros under article 238 bis`() throws {
        let draft = try TaxReceiptRules.draft(for: .laptops, issuer: .town)

        #expect(draft.document == .rfe)
        #expect(draft.amount.receiptForm == "***2 400,00***")
        #expect(draft.amount.inWords(in: .fr) == "deux mille quatre cents euros")
        #expect(draft.basis == .netBookValue)
        #expect(draft.itemCount == 40)
        #expect(draft.article == "238 bis")
        #expect(draft.givenOn.iso == "2026-10-05")
        #expect(
            draft.information.en
                == "60 % = €1,440.00, subject to ceiling max(€20,000; 0.5 % turnover)"
        )
    }

    @Test func `if only 37 are accepted the amount is 2,220 euros`() throws {
        var gift = Gift.laptops
        gift.acceptedCount = 37

        #expect(try TaxReceiptRules.draft(for: gift, issuer: .town).amount == .eur(2_220))
    }

    @Test func `without the letter nothing is issued`() {
        var gift = Gift.laptops
        gift.valuation = nil

        let refusal = #expect(throws: Refusal.self) {
            try TaxReceiptRules.draft(for: gift, issuer: .town)
        }

        #expect(refusal?.code == .valuationMissing)
    }

    @Test func `a book value of zero gets a certificate of donation instead`() {
        var gift = Gift.laptops
        gift.valuation = GiftValuation(
            basis: .netBookValue,
            unitValue: .eur(0),
            writtenProof: "letter"
        )

        let refusal = #expect(throws: Refusal.self) {
            try TaxReceiptRules.draft(for: gift, issuer: .town)
        }

        #expect(refusal?.code == .zeroValue)
        #expect(refusal?.next == ["adn"])
    }
}
