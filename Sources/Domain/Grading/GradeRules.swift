/// From an inspection to a grade: the worse of function and looks (rulebook 4.1, 4.3).
public enum GradeRules {
    /// Grades an inspection.
    ///
    /// A secondary test that was not done counts as a defect: nothing unproven is promised.
    ///
    /// - Throws: `inspection_incomplete` when a blocking or primary test was not done, or no way to
    ///   a network was tried.
    public static func grade(
        _ inspection: Inspection,
        by table: GradeTable = .moulin2026
    ) throws(Refusal) -> GradeExplanation {
        try requireComplete(inspection)
        let defects = secondaryDefects(of: inspection)
        var deductions = failures(of: inspection)
        deductions += defects.isEmpty ? [] : [deduction(for: defects, table)]
        deductions += battery(of: inspection, table)
        deductions += looks(of: inspection, table)
        let isOnMainsOnly = isOnMainsOnly(inspection, table)
        return GradeExplanation(
            grade: deductions.map(\.bestGrade).max() ?? .a,
            deductions: deductions,
            declaredDefects: defects,
            mentions: isOnMainsOnly
                ? [Phrase(fr: "batterie hors service", en: "battery out of service")] : [],
            isFullyWorking: defects.isEmpty && !isOnMainsOnly,
            ruleVersion: table.version
        )
    }

    private static func requireComplete(_ inspection: Inspection) throws(Refusal) {
        var missing = inspection.tests(.notTested, of: .blocking)
        missing += inspection.tests(.notTested, of: .primary)
        if inspection.tests(.pass, of: .network).isEmpty {
            missing += inspection.tests(.notTested, of: .network)
        }
        guard !missing.isEmpty else { return }
        throw Refusal(
            .inspectionIncomplete,
            ["device": .text(inspection.device), "tests": .list(missing)]
        )
    }

    private static func failures(of inspection: Inspection) -> [GradeDeduction] {
        var failed = inspection.tests(.fail, of: .blocking)
        failed += inspection.tests(.fail, of: .primary)
        if inspection.tests(.pass, of: .network).isEmpty {
            failed += inspection.tests(.fail, of: .network)
        }
        return failed.map { test in
            GradeDeduction(
                bestGrade: .d,
                reason: Phrase(fr: "échec : \(test.label.fr)", en: "failed: \(test.label.en)")
            )
        }
    }

    private static func secondaryDefects(of inspection: Inspection) -> [InspectionTest] {
        var defects = inspection.tests(.fail, .notTested, of: .secondary)
        if !inspection.tests(.pass, of: .network).isEmpty {
            defects += inspection.tests(.fail, .notTested, of: .network)
        }
        return defects
    }

    private static func deduction(
        for defects: [InspectionTest],
        _ table: GradeTable
    ) -> GradeDeduction {
        GradeDeduction(
            bestGrade: defects.count <= table.defectLimit ? .c : .d,
            reason: Phrase(
                fr: "défauts : " + defects.map(\.label.fr).joined(separator: ", "),
                en: "defects: " + defects.map(\.label.en).joined(separator: ", ")
            )
        )
    }

    private static func looks(
        of inspection: Inspection,
        _ table: GradeTable
    ) -> [GradeDeduction] {
        var deductions: [GradeDeduction] = []
        if inspection.cosmetic.bestGrade > .a {
            let reason = inspection.cosmetic.label
            deductions.append(
                GradeDeduction(bestGrade: inspection.cosmetic.bestGrade, reason: reason)
            )
        }
        if inspection.hasCrackedScreen {
            let reason = Phrase(fr: "écran fendu", en: "cracked screen")
            deductions.append(GradeDeduction(bestGrade: .d, reason: reason))
        }
        if inspection.deadPixels >= table.deadPixels {
            let count = inspection.deadPixels
            let reason = Phrase(fr: "\(count) pixels morts", en: "\(count) dead pixels")
            deductions.append(GradeDeduction(bestGrade: .b, reason: reason))
        }
        return deductions
    }
}
