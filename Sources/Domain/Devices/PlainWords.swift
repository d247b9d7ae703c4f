/// A machine's figures in words for people who do not know figures of machines.
public enum PlainWords {
    private static let computers: Set<DeviceType> = [
        .laptop, .desktopTower, .desktopSet, .allInOne, .miniPc,
    ]

    /// What a computer of so much memory is good for; nil where nothing is known, or it is no computer.
    ///
    /// House rule: 16 GB for everything, 8 GB for an office and a class at a distance, 4 GB for letters and the web.
    public static func use(of kind: DeviceType, memoryMB: Int32?) -> Phrase? {
        guard computers.contains(kind), let memoryMB else { return nil }
        switch memoryMB {
        case 15_000...:
            return Phrase(
                fr: "à l'aise partout : études, image, visioconférence",
                en: "at ease everywhere: studies, pictures, video calls"
            )
        case 7_000...:
            return Phrase(
                fr: "école, bureautique, visioconférence",
                en: "school, office work, video calls"
            )
        case 3_500...:
            return Phrase(
                fr: "démarches, courriel, internet",
                en: "forms, mail, the web"
            )
        default:
            return Phrase(fr: "usages simples", en: "simple uses")
        }
    }

    /// The memory as people hear it in a shop: whole gigabytes, rounded to the nearest.
    public static func memory(_ megabytes: Int32) -> Phrase {
        let gigabytes = (Int(megabytes) + 512) / 1_024
        return Phrase(fr: "\(gigabytes) Go de mémoire", en: "\(gigabytes) GB of memory")
    }

    /// The room for files, and whether it is quick.
    public static func storage(_ gigabytes: Int32, kind: MediaKind?) -> Phrase {
        switch kind {
        case .ssd, .nvme:
            Phrase(
                fr: "\(gigabytes) Go de place, disque rapide",
                en: "\(gigabytes) GB of room, quick disk"
            )
        default:
            Phrase(fr: "\(gigabytes) Go de place", en: "\(gigabytes) GB of room")
        }
    }
}
