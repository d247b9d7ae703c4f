/// A status whose proof replaces figures (rulebook 2.4, 2.5).
public enum SocialStatus: String, Vocabulary {
    case rsa
    case ass
    case aspa
    case c2sWithoutParticipation = "c2s_without_participation"
    case c2sWithParticipation = "c2s_with_participation"
    case aah
    case ada
    case homelessLetter = "homeless_letter"
    case medicaid
    case snap
    case wic
    case tanf
    case generalAssistance = "general_assistance"
    case liheap
    case section8 = "section_8"
    case reducedLunch = "reduced_lunch"
    case headStart = "head_start"
    case universalCredit = "universal_credit"
    case pensionCredit = "pension_credit"
    case esaIncomeBased = "esa_income_based"
    case jsaIncomeBased = "jsa_income_based"
    case incomeSupport = "income_support"
    case freeSchoolMeals = "free_school_meals"
    case canadaChildBenefit = "canada_child_benefit"
    case guaranteedIncomeSupplement = "guaranteed_income_supplement"
    case ris
    case bim
    case cpasLetter = "cpas_letter"

    /// Where a status is given.
    public enum Country: String, Sendable {
        case france, unitedStates, unitedKingdom, canada, belgium
    }
}
