public import Domain

/// A file of a program that is known by name and that no reader takes: what people hand in instead of what Moulin can use.
public struct ForeignPaper: Sendable, Hashable {
    /// What a person can do who has such a file.
    enum Remedy: Sendable, Hashable {
        /// It says that something was wiped; a person may say so by hand.
        case recordByHand
        /// It tells little of a machine, or in a way that no two machines share.
        case gatherReport
        /// The same program writes what can be read.
        case printAs(String)
        /// A state that a drive tells of itself: whether it is worth anything is in its figures.
        case askDrive
    }

    /// As people call it.
    public let program: String
    let remedy: Remedy
    let progress: SanitizeProgress?

    /// Recognised by words in the beginning of a text; nil for what no program is known for.
    init?(_ text: some StringProtocol) {
        let start = text.prefix(1 << 14).lowercased()
        guard
            let known = ForeignPrograms.all.first(where: { program in
                program.signs.allSatisfy { start.contains($0) }
            })
        else { return nil }
        program = known.name
        remedy = known.remedy
        progress = known.remedy == .askDrive ? SanitizeProgress(start) : nil
    }

    /// What the file is and what to do, for the person who chose it.
    public var sentence: Phrase {
        if let progress { return progress.sentence }
        return switch remedy {
        case .recordByHand, .askDrive:
            Phrase(
                fr:
                    "C'est un rapport d'effacement de \(program), que Moulin ne lit pas : le garder, et dire l'effacement soi-même (moulin drive wipe).",
                en:
                    "This is a wipe report of \(program), which Moulin does not read: keep it, and record the wipe yourself (moulin drive wipe)."
            )
        case .gatherReport:
            Phrase(
                fr:
                    "C'est un rapport de \(program), qui n'identifie pas une machine : lancer Scripts/report-hardware, ou donner lshw -json ou dmidecode.",
                en:
                    "This is a report of \(program), which does not identify a machine: run Scripts/report-hardware, or give lshw -json or dmidecode."
            )
        case .printAs(let command):
            Phrase(
                fr: "C'est un rapport de \(program) sous une forme abrégée : donner \(command).",
                en: "This is a report of \(program) in a short form: give \(command)."
            )
        }
    }
}

/// By which words the programs betray themselves, in small letters; the first that matches wholly counts.
enum ForeignPrograms {
    typealias Program = (signs: [String], name: String, remedy: ForeignPaper.Remedy)

    static let all: [Program] = wiping + looking

    private static let wiping: [Program] = [
        (["blancco"], "Blancco", .recordByHand),
        (["killdisk"], "KillDisk", .recordByHand),
        (["lsoft", "erase"], "KillDisk", .recordByHand),
        (["aban", "erasing"], "ABAN", .recordByHand),
        (["dban"], "DBAN", .recordByHand),
        (["darik"], "DBAN", .recordByHand),
        (["bitraser"], "BitRaser", .recordByHand),
        (["certus", "eras"], "Certus", .recordByHand),
        (["erasure id"], "Certus", .recordByHand),
        (["wipedrive"], "WipeDrive", .recordByHand),
        (["ontrack", "erase"], "Ontrack Eraser", .recordByHand),
        (["dell data wipe"], "Dell Data Wipe", .recordByHand),
        (["hp secure erase"], "HP Secure Erase", .recordByHand),
        (["issuing security_erase"], "hdparm", .recordByHand),
        (["shred: ", "pass "], "shred", .recordByHand),
        (["psidrevert"], "sedutil", .recordByHand),
        (["\"sprog\"", "\"sstat\""], "nvme sanitize-log", .askDrive),
        (["sanitize status", "(sstat)"], "nvme sanitize-log", .askDrive),
    ]

    private static let looking: [Program] = [
        (["h/w path", "class", "description"], "lshw", .printAs("lshw -json")),
        (["start hardware info"], "hwinfo", .gatherReport),
        (["[system summary]"], "msinfo32", .gatherReport),
        (["[résumé système]"], "msinfo32", .gatherReport),
        (["[systemübersicht]"], "msinfo32", .gatherReport),
        (["[resumen del sistema]"], "msinfo32", .gatherReport),
        (["[riepilogo sistema]"], "msinfo32", .gatherReport),
        (["[systeemoverzicht]"], "msinfo32", .gatherReport),
        (["[resumo do sistema]"], "msinfo32", .gatherReport),
        (["<msinfo>", "<category"], "msinfo32", .gatherReport),
        (
            ["smbiosbiosversion", "serialnumber"], "PowerShell",
            .printAs("Get-ComputerInfo | ConvertTo-Json")
        ),
        (["host name:", "os name:"], "systeminfo", .printAs("Get-ComputerInfo | ConvertTo-Json")),
        (
            ["nom de l'hôte", "nom du système d'exploitation"], "systeminfo",
            .printAs("Get-ComputerInfo | ConvertTo-Json")
        ),
        (
            ["nom de l’hôte", "nom du système d’exploitation"], "systeminfo",
            .printAs("Get-ComputerInfo | ConvertTo-Json")
        ),
        (
            ["\"host name\"", "\"os name\""], "systeminfo",
            .printAs("Get-ComputerInfo | ConvertTo-Json")
        ),
        (["host bridge:"], "lspci", .gatherReport),
        (["linux foundation", "root hub"], "lsusb", .gatherReport),
        (["cpu-z txt report"], "CPU-Z", .gatherReport),
        (["hwinfo64"], "HWiNFO", .gatherReport),
        (["\"date\",\"time\",", " [mb]\""], "HWiNFO", .gatherReport),
        (["date,time,", " [mb]"], "HWiNFO", .gatherReport),
        (["belarc"], "Belarc Advisor", .gatherReport),
        (["dxdiag version"], "DxDiag", .gatherReport),
        (["aida64"], "AIDA64", .gatherReport),
        (["speccy"], "Speccy", .gatherReport),
        (["processor\t: 0", "model name"], "/proc/cpuinfo", .gatherReport),
        (["memtotal:", "memfree:"], "/proc/meminfo", .gatherReport),
        (["disklabel type:"], "fdisk", .printAs("lsblk -OJ")),
    ]
}
