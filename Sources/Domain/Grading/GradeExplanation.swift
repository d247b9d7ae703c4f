/// One reason why a grade is no better.
public struct GradeDeduction: Hashable, Codable, Sendable {
    /// The best grade that this leaves possible.
    public let bestGrade: Grade
    public let reason: Phrase

    private enum CodingKeys: String, CodingKey {
        case reason
        case bestGrade = "best_grade"
    }

    public init(bestGrade: Grade, reason: Phrase) {
        self.bestGrade = bestGrade
        self.reason = reason
    }
}

/// A grade and everything that led to it.
public struct GradeExplanation: Hashable, Codable, Sendable {
    public let grade: Grade
    public let deductions: [GradeDeduction]
    /// Tests that failed or were not done, to be declared to the buyer.
    public let declaredDefects: [InspectionTest]
    /// Words that must stand on the sale document.
    public let mentions: [Phrase]
    /// False when it is not the working item with a working battery that the public caps speak of.
    public let isFullyWorking: Bool
    public let ruleVersion: String

    private enum CodingKeys: String, CodingKey {
        case grade, deductions, mentions
        case declaredDefects = "declared_defects"
        case isFullyWorking = "is_fully_working"
        case ruleVersion = "rule_version"
    }

    public init(
        grade: Grade,
        deductions: [GradeDeduction],
        declaredDefects: [InspectionTest],
        mentions: [Phrase],
        isFullyWorking: Bool,
        ruleVersion: String
    ) {
        self.grade = grade
        self.deductions = deductions
        self.declaredDefects = declaredDefects
        self.mentions = mentions
        self.isFullyWorking = isFullyWorking
        self.ruleVersion = ruleVersion
    }

    public func sentence(in language: Language) -> String {
        let reasons = deductions.map { "\($0.bestGrade.letter): \($0.reason.text(in: language))" }
        let list = reasons.joined(separator: "; ")
        switch language {
        case .fr:
            return list.isEmpty
                ? "Classe \(grade.letter), sans réserve." : "Classe \(grade.letter) (\(list))."
        case .en:
            return list.isEmpty
                ? "Grade \(grade.letter), no reserve." : "Grade \(grade.letter) (\(list))."
        }
    }
}
