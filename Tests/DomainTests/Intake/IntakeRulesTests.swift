import Domain
import Testing

@Suite struct IntakeRulesTests {
    @Test(arguments: [
        (DonorKind.individual, true, OriginRegime.private), (.company, true, .private),
        (.association, false, .private), (.publicBody, true, .publicResale),
        (.publicBody, false, .publicNoResale),
    ])
    func `the regime follows from who gives and who takes`(
        donor: DonorKind,
        mayResell: Bool,
        regime: OriginRegime
    ) throws {
        let rules = IntakeRules(mayResellPublicGifts: mayResell)

        #expect(try rules.regime(of: offer(donor, value: .eur(300))) == regime)
    }

    @Test func `classified data is refused whoever gives it`() {
        for donor in DonorKind.allCases {
            let refusal = #expect(throws: Refusal.self) {
                try IntakeRules().regime(of: offer(donor, origin: .classified, value: .eur(1)))
            }
            #expect(refusal?.code == .classifiedMedia)
        }
    }

    @Test func `a cathode-ray tube is not taken`() {
        let refusal = #expect(throws: Refusal.self) {
            try IntakeRules().regime(of: offer(.company, type: .crt, value: nil))
        }

        #expect(refusal?.code == .notAcceptedType)
    }

    @Test func `a public body must say what each device is worth`() {
        let refusal = #expect(throws: Refusal.self) {
            try IntakeRules().regime(of: offer(.publicBody, value: nil))
        }

        #expect(refusal?.code == .declaredValueMissing)
    }

    private func offer(
        _ donor: DonorKind,
        type: DeviceType = .laptop,
        origin: DataOriginClass = .business,
        value: Money?
    ) -> DeviceOffer {
        DeviceOffer(
            name: "line 1",
            type: type,
            donorKind: donor,
            dataOrigin: origin,
            declaredUnitValue: value
        )
    }
}
