extension GradeRules {
    /// What the battery leaves possible: 80 % good, 60 % fair, 50 % worn, below that out of service.
    static func battery(of inspection: Inspection) -> [GradeDeduction] {
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
        case .health(let percent) where percent < 50: [onMainsOnly(inspection.type)]
        case .health(let percent) where percent < 80:
            [
                GradeDeduction(
                    bestGrade: percent < 60 ? .c : .b,
                    reason: Phrase(fr: "batterie à \(percent) %", en: "battery at \(percent) %")
                )
            ]
        case .health: []
        }
    }

    static func isOnMainsOnly(_ inspection: Inspection) -> Bool {
        switch inspection.battery {
        case .outOfService: true
        case .health(let percent): percent < 50
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
