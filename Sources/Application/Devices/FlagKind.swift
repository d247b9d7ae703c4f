public import Domain

/// What keeps a machine from the shelf until somebody lifts it (rulebook 3.6).
public enum FlagKind: String, Vocabulary {
    case activationLock = "activation_lock"
    case firmwarePassword = "bios_password"
    case remoteManagement = "remote_management"
    case hazard
    case ownershipDoubt = "ownership_doubt"
    case recall
    case wipeRecheck = "wipe_recheck"
    case uncountedDrive = "uncounted_drive"
    case other

    public var label: Phrase {
        switch self {
        case .activationLock: Phrase(fr: "verrou d'activation", en: "activation lock")
        case .firmwarePassword: Phrase(fr: "mot de passe du BIOS", en: "firmware password")
        case .remoteManagement: Phrase(fr: "gestion à distance", en: "remote management")
        case .hazard: Phrase(fr: "danger", en: "hazard")
        case .ownershipDoubt: Phrase(fr: "doute sur la propriété", en: "doubt about ownership")
        case .recall: Phrase(fr: "rappel du fabricant", en: "maker's recall")
        case .wipeRecheck: Phrase(fr: "effacement à recontrôler", en: "wipe to be checked again")
        case .uncountedDrive: Phrase(fr: "support non compté", en: "drive not counted")
        case .other: Phrase(fr: "autre motif", en: "another reason")
        }
    }
}
