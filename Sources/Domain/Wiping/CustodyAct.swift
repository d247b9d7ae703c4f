/// What happens to a drive in the hands of the house (rulebook 3.7), the words of its chain of custody.
public enum CustodyAct: String, Vocabulary {
    case received
    case sealed
    case moved
    case opened
    case mediumRemoved = "medium_removed"
    case wipeStart = "wipe_start"
    case wipeEnd = "wipe_end"
    case check = "qa_check"
    case handedToVendor = "handed_to_vendor"
    case destroyed
    case returned
    case counted
    case installed

    public var label: Phrase {
        switch self {
        case .received: Phrase(fr: "reçu", en: "received")
        case .sealed: Phrase(fr: "scellé", en: "sealed")
        case .moved: Phrase(fr: "déplacé", en: "moved")
        case .opened: Phrase(fr: "ouvert", en: "opened")
        case .mediumRemoved: Phrase(fr: "retiré de la machine", en: "removed from its machine")
        case .wipeStart: Phrase(fr: "effacement commencé", en: "wipe started")
        case .wipeEnd: Phrase(fr: "effacement fini", en: "wipe ended")
        case .check: Phrase(fr: "contrôlé", en: "checked")
        case .handedToVendor: Phrase(fr: "confié au prestataire", en: "handed to the vendor")
        case .destroyed: Phrase(fr: "détruit", en: "destroyed")
        case .returned: Phrase(fr: "rendu", en: "returned")
        case .counted: Phrase(fr: "compté", en: "counted")
        case .installed: Phrase(fr: "monté dans une machine", en: "installed in a machine")
        }
    }
}
