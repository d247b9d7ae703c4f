import Domain
import Testing

@Suite struct VocabularyTests {
    static let lists: [any Vocabulary.Type] = [
        ApplicationStatus.self, BuyerRefusalReason.self, CarbonMethod.self, CosmeticCondition.self,
        DataOriginClass.self, DeviceRefusalReason.self, DeviceType.self, DisposalRoute.self,
        DocumentType.self, DonorKind.self, Evidence.self, FamilyQuotient.Source.self, Grade.self,
        InspectionTest.self, LabelCode.Kind.self, MediaKind.self, MediaState.self,
        OriginRegime.self, PaymentMethod.self, ProofKind.self, QuotaKind.self,
        ReceiptAuthorisation.self, ReceiptRefusalReason.self, Role.self, SaleLabel.self,
        SanitisationLevel.self, SanitisationMethod.self, SanitisationResult.self,
        SocialStatus.self, TestResult.self, ValuationBasis.self, WasteStatus.self, Weekday.self,
        WipeObjection.Kind.self, WipeOutcome.self,
    ]

    @Test func `every word has an identifier for machines and a label in both languages`() {
        for list in Self.lists { check(list) }
    }

    private func check<Word: Vocabulary>(_: Word.Type) {
        #expect(!Word.allCases.isEmpty)
        for word in Word.allCases {
            #expect(word.rawValue.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil)
            for language in Language.allCases {
                #expect(!word.label(in: language).isEmpty)
            }
        }
        for language in Language.allCases {
            #expect(Set(Word.allCases.map { $0.label(in: language) }).count == Word.allCases.count)
        }
    }

    @Test func `every reason of the rulebook is a code of refusal`() {
        let reasons =
            DeviceRefusalReason.allCases.map(\.rawValue)
            + BuyerRefusalReason.allCases.map(\.rawValue)
            + ReceiptRefusalReason.allCases.map(\.rawValue)

        for reason in reasons {
            #expect(Refusal.Code(rawValue: reason) != nil, "\(reason)")
        }
    }

    @Test func `a weight is written in kilograms`() {
        #expect(Weight(grams: 90_400).formatted(in: .fr) == "90,4\u{A0}kg")
        #expect(Weight(grams: 1_002_260).formatted(in: .en) == "1,002.26\u{A0}kg")
        #expect(Weight(grams: 2_000).formatted(in: .en) == "2\u{A0}kg")
    }
}
