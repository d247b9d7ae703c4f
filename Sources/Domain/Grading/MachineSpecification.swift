/// What a machine has, as far as a system asks for it.
public struct MachineSpecification: Hashable, Codable, Sendable {
    public var is64Bit: Bool
    public var hasSSE42: Bool
    public var memoryGB: Int
    public var diskGB: Int
    public var hasSolidState: Bool
    public var hasSecureBoot: Bool
    public var hasTPM2: Bool
    /// On Microsoft's list of processors.
    public var isListedForWindows11: Bool
    /// Months for which the chosen system will still get updates.
    public var supportMonthsLeft: Int
    /// Months since the maker's last security update; nil when unknown.
    public var monthsSinceUpdate: Int?

    public init(
        is64Bit: Bool,
        hasSSE42: Bool,
        memoryGB: Int,
        diskGB: Int,
        hasSolidState: Bool,
        hasSecureBoot: Bool,
        hasTPM2: Bool,
        isListedForWindows11: Bool,
        supportMonthsLeft: Int,
        monthsSinceUpdate: Int? = nil
    ) {
        self.is64Bit = is64Bit
        self.hasSSE42 = hasSSE42
        self.memoryGB = memoryGB
        self.diskGB = diskGB
        self.hasSolidState = hasSolidState
        self.hasSecureBoot = hasSecureBoot
        self.hasTPM2 = hasTPM2
        self.isListedForWindows11 = isListedForWindows11
        self.supportMonthsLeft = supportMonthsLeft
        self.monthsSinceUpdate = monthsSinceUpdate
    }
}

/// The system with which a machine is sold (rulebook 4.2).
public enum SystemTrack: String, CaseIterable, Codable, Hashable, Sendable {
    case windows11 = "windows_11"
    case linux
    case mobile

    /// What a machine lacks for this system; empty when it is fit.
    public func shortfalls(of machine: MachineSpecification) -> [Phrase] {
        requirements(of: machine).filter { !$0.isMet }.map(\.phrase)
    }

    private func requirements(of machine: MachineSpecification) -> [(isMet: Bool, phrase: Phrase)] {
        switch self {
        case .windows11:
            [
                (machine.is64Bit, Phrase(fr: "64 bits", en: "64 bits")),
                (
                    machine.isListedForWindows11,
                    Phrase(
                        fr: "processeur admis par Windows 11",
                        en: "processor listed for Windows 11"
                    )
                ),
                (machine.memoryGB >= 8, Phrase(fr: "8 Go de mémoire", en: "8 GB of memory")),
                (
                    machine.diskGB >= 128 && machine.hasSolidState,
                    Phrase(fr: "SSD de 128 Go", en: "SSD of 128 GB")
                ),
                (
                    machine.hasSecureBoot,
                    Phrase(fr: "UEFI et Secure Boot", en: "UEFI and Secure Boot")
                ),
                (machine.hasTPM2, Phrase(fr: "TPM 2.0", en: "TPM 2.0")),
            ]
        case .linux:
            [
                (
                    machine.is64Bit && machine.hasSSE42,
                    Phrase(fr: "64 bits avec SSE4.2", en: "64 bits with SSE4.2")
                ),
                (machine.memoryGB >= 4, Phrase(fr: "4 Go de mémoire", en: "4 GB of memory")),
                (
                    machine.diskGB >= 120 && machine.hasSolidState,
                    Phrase(fr: "SSD de 120 Go", en: "SSD of 120 GB")
                ),
                (
                    machine.supportMonthsLeft >= 24,
                    Phrase(fr: "deux ans de mises à jour", en: "two years of updates")
                ),
            ]
        case .mobile:
            [
                (
                    machine.monthsSinceUpdate.map { $0 <= 12 } ?? false,
                    Phrase(
                        fr: "mise à jour de sécurité de moins de 12 mois",
                        en: "security update within 12 months"
                    )
                )
            ]
        }
    }
}
