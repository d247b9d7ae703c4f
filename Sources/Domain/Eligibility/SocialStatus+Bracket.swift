extension SocialStatus {
    /// The bracket that this status opens by itself (rulebook 2.4).
    ///
    /// AAH and BIM leave a spouse's income out, so that they prove less.
    public var defaultBracket: Bracket {
        switch self {
        case .c2sWithParticipation, .aah, .bim: Bracket(2)
        case .rsa, .ass, .aspa, .c2sWithoutParticipation, .ada, .homelessLetter, .medicaid, .snap,
            .wic, .tanf, .generalAssistance, .liheap, .section8, .reducedLunch, .headStart,
            .universalCredit, .pensionCredit, .esaIncomeBased, .jsaIncomeBased, .incomeSupport,
            .freeSchoolMeals, .canadaChildBenefit, .guaranteedIncomeSupplement, .ris, .cpasLetter:
            Bracket(1)
        }
    }

    public var country: Country {
        switch self {
        case .rsa, .ass, .aspa, .c2sWithoutParticipation, .c2sWithParticipation, .aah, .ada,
            .homelessLetter:
            .france
        case .medicaid, .snap, .wic, .tanf, .generalAssistance, .liheap, .section8, .reducedLunch,
            .headStart:
            .unitedStates
        case .universalCredit, .pensionCredit, .esaIncomeBased, .jsaIncomeBased, .incomeSupport,
            .freeSchoolMeals:
            .unitedKingdom
        case .canadaChildBenefit, .guaranteedIncomeSupplement: .canada
        case .ris, .bim, .cpasLetter: .belgium
        }
    }
}
