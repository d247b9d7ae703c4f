import Domain
import Testing

@Suite struct RefusalTests {
    @Test(arguments: Refusal.Code.allCases)
    func `both languages speak of the same facts`(code: Refusal.Code) {
        #expect(code.placeholders(in: .fr) == code.placeholders(in: .en))
        #expect(!code.placeholders(in: .fr).isEmpty, "names the thing")
    }

    @Test(arguments: Refusal.Code.allCases, Language.allCases)
    func `a sentence says what the rule is, and then what to do`(
        code: Refusal.Code,
        language: Language
    ) {
        let template = code.template(in: language)
        let sentences = template.split(separator: /[.;](?: |$)/)

        #expect(sentences.count >= 2)
        #expect(template.hasSuffix("."))
        #expect(template.count { $0 == "{" } == template.count { $0 == "}" })
        #expect(!template.contains("  "))
    }

    @Test(arguments: Refusal.Code.allCases)
    func `codes are words for machines`(code: Refusal.Code) {
        #expect(code.rawValue.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil)
    }

    @Test(arguments: Refusal.Code.allCases, Language.allCases)
    func `a fact that was not given is shown as such`(code: Refusal.Code, language: Language) {
        let sentence = Refusal(code).sentence(in: language)

        #expect(sentence.contains("…"))
        #expect(!sentence.contains("{"))
    }

    @Test func `facts are told in the language of the sentence`() {
        let refusal = Refusal(
            .priceOverCap,
            [
                "price": .money(.eur(200)), "cap": .money(.eur(180)),
                "type": .word("laptop", Phrase(fr: "ordinateur portable", en: "laptop")),
            ],
            next: ["adjust_price"]
        )

        #expect(refusal.facts["price"] == "200.00")
        #expect(
            refusal.sentence(in: .fr)
                == "200,00\u{A0}€ dépasse le plafond légal de 180,00\u{A0}€ pour ce type (ordinateur portable). Vendez à 180,00\u{A0}€ au plus."
        )
        #expect(
            refusal.sentence(in: .en)
                == "€200.00 is above the legal cap of €180.00 for this type (laptop). Sell for €180.00 at most."
        )
    }
}
