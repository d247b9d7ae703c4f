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
}
