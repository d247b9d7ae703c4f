/// Where the word of an attempt to wipe comes from.
public enum WipeSource: String, Vocabulary {
    case nwipe
    case byHand = "by_hand"
    case ereuse
    case otherTool = "other_tool"

    public var label: Phrase {
        switch self {
        case .nwipe: Phrase(fr: "journal de nwipe", en: "log of nwipe")
        case .byHand: Phrase(fr: "noté à la main", en: "written by hand")
        case .ereuse: Phrase(fr: "rapport d'eReuse", en: "report of eReuse")
        case .otherTool: Phrase(fr: "rapport d'un autre outil", en: "report of another tool")
        }
    }
}
