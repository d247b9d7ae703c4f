/// A numbered document (rulebook 6.5); the raw value is the prefix of its series in small letters.
public enum DocumentType: String, Vocabulary {
    case rfp
    case rfe
    case adn
    case acg
    case enr
    case bre
    case atv
    case rad
    case cef
    case cde
    case fac
    case avo
    case bdo
    case clo
    case bon
    case dec
    case rdo
    case reg
    case bsd
    case cmd
    case d222
    case usAck = "us_ack"
    case caOdr = "ca_odr"
    case ukRgaLetter = "uk_rga_letter"
    case ddp

    public var label: Phrase {
        switch self {
        case .rfp: Phrase(fr: "reçu fiscal (particulier)", en: "tax receipt (individual)")
        case .rfe: Phrase(fr: "reçu fiscal (entreprise)", en: "tax receipt (company)")
        case .adn:
            Phrase(fr: "attestation de don non fiscale", en: "certificate of donation (not fiscal)")
        case .acg: Phrase(fr: "acte de cession gratuite", en: "deed of free transfer")
        case .enr: Phrase(fr: "engagement de réemploi", en: "commitment to reuse")
        case .bre: Phrase(fr: "bilan de réemploi", en: "statement of reuse")
        case .atv: Phrase(fr: "attestation de TVA sur don", en: "VAT certificate for a gift")
        case .rad: Phrase(fr: "relevé annuel des dons", en: "yearly statement of gifts")
        case .cef: Phrase(fr: "certificat d'effacement", en: "certificate of erasure")
        case .cde: Phrase(fr: "certificat de destruction", en: "certificate of destruction")
        case .fac: Phrase(fr: "facture", en: "invoice")
        case .avo: Phrase(fr: "avoir", en: "credit note")
        case .bdo: Phrase(fr: "bon de don", en: "gift note")
        case .clo: Phrase(fr: "clôture de caisse", en: "closing of the till")
        case .bon: Phrase(fr: "bon d'éligibilité", en: "eligibility voucher")
        case .dec: Phrase(fr: "décision", en: "decision")
        case .rdo: Phrase(fr: "rapport au donateur", en: "donor report")
        case .reg: Phrase(fr: "extrait du registre", en: "register extract")
        case .bsd: Phrase(fr: "bordereau de suivi de déchets", en: "waste tracking slip")
        case .cmd: Phrase(fr: "convention de mise à disposition", en: "placement agreement")
        case .d222: Phrase(fr: "déclaration des dons", en: "declaration of gifts")
        case .usAck:
            Phrase(
                fr: "reconnaissance écrite (États-Unis)",
                en: "written acknowledgement (United States)"
            )
        case .caOdr:
            Phrase(fr: "reçu officiel de don (Canada)", en: "official donation receipt (Canada)")
        case .ukRgaLetter:
            Phrase(
                fr: "lettre Retail Gift Aid (Royaume-Uni)",
                en: "Retail Gift Aid letter (United Kingdom)"
            )
        case .ddp: Phrase(fr: "données personnelles", en: "personal data")
        }
    }
}
