import Domain
import Store

/// What a person should know of a report that was recorded.
enum HardwareNotes {
    static func reasons(_ recorded: HardwareStore.Recorded) -> [HardwareLine.Reason] {
        let uncounted = recorded.uncounted.map { serial in
            HardwareLine.Reason(
                "drive_not_counted",
                Phrase(
                    fr:
                        "Le support \(serial) est dans la machine et personne ne l'a compté : recompter.",
                    en: "Drive \(serial) is in the machine and nobody counted it: count again."
                )
            )
        }
        let elsewhere = recorded.elsewhere.map { serial in
            HardwareLine.Reason(
                "drive_of_other_device",
                Phrase(
                    fr:
                        "Le support \(serial) est compté dans une autre machine : il a changé de place.",
                    en: "Drive \(serial) is counted in another machine: it was moved."
                )
            )
        }
        return uncounted + elsewhere
    }

    /// `known` gives the number of a machine that the same run made.
    static func reason(
        _ remark: HardwareDecider.Remark,
        on device: Int64,
        known: (Int64) -> Int64
    ) -> HardwareLine.Reason {
        let label = DeviceReference(number: device).text
        switch remark {
        case .late: return late(label)
        case .identityOf(let other, let agreeing):
            return identity(of: DeviceReference(number: known(other)).text, not: label, agreeing)
        case .differs(let kinds):
            let list = kinds.joined(separator: ", ")
            return HardwareLine.Reason(
                "identity_differs",
                Phrase(
                    fr:
                        "\(label) était connu sous d'autres numéros (\(list)) : vérifier l'étiquette.",
                    en: "\(label) was known by other numbers (\(list)): check the label."
                )
            )
        }
    }

    private static func late(_ label: String) -> HardwareLine.Reason {
        HardwareLine.Reason(
            "report_from_before",
            Phrase(
                fr:
                    "Ce rapport date d'avant le départ de \(label) : il est gardé, l'appareil n'est pas revenu. S'il est là, le recevoir à nouveau.",
                en:
                    "This report is from before \(label) left: it is kept, the machine did not come back. If it is here, receive it again."
            )
        )
    }

    private static func identity(
        of other: String,
        not label: String,
        _ agreeing: [String]
    ) -> HardwareLine.Reason {
        let list = agreeing.joined(separator: ", ")
        return HardwareLine.Reason(
            "identity_of_other",
            Phrase(
                fr:
                    "D'après ce rapport (\(list)) c'est \(other), pas \(label) : vérifier l'étiquette ; une personne tranche.",
                en:
                    "By this report (\(list)) it is \(other), not \(label): check the label; a person decides."
            )
        )
    }
}
