/// Why something stays although its person asked for it to go.
public enum LegalHold: String, Vocabulary {
    case openApplication = "open_application"
    case voucher
    case appeal
    case quota
    case receipts
    case register
    case record

    public var label: Phrase {
        switch self {
        case .openApplication:
            Phrase(
                fr: "une demande est en cours : elle se retire d'abord",
                en: "an application is open: withdraw it first"
            )
        case .voucher:
            Phrase(
                fr: "un bon sert encore : il se révoque d'abord",
                en: "a voucher still serves: revoke it first"
            )
        case .appeal:
            Phrase(
                fr: "un refus peut encore faire l'objet d'un recours",
                en: "a refusal may still be appealed"
            )
        case .quota:
            Phrase(
                fr: "une clé chiffrée du quota, sans nom, 24 mois après la vente",
                en: "a keyed hash of the quota, without a name, 24 months after the sale"
            )
        case .receipts:
            Phrase(
                fr: "les reçus fiscaux se gardent 6 ans (LPF L.102 E)",
                en: "tax receipts are kept for 6 years (LPF L.102 E)"
            )
        case .register:
            Phrase(
                fr: "le livre de police se garde 5 ans après sa clôture (Code pénal R.321-6)",
                en: "the register is kept for 5 years after closing (Code pénal R.321-6)"
            )
        case .record:
            Phrase(
                fr: "les actes restent signés d'un numéro, sans nom",
                en: "acts stay signed with a number, without a name"
            )
        }
    }
}
