/// Under which waste code a machine may leave (rulebook 5.1).
public enum WasteRules {
    /// True for a code of hazardous waste, which ends with a star: `16 02 13*`.
    public static func isHazardous(code: String) -> Bool { code.hasSuffix("*") }

    /// Screens hold mercury lamps or leaded glass: never under a code without a star, and never without a code.
    public static func needsHazardousCode(_ kind: DeviceType) -> Bool {
        kind == .monitor || kind == .crt
    }

    /// - Throws: `waste_code_missing` for a hazardous route without a code, `waste_code_not_hazardous` for one without a star where
    ///   the waste is hazardous whatever it is.
    public static func require(_ code: String?, on route: DisposalRoute) throws(Refusal) {
        guard route == .hazardousBsd || route == .batteryScheme else { return }
        guard let code, !code.isEmpty else {
            throw Refusal(.wasteCodeMissing, ["route": .word(route)])
        }
        guard route == .batteryScheme || isHazardous(code: code) else {
            throw Refusal(
                .wasteCodeNotHazardous,
                ["route": .word(route), "waste_code": .text(code)]
            )
        }
    }

    /// - Throws: `waste_code_not_for_kind`.
    public static func require(_ kind: DeviceType, under code: String?) throws(Refusal) {
        guard needsHazardousCode(kind), !isHazardous(code: code ?? "") else { return }
        throw Refusal(
            .wasteCodeNotForKind,
            ["type": .word(kind), "waste_code": .text(code ?? "–")],
            next: ["prepare-shipment"]
        )
    }
}
