/// Under which law a device came, which says what may be asked for it (rulebook 6.6).
public enum OriginRegime: String, Vocabulary {
    case `private`
    case publicResale = "public_resale"
    case publicNoResale = "public_no_resale"
    case ukRgaAgency = "uk_rga_agency"

    public var label: Phrase {
        switch self {
        case .private: Phrase(fr: "don privé", en: "private gift")
        case .publicResale:
            Phrase(fr: "don public, revente plafonnée", en: "public gift, capped resale")
        case .publicNoResale: Phrase(fr: "don public, sans revente", en: "public gift, no resale")
        case .ukRgaAgency:
            Phrase(
                fr: "vente pour le compte du donateur (Royaume-Uni)",
                en: "sale as the donor's agent (United Kingdom)"
            )
        }
    }
}
