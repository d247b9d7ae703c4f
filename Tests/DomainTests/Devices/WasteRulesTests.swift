import Domain
import Testing

/// Under which waste code a machine may leave (rulebook 5.1).
@Suite struct WasteRulesTests {
    private func refusal(of body: () throws(Refusal) -> Void) -> Refusal? {
        do throws(Refusal) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        (DisposalRoute.hazardousBsd, Optional<String>.none, Refusal.Code?.some(.wasteCodeMissing)),
        (.hazardousBsd, "16 02 14", .wasteCodeNotHazardous), (.hazardousBsd, "16 02 13*", nil),
        (.batteryScheme, "", .wasteCodeMissing), (.batteryScheme, "16 06 04", nil),
        (.recycler, nil, nil),
    ])
    func `a hazardous route needs a code with a star, and the batteries one`(
        route: DisposalRoute,
        code: String?,
        expected: Refusal.Code?
    ) {
        let refusal = refusal { () throws(Refusal) in try WasteRules.require(code, on: route) }

        #expect(refusal?.code == expected)
    }

    @Test(arguments: [
        (DeviceType.monitor, Optional("16 02 14"), true), (.monitor, nil, true), (.crt, "", true),
        (.crt, "16 02 13*", false), (.monitor, "16 02 13*", false), (.laptop, nil, false),
        (.laptop, "16 02 14", false),
    ])
    func `a screen leaves under a hazardous code only`(
        kind: DeviceType,
        code: String?,
        isRefused: Bool
    ) {
        let refusal = refusal { () throws(Refusal) in try WasteRules.require(kind, under: code) }

        #expect(refusal?.code == (isRefused ? .wasteCodeNotForKind : nil))
    }
}
