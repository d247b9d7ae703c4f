/// What may become of a drive whose wipe failed (rulebook 3.6); nothing else is lawful.
public enum WipeOutcome: String, Vocabulary {
    case retryWipe = "retry_wipe"
    case removeAndDestroy = "remove_and_destroy"
    case returnToDonor = "return_to_donor"

    public var label: Phrase {
        switch self {
        case .retryWipe:
            Phrase(
                fr: "recommencer, par une méthode aussi forte",
                en: "wipe again, by a method as strong"
            )
        case .removeAndDestroy:
            Phrase(
                fr: "retirer et détruire, avec certificat",
                en: "remove and destroy, with a certificate"
            )
        case .returnToDonor:
            Phrase(
                fr: "rendre au donateur contre signature",
                en: "return to the donor against signature"
            )
        }
    }
}
