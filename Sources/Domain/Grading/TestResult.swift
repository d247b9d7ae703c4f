/// What came out of one test (rulebook 4.1).
public enum TestResult: String, Vocabulary {
    case pass
    case fail
    case notApplicable = "not_applicable"
    case notTested = "not_tested"

    public var label: Phrase {
        switch self {
        case .pass: Phrase(fr: "réussi", en: "pass")
        case .fail: Phrase(fr: "échec", en: "fail")
        case .notApplicable: Phrase(fr: "sans objet", en: "not applicable")
        case .notTested: Phrase(fr: "non testé", en: "not tested")
        }
    }
}
