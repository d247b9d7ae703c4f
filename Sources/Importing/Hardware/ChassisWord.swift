import Domain

/// What kind of machine a word for its case means; dmidecode, lshw, eReuse and GLPI spell them differently.
enum ChassisWord {
    /// Nil for words that tell nothing, such as Other, Unknown, or a docking station (which a laptop that sits in one says).
    static func kind(_ word: String) -> DeviceType? {
        let letters = word.lowercased().filter(\.isLetter)
        if letters.hasPrefix("rackmount") || letters.contains("server") || letters.contains("blade")
        {
            return .server
        }
        return kinds[letters]
    }

    static func isVirtual(_ word: String) -> Bool {
        let small = word.lowercased()
        return virtual.contains { small.contains($0) }
    }

    private static let virtual = [
        "virtualbox", "vmware", "kvm", "qemu", "virtual machine", "bochs", "xen", "hvm domu",
        "parallels virtual",
        "openstack",
    ]

    private static let kinds: [String: DeviceType] = [
        "notebook": .laptop, "laptop": .laptop, "portable": .laptop, "subnotebook": .laptop,
        "convertible": .laptop, "detachable": .laptop, "netbook": .laptop,
        "laptopcomputer": .laptop,
        "notebookcomputer": .laptop,
        "tablet": .tablet, "handheld": .smartphone, "smartphone": .smartphone,
        "mobile": .smartphone,
        "desktop": .desktopTower, "lowprofiledesktop": .desktopTower, "minitower": .desktopTower,
        "tower": .desktopTower, "microtower": .desktopTower, "pizzabox": .desktopTower,
        "spacesaving": .desktopTower, "lunchbox": .desktopTower, "sealedcasepc": .desktopTower,
        "desktopcomputer": .desktopTower, "lowprofile": .desktopTower,
        "minitowercomputer": .desktopTower,
        "towercomputer": .desktopTower, "lowprofiledesktopcomputer": .desktopTower,
        "spacesavingcomputer": .desktopTower, "microtowercomputer": .desktopTower,
        "allinone": .allInOne, "allinonepc": .allInOne, "minipc": .miniPc, "stickpc": .miniPc,
        "embeddedpc": .miniPc, "iotgateway": .miniPc,
        "printer": .printer, "phone": .smartphone,
    ].merging(translated) { first, _ in first }

    /// The words of lshw in the languages that it speaks, where it does not tell the case besides.
    private static let translated: [String: DeviceType] = [
        "ordinateurportable": .laptop, "ordinateurtransportable": .laptop,
        "ordinateurblocnotes": .laptop, "ultraportable": .laptop,
        "ordinateurdebureau": .desktopTower, "ordinateurminitour": .desktopTower,
        "ordinateurtour": .desktopTower, "ordinateurcompact": .desktopTower,
        "boiteàpizza": .desktopTower, "toutenun": .allInOne,
        "arbeitsplatzrechner": .desktopTower, "portátil": .laptop, "portátilpequeño": .laptop,
        "subportátil": .laptop, "ordenadorportable": .laptop, "ordenadordemesa": .desktopTower,
        "ordenadordemesadeperfilbajo": .desktopTower, "ordenadordetorre": .desktopTower,
        "ordenadordetorrepequeña": .desktopTower, "ordenadorcompacto": .desktopTower,
        "todoenuno": .allInOne, "tableta": .tablet,
    ]
}
