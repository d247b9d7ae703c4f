/// When what is known of people goes (rulebook 2.8).
public enum RetentionClock: String, Vocabulary {
    case incomeReadings = "income_readings"
    case incomeAnswers = "income_answers"
    case signInAttempts = "sign_in_attempts"
    case applications
    case quotaKeys = "quota_keys"
    case receipts
    case salePapers = "sale_papers"
    case erasureProofs = "erasure_proofs"
    case registerSources = "register_sources"
    case donors
    case announcements

    public var label: Phrase {
        switch self {
        case .incomeReadings:
            Phrase(fr: "journal des consultations de ressources", en: "log of incomes looked at")
        case .incomeAnswers:
            Phrase(
                fr: "réponses gardées des services sociaux",
                en: "kept answers to social services"
            )
        case .signInAttempts: Phrase(fr: "essais de connexion", en: "attempts to sign in")
        case .applications: Phrase(fr: "demandes et décisions", en: "applications and decisions")
        case .quotaKeys: Phrase(fr: "clés du quota", en: "keys of the quota")
        case .receipts: Phrase(fr: "texte des reçus fiscaux", en: "text of tax receipts")
        case .salePapers: Phrase(fr: "papiers de vente", en: "papers of sales")
        case .erasureProofs:
            Phrase(fr: "certificats d'effacement et de garde", en: "certificates of wiping")
        case .registerSources:
            Phrase(fr: "provenances du livre de police", en: "sources in the register")
        case .donors: Phrase(fr: "donateurs particuliers", en: "individual donors")
        case .announcements:
            Phrase(fr: "annonces de dons sans réponse", en: "announced gifts without an answer")
        }
    }

    /// Months that it counts; for announced gifts those without a rule of the house's own.
    public var months: Int {
        switch self {
        case .incomeReadings, .incomeAnswers, .signInAttempts: 12
        case .applications, .quotaKeys: 24
        case .receipts, .donors: 72
        case .salePapers: 120
        case .erasureProofs, .registerSources: 60
        case .announcements: 6
        }
    }

    /// From when it counts, and by which law.
    public var law: Phrase {
        switch self {
        case .incomeReadings, .incomeAnswers:
            Phrase(fr: "12 mois", en: "12 months")
        case .signInAttempts:
            Phrase(fr: "12 mois (CNIL 2021-122)", en: "12 months (CNIL 2021-122)")
        case .applications:
            Phrase(
                fr: "2 ans après le dernier contact (CNIL 2021-028)",
                en: "2 years after the last contact (CNIL 2021-028)"
            )
        case .quotaKeys:
            Phrase(fr: "24 mois après la dernière vente", en: "24 months after the last sale")
        case .receipts:
            Phrase(
                fr: "6 ans après l'émission (LPF L.102 E)",
                en: "6 years after issue (LPF L.102 E)"
            )
        case .salePapers:
            Phrase(
                fr: "10 ans (Code de commerce L.123-22)",
                en: "10 years (Code de commerce L.123-22)"
            )
        case .erasureProofs:
            Phrase(
                fr: "5 ans après l'émission (Code civil 2224)",
                en: "5 years after issue (Code civil 2224)"
            )
        case .registerSources:
            Phrase(
                fr: "5 ans après la clôture (Code pénal R.321-6)",
                en: "5 years after closing (Code pénal R.321-6)"
            )
        case .donors:
            Phrase(
                fr: "avec le dernier reçu, 6 ans après le dernier don",
                en: "with the last receipt, 6 years after the last gift"
            )
        case .announcements:
            Phrase(
                fr: "le délai que la maison publie, 6 mois sinon (RGPD, art. 5.1.e)",
                en: "the time that the house publishes, else 6 months (GDPR, art. 5(1)(e))"
            )
        }
    }
}
