/// A status whose proof replaces a quotient (rulebook 2.4).
public enum SocialStatus: String, Vocabulary {
    case rsa
    case ass
    case aspa
    case c2sWithoutParticipation = "c2s_without_participation"
    case c2sWithParticipation = "c2s_with_participation"
    case aah
    case ada
    case homelessLetter = "homeless_letter"

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
        }
    }
}
