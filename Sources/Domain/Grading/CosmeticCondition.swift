/// What the eye sees, which bounds the grade (rulebook 4.3).
public enum CosmeticCondition: String, Vocabulary {
    case lightMarks = "light_marks"
    case visibleMarks = "visible_marks"
    case strongWear = "strong_wear"
    case broken

    public var label: Phrase {
        switch self {
        case .lightMarks: Phrase(fr: "traces légères, peu visibles", en: "light marks, hard to see")
        case .visibleMarks: Phrase(fr: "petites traces visibles", en: "visible small marks")
        case .strongWear: Phrase(fr: "usure forte", en: "strong wear")
        case .broken: Phrase(fr: "cassé", en: "broken")
        }
    }
}

extension CosmeticCondition {
    public var bestGrade: Grade {
        switch self {
        case .lightMarks: .a
        case .visibleMarks: .b
        case .strongWear: .c
        case .broken: .d
        }
    }
}
