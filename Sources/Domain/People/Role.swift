/// What a person may be trusted with; each role has the least it needs (rulebook 6.10).
public enum Role: String, Vocabulary {
    case intake
    case technician
    case wipeOperator = "wipe_operator"
    case qaVerifier = "qa_verifier"
    case grader
    case shop
    case socialAgent = "social_agent"
    case socialApprover = "social_approver"
    case receiptIssuer = "receipt_issuer"
    case accountant
    case registerKeeper = "register_keeper"
    case dpo
    case admin
    case donorPortal = "donor_portal"
    case auditor

    /// The roles that a shared bench shows things to; never families, money or papers.
    public static let atTheBench: Set<Role> = [
        .intake, .technician, .wipeOperator, .qaVerifier, .grader,
    ]

    public var label: Phrase {
        switch self {
        case .intake: Phrase(fr: "accueil", en: "intake")
        case .technician: Phrase(fr: "technicien", en: "technician")
        case .wipeOperator: Phrase(fr: "opérateur d'effacement", en: "wipe operator")
        case .qaVerifier: Phrase(fr: "contrôleur qualité", en: "quality verifier")
        case .grader: Phrase(fr: "classement", en: "grader")
        case .shop: Phrase(fr: "vente", en: "shop")
        case .socialAgent: Phrase(fr: "agent social", en: "social agent")
        case .socialApprover: Phrase(fr: "décideur social", en: "social approver")
        case .receiptIssuer: Phrase(fr: "émetteur de reçus", en: "receipt issuer")
        case .accountant: Phrase(fr: "comptable", en: "accountant")
        case .registerKeeper: Phrase(fr: "teneur du registre", en: "register keeper")
        case .dpo:
            Phrase(fr: "délégué à la protection des données", en: "data protection officer")
        case .admin: Phrase(fr: "administrateur", en: "administrator")
        case .donorPortal: Phrase(fr: "espace donateur", en: "donor portal")
        case .auditor: Phrase(fr: "auditeur", en: "auditor")
        }
    }
}
