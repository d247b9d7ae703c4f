extension SocialStatus {
    public var label: Phrase {
        switch self {
        case .rsa: Phrase(fr: "RSA", en: "RSA (minimum income)")
        case .ass: Phrase(fr: "ASS", en: "ASS (end-of-rights allowance)")
        case .aspa: Phrase(fr: "ASPA", en: "ASPA (old-age minimum)")
        case .c2sWithoutParticipation:
            Phrase(fr: "C2S sans participation", en: "C2S health cover without contribution")
        case .c2sWithParticipation:
            Phrase(fr: "C2S avec participation", en: "C2S health cover with contribution")
        case .aah: Phrase(fr: "AAH", en: "AAH (disabled adult allowance)")
        case .ada: Phrase(fr: "ADA", en: "ADA (asylum allowance)")
        case .homelessLetter:
            Phrase(
                fr: "sans domicile, attestation d'un travailleur social",
                en: "homeless, letter from a social worker"
            )
        case .medicaid: Phrase(fr: "Medicaid (États-Unis)", en: "Medicaid")
        case .snap: Phrase(fr: "SNAP (États-Unis)", en: "SNAP")
        case .wic: Phrase(fr: "WIC (États-Unis)", en: "WIC")
        case .tanf: Phrase(fr: "TANF (États-Unis)", en: "TANF")
        case .generalAssistance:
            Phrase(fr: "assistance générale (États-Unis)", en: "General Assistance")
        case .liheap: Phrase(fr: "LIHEAP (États-Unis)", en: "LIHEAP")
        case .section8: Phrase(fr: "Section 8 (États-Unis)", en: "Section 8 housing")
        case .reducedLunch:
            Phrase(fr: "cantine gratuite ou réduite (États-Unis)", en: "free or reduced lunch")
        case .headStart: Phrase(fr: "Head Start (États-Unis)", en: "Head Start")
        case .universalCredit: Phrase(fr: "Universal Credit (R.-U.)", en: "Universal Credit")
        case .pensionCredit: Phrase(fr: "Pension Credit (R.-U.)", en: "Pension Credit")
        case .esaIncomeBased:
            Phrase(fr: "ESA sous condition de ressources (R.-U.)", en: "income-based ESA")
        case .jsaIncomeBased:
            Phrase(fr: "JSA sous condition de ressources (R.-U.)", en: "income-based JSA")
        case .incomeSupport: Phrase(fr: "Income Support (R.-U.)", en: "Income Support")
        case .freeSchoolMeals: Phrase(fr: "cantine gratuite (R.-U.)", en: "free school meals")
        case .canadaChildBenefit:
            Phrase(fr: "allocation canadienne pour enfants", en: "Canada child benefit")
        case .guaranteedIncomeSupplement:
            Phrase(fr: "supplément de revenu garanti", en: "guaranteed income supplement")
        case .ris: Phrase(fr: "RIS (CPAS)", en: "RIS (Belgian minimum income)")
        case .bim: Phrase(fr: "BIM, intervention majorée", en: "BIM (increased allowance)")
        case .cpasLetter: Phrase(fr: "lettre du CPAS", en: "letter from a CPAS")
        }
    }
}
