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
        (DisposalRoute.hazardousBsd, Optional<String>.none, true), (.batteryScheme, "", true),
        (.batteryScheme, "20 01 33*", false), (.recycler, nil, false),
    ])
    func `a hazardous route and the batteries need a code`(
        route: DisposalRoute,
        code: String?,
        isMissing: Bool
    ) {
        let refusal = refusal { () throws(Refusal) in try WasteRules.require(code, on: route) }

        #expect(refusal?.code == (isMissing ? .wasteCodeMissing : nil))
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
