import Domain
import Testing

/// A person says 300 euros for a laptop of 2019, the grid says 90, the reviewer keeps 90.
@Suite struct W07IndividualGivesALaptop {
    let gift: Gift

    init() throws {
        let grid = ValuationGrid(
            version: "V-1",
            rows: [
                ValuationGrid.Row(.laptop, madeFrom: 2015, .b, .eur(40)),
                ValuationGrid.Row(.laptop, madeFrom: 2018, .b, .eur(90)),
                ValuationGrid.Row(.laptop, madeFrom: 2021, .b, .eur(160)),
            ]
        )
        let review = try ReviewedValuation(
            estimate: .eur(300),
            gridValue: try #require(grid.value(of: .laptop, madeIn: 2019, condition: .b)),
            gridVersion: grid.version
        )
        gift = Gift(
            name: "D-13",
            donorName: "Jeanne Meunier",
            donorKind: .individual,
            address: PostalAddress(
                street: "2 rue du Moulin",
                postalCode: "92130",
                town: "Issy-les-Moulineaux"
            ),
            acceptedCount: 1,
            valuation: GiftValuation(
                basis: .marketValue,
                unitValue: review.kept,
                writtenProof: review.gridVersion
            ),
            givenOn: try Day(reading: "2026-09-12")
        )
    }

    @Test func `the receipt shows 90 euros under article 200`() throws {
        let draft = try TaxReceiptRules.draft(for: gift, issuer: .town)

        #expect(draft.document == .rfp)
        #expect(draft.amount == .eur(90))
        #expect(draft.article == "200")
        #expect(draft.information.en == "66 % = €59.40 within 20 % of taxable income")
    }

    @Test func `75 per cent is never shown`() throws {
        let information = try TaxReceiptRules.draft(for: gift, issuer: .town).information

        for language in Language.allCases {
            #expect(!information.text(in: language).contains("75"))
        }
    }

    @Test func `an incomplete address blocks the receipt`() {
        var incomplete = gift
        incomplete.address.town = ""

        let refusal = #expect(throws: Refusal.self) {
            try TaxReceiptRules.draft(for: incomplete, issuer: .town)
        }

        #expect(refusal?.code == .addressIncomplete)
    }
}
