extension GradeRules {
    /// What the battery leaves possible: good, fair, worn, below that out of service.
    static func battery(of inspection: Inspection, _ table: GradeTable) -> [GradeDeduction] {
        switch inspection.battery {
        case .absent: []
        case .swollen:
            [
                GradeDeduction(
                    bestGrade: .d,
                    reason: Phrase(
                        fr: "batterie gonflée : la remplacer",
                        en: "swollen battery: replace it"
                    )
                )
            ]
        case .outOfService: [onMainsOnly(inspection.type)]
        case .health(let percent) where percent < table.wornBattery: [onMainsOnly(inspection.type)]
        case .health(let percent) where percent < table.goodBattery:
            [
                GradeDeduction(
                    bestGrade: percent < table.fairBattery ? .c : .b,
                    reason: Phrase(fr: "batterie à \(percent) %", en: "battery at \(percent) %")
                )
            ]
        case .health: []
        }
    }

    static func isOnMainsOnly(_ inspection: Inspection, _ table: GradeTable) -> Bool {
        switch inspection.battery {
        case .outOfService: true
        case .health(let percent): percent < table.wornBattery
        case .absent, .swollen: false
        }
    }

    /// A laptop serves on mains; a tablet or telephone does not.
    private static func onMainsOnly(_ type: DeviceType) -> GradeDeduction {
        let isPortable = type == .tablet || type == .smartphone
        return GradeDeduction(
            bestGrade: isPortable ? .d : .c,
            reason: Phrase(fr: "batterie hors service", en: "battery out of service")
        )
    }
}
