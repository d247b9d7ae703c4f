/// By which words the programs betray themselves, in small letters; the first that matches wholly counts.
enum ForeignPrograms {
    typealias Program = (signs: [String], name: String, remedy: ForeignPaper.Remedy)

    static let all: [Program] = wiping + transcripts + telling + looking

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

    /// What was typed and answered; it counts only where the program says that it finished.
    private static let transcripts: [Program] = [
        (["success formatting namespace"], "nvme format", .recordByHand),
        (["nvme format"], "nvme format", .wipeAgain),
        (["records out", "no space left on device"], "dd", .recordByHand),
        (["enregistrements écrits", "aucun espace disponible"], "dd", .recordByHand),
        (["records in", "records out"], "dd", .wipeAgain),
        (["enregistrements lus", "enregistrements écrits"], "dd", .wipeAgain),
        (["parted magic", "success"], "Parted Magic", .recordByHand),
        (["parted magic", "completed"], "Parted Magic", .recordByHand),
        (["parted magic", "eras"], "Parted Magic", .wipeAgain),
        (["partedmagic", "success"], "Parted Magic", .recordByHand),
        (["partedmagic", "eras"], "Parted Magic", .wipeAgain),
        (["scrub: scrubbing"], "scrub", .wipeAgain),
        (["scrub: using"], "scrub", .wipeAgain),
        (["phonecheck", "\"erased\":\"yes\""], "PhoneCheck", .recordByHand),
        (["phonecheck", "\"erased\":true"], "PhoneCheck", .recordByHand),
        (["phonecheck", "erasesuccess"], "PhoneCheck", .recordByHand),
        (["phonecheck", "erase"], "PhoneCheck", .wipeAgain),
        (["phonecheck"], "PhoneCheck", .gatherReport),
        (["\"nwipe"], "nwipe", .printAs("nwipe --logfile")),
    ]

    /// What tells its name by the words that it prints for its facts.
    private static let telling: [Program] = [
        (["<plist", "sphardwaredatatype"], "system_profiler", .printAs(profiler)),
        (["ioplatformserialnumber"], "ioreg", .printAs(profiler)),
        (["<class ioregistryentry"], "ioreg", .printAs(profiler)),
        (["facterversion"], "facter", .gatherReport),
        (["dmi => {"], "facter", .gatherReport),
        (["ansible_facts"], "Ansible", .gatherReport),
        (["ansible_architecture"], "Ansible", .gatherReport),
        (["smbiosbiosversion=", "serialnumber="], "wmic", .printAs(windows)),
        (["identifyingnumber="], "wmic", .printAs(windows)),
        (["identifyingnumber", "vendor"], "PowerShell", .printAs(windows)),
        (["windowsproductname", "windowscurrentversion"], "Get-ComputerInfo", .printAs(windows)),
        (["01: none 00.0"], "hwinfo", .gatherReport),
        (["none 00.0", "[created at "], "hwinfo", .gatherReport),
        (["\"serial_number\"=\""], "vpd", .gatherReport),
        (["dmidecode -s"], "dmidecode -s", .printAs("dmidecode")),
        (["maj:min", "size"], "lsblk", .printAs("lsblk -OJ")),
        (["name", "fstype", "mountpoint"], "lsblk", .printAs("lsblk -OJ")),
        (
            ["summary", "operating system", "optical drives", "motherboard"], "Speccy",
            .gatherReport
        ),
        (["hardware_serial", "hardware_model"], "osquery", .gatherReport),
    ]

    private static let windows = "Get-ComputerInfo | ConvertTo-Json"
    private static let profiler =
        "system_profiler -json SPHardwareDataType SPNVMeDataType SPSerialATADataType"

    private static let looking: [Program] = [
        (["h/w path", "class", "description"], "lshw", .printAs("lshw -json")),
        (["start hardware info"], "hwinfo", .gatherReport),
        (["[system summary]"], "msinfo32", .gatherReport),
        (["system information report written at"], "msinfo32", .gatherReport),
        (["rapport d’informations système généré"], "msinfo32", .gatherReport),
        (["systeminformationsbericht erstellt"], "msinfo32", .gatherReport),
        (["[résumé système]"], "msinfo32", .gatherReport),
        (["[systemübersicht]"], "msinfo32", .gatherReport),
        (["[resumen del sistema]"], "msinfo32", .gatherReport),
        (["[riepilogo sistema]"], "msinfo32", .gatherReport),
        (["[systeemoverzicht]"], "msinfo32", .gatherReport),
        (["[resumo do sistema]"], "msinfo32", .gatherReport),
        (["<msinfo>", "<category"], "msinfo32", .gatherReport),
        (
            ["smbiosbiosversion", "serialnumber"], "PowerShell",
            .printAs(windows)
        ),
        (["host name:", "os name:"], "systeminfo", .printAs(windows)),
        (
            ["nom de l'hôte", "nom du système d'exploitation"], "systeminfo",
            .printAs(windows)
        ),
        (
            ["nom de l’hôte", "nom du système d’exploitation"], "systeminfo",
            .printAs(windows)
        ),
        (
            ["\"host name\"", "\"os name\""], "systeminfo",
            .printAs(windows)
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
